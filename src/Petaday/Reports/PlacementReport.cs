using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Petaday.Quantities;
using Petaday.Scenarios.Siting;

namespace Petaday.Reports;

/// <summary>A placement of projects for a person, a program and a spreadsheet.</summary>
public static class PlacementReport
{
    /// <summary>For a person.</summary>
    public static Page Page(PlacementStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var unit = SiteWords.Unit(study.Minimize);
        return new Page([
            new Heading($"{study.Projects.Length} projects on {study.Candidates} sites, by {SiteWords.Of(study.Minimize)}", 1),
            new FactList([
                new Fact(
                    "Total",
                    Sizes.Of(double.IsNaN(study.Solution.Total) ? null : study.Solution.Total, unit),
                    study.Solution.IsProven
                        ? "proven: nothing is better"
                        : $"not proven: at most {Sizes.Share(study.Solution.Gap)} above the best"
                ),
                new Fact("Each alone", Sizes.Of(study.Alone, unit), "if capacity were no matter"),
                new Fact("Found by", study.Solution.Solver),
            ]),
            new Heading("Projects"),
            Projects(study, unit),
            .. study.Loads.IsEmpty ? Array.Empty<Block>() : [new Heading("Sites"), Loads(study)],
            .. study.Defaults.IsEmpty
                ? Array.Empty<Block>()
                : [new Heading("Notes"), new Notes([.. study.Defaults.Select(chosen => $"{chosen.Key}: {chosen.Value} ({chosen.Why})")])],
        ]);
    }

    /// <summary>For a spreadsheet.</summary>
    public static string Csv(PlacementStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return CsvReport.Of(
            ["project", "site", "cost (USD)", "carbon (t)", "water (m3)", "peak (MW)", "best_alone"],
            study.Projects.Select(one =>
                (IEnumerable<string>)
                    [
                        one.Name,
                        one.Row?.Place.Id ?? "",
                        CsvReport.Number(one.Row?.Account.Cost.Value),
                        CsvReport.Number(one.Row?.Account.Carbon.Value / 1000),
                        CsvReport.Number(one.Row?.Account.Water.Value),
                        CsvReport.Number(one.Row?.Account.PeakWatts.Value / 1e6),
                        one.Best?.Place.Id ?? "",
                    ]
            )
        );
    }

    /// <summary>For a program, as <c>docs/schemas/placement.schema.json</c> describes it.</summary>
    public static void Json(Utf8JsonWriter writer, PlacementStudy study)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(study);
        writer.WriteStartObject();
        writer.WriteString("minimize", SiteWords.Of(study.Minimize));
        writer.Number("total", study.Solution.Total);
        writer.Number("alone", study.Alone);
        writer.WriteBoolean("proven", study.Solution.IsProven);
        writer.WriteString("solver", study.Solution.Solver);
        writer.WriteNumber("sites", study.Candidates);
        writer.WriteStartArray("projects");
        foreach (var one in study.Projects)
        {
            writer.WriteStartObject();
            writer.WriteString("name", one.Name);
            writer.WriteString("site", one.Row?.Place.Id);
            writer.WriteString("bestAlone", one.Best?.Place.Id);
            writer.Number("cost", one.Row?.Account.Cost.Value);
            writer.Number("carbonTonnes", one.Row?.Account.Carbon.Value / 1000);
            writer.Number("waterCubicMetres", one.Row?.Account.Water.Value);
            writer.Number("peakMegawatts", one.Row?.Account.PeakWatts.Value / 1e6);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("loads");
        foreach (var load in study.Loads)
        {
            writer.WriteStartObject();
            writer.WriteString("site", load.Place.Id);
            writer.WriteNumber("projects", load.Projects);
            writer.Number("megawatts", load.Watts / 1e6);
            writer.Number("capacityMegawatts", load.CapacityWatts / 1e6);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        SiteJson.Infeasible(writer, study.Infeasible);
        writer.WriteEndObject();
    }

    private static Grid Projects(PlacementStudy study, Dimension unit) =>
        new(
            ["project", "site", SiteWords.Of(study.Minimize), "peak", "alone it would take", "more than alone"],
            [false, false, true, true, false, true],
            [
                .. study.Projects.Select(one =>
                    (ImmutableArray<string>)
                        [
                            one.Name,
                            one.Row?.Place.Id ?? "-",
                            SiteWords.Figure(one.Row?.Account[study.Minimize], unit),
                            SiteWords.Figure(one.Row?.Account.PeakWatts.Value, Dimension.Watts),
                            one.Best?.Place.Id ?? "-",
                            SiteWords.Signed(one.Row?.Account[study.Minimize] - one.Best?.Account[study.Minimize], unit),
                        ]
                ),
            ]
        );

    private static Grid Loads(PlacementStudy study) =>
        new(
            ["site", "projects", "power", "free"],
            [false, true, true, true],
            [
                .. study.Loads.Select(load =>
                    (ImmutableArray<string>)
                        [
                            load.Place.Id,
                            load.Projects.ToString(CultureInfo.InvariantCulture),
                            SiteWords.Figure(load.Watts, Dimension.Watts),
                            load.CapacityWatts is { } capacity ? SiteWords.Figure(capacity, Dimension.Watts) : "no limit",
                        ]
                ),
            ]
        );
}
