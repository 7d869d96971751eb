using System.Collections.Immutable;
using System.Text.Json;
using Petaday.Quantities;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Reports;

/// <summary>A sweep: a row a point, for a person, a program and a spreadsheet.</summary>
public static class SweepReport
{
    /// <summary>For a person.</summary>
    public static Page Page(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        string[] columns = [.. Named(sweep), .. sweep.Keys.Select(key => key.Path), .. sweep.Shown.Select(key => key.Path), "feasible"];
        bool[] right =
        [
            .. Named(sweep).Select(_ => false),
            .. sweep.Keys.Select(key => key.IsNumeric),
            .. sweep.Shown.Select(key =>
                sweep.Points.All(point => point.Results.IsEmpty || point.Results[sweep.Shown.IndexOf(key)].Text is null)
            ),
            false,
        ];
        return new Page([
            new Heading("What if: " + string.Join(" and ", sweep.Keys.Select(key => key.Path)), 1),
            new Grid([.. columns], [.. right], [.. sweep.Points.Select(point => Row(sweep, point))]),
            .. Remarks(sweep),
        ]);
    }

    /// <summary>For a spreadsheet: results in the units of the JSON result, each heading with its unit.</summary>
    public static string Csv(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return CsvReport.Of(
            [
                .. Named(sweep),
                .. sweep.Keys.Select(key => key.Path),
                .. sweep.Shown.Select(key => key.Unit.Length == 0 ? key.Path : $"{key.Path} ({key.Unit})"),
                "feasible",
                "constraint",
                "message",
            ],
            sweep.Points.Select(point => Cells(sweep, point))
        );
    }

    /// <summary>For a program.</summary>
    public static void Json(Utf8JsonWriter writer, Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sweep);
        writer.WriteStartObject();
        Pairs(writer, "vary", sweep.Keys.Select(key => (key.Path, key.Unit)));
        Pairs(writer, "show", sweep.Shown.Select(key => (key.Path, key.Unit)));
        writer.WriteStartArray("points");
        foreach (var point in sweep.Points)
        {
            Point(writer, sweep, point);
        }

        writer.WriteEndArray();
        writer.WriteNumber("asked", sweep.Asked);
        writer.WriteBoolean("partial", sweep.IsPartial);
        writer.WriteEndObject();
    }

    private static IEnumerable<string> Named(Sweep sweep) => sweep.Scenarios.Count > 1 ? ["scenario"] : [];

    private static ImmutableArray<string> Row(Sweep sweep, SweepPoint point) =>
        [
            .. Named(sweep).Select(_ => point.Scenario),
            .. point.At.Select(value => value.Text),
            .. sweep.Shown.Select((key, index) => point.Results.IsEmpty ? "-" : SweepText.Of(key, point.Results[index])),
            SweepText.Verdict(point),
        ];

    private static IEnumerable<Block> Remarks(Sweep sweep)
    {
        string[] notes =
        [
            .. sweep.Points.Any(point => !point.IsFeasible && !point.Results.IsEmpty)
                ? ["Figures of a point that is not feasible are those of what comes nearest."]
                : Array.Empty<string>(),
            .. SweepText.Partial(sweep) is { } stopped ? [stopped] : Array.Empty<string>(),
        ];
        return notes.Length == 0 ? [] : [new Notes([.. notes])];
    }

    private static IEnumerable<string> Cells(Sweep sweep, SweepPoint point) =>
        [
            .. Named(sweep).Select(_ => point.Scenario),
            .. point.At.Select(value => value.Text),
            .. sweep.Shown.Select(
                (_, index) => point.Results.IsEmpty ? "" : point.Results[index].Text ?? CsvReport.Number(point.Results[index].Number)
            ),
            point.IsFeasible ? "true" : "false",
            point.Infeasible?.Constraint ?? "",
            point.Infeasible?.Message ?? "",
        ];

    private static void Pairs(Utf8JsonWriter writer, string name, IEnumerable<(string Path, string Unit)> keys)
    {
        writer.WriteStartArray(name);
        foreach (var (path, unit) in keys)
        {
            writer.WriteStartObject();
            writer.WriteString("key", path);
            writer.WriteString("unit", unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Point(Utf8JsonWriter writer, Sweep sweep, SweepPoint point)
    {
        writer.WriteStartObject();
        writer.WriteString("scenario", point.Scenario);
        writer.WriteStartObject("at");
        for (int index = 0; index < sweep.Keys.Length; index++)
        {
            writer.WriteString(sweep.Keys[index].Path, point.At[index].Text);
        }

        writer.WriteEndObject();
        writer.WriteBoolean("feasible", point.IsFeasible);
        writer.WriteString("constraint", point.Infeasible?.Constraint);
        writer.WriteString("message", point.Infeasible?.Message);
        writer.WriteString("nearest", point.Infeasible?.Nearest);
        writer.WriteStartObject("results");
        for (int index = 0; index < sweep.Shown.Length; index++)
        {
            Result(writer, sweep.Shown[index].Path, point.Results.IsEmpty ? default : point.Results[index]);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter writer, string path, ResultValue value)
    {
        if (value.Text is not null)
        {
            writer.WriteString(path, value.Text);
        }
        else
        {
            writer.Number(path, value.Number);
        }
    }
}
