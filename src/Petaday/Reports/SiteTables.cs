using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;
using Petaday.Scenarios.Siting;

namespace Petaday.Reports;

/// <summary>The tables of a choice of sites.</summary>
internal static class SiteTables
{
    private const double KilowattHour = 1000 * Units.SecondsPerHour;

    /// <summary>Sites in their order, as many as are asked for.</summary>
    public static Grid Ranking(SiteStudy study, int most)
    {
        bool latency = study.Rows.Any(row => row.Latency is not null);
        bool moves = study.Rows.Any(row => row.Account.Move is not null);
        string[] columns =
        [
            "#",
            "site",
            "name",
            "cost",
            "electricity",
            "tariff",
            "carbon",
            "g/kWh",
            "water",
            "PUE",
            "renewable",
            .. moves ? ["moving", "way"] : Array.Empty<string>(),
            .. latency ? ["round trip"] : Array.Empty<string>(),
            "front",
        ];
        return new Grid(
            [.. columns],
            [.. columns.Select(column => column is not ("site" or "name" or "way" or "front"))],
            [.. study.Rows.Take(most).Select((row, index) => Row(study, row, index, moves, latency))]
        );
    }

    /// <summary>What each site saves beside one of them, and which figures would turn it.</summary>
    public static Grid Gains(SiteStudy study) =>
        new(
            [
                "site",
                "electricity saved",
                "moving the data",
                "money saved",
                "carbon saved",
                "equal carbon at",
                "or green share",
                "equal cost at",
            ],
            [false, true, true, true, true, true, true, true],
            [
                .. study
                    .Rows.Where(row => row.Gain is not null)
                    .Select(row =>
                        (ImmutableArray<string>)
                            [
                                row.Place.Id,
                                SiteWords.Signed(row.Gain!.Electricity.Value, Dimension.Money),
                                SiteWords.Figure(row.Gain.Moving.Value, Dimension.Money),
                                SiteWords.Signed(row.Gain.Money.Value, Dimension.Money),
                                SiteWords.Signed(row.Gain.Carbon.Value, Dimension.Carbon),
                                SiteWords.Figure(row.Gain.Flip.CarbonIntensity.Value, Dimension.CarbonPerJoule),
                                row.Gain.Flip.GreenShare.Value is { } share ? Sizes.Share(share) : "-",
                                SiteWords.Figure(row.Gain.Flip.Tariff.Value, Dimension.MoneyPerJoule),
                            ]
                    ),
            ]
        );

    /// <summary>When a project runs at sites whose prices or carbon are known by the hour.</summary>
    public static Grid Pauses(SiteStudy study) =>
        new(
            ["site", "hours at work", "from start to end", "restarts", "price without pauses", "price", "carbon without pauses", "carbon"],
            [false, true, true, true, true, true, true, true],
            [
                .. study
                    .Rows.Where(row => row.Pause is not null)
                    .Select(row => (row.Place.Id, Pause: row.Pause!))
                    .Select(one =>
                        (ImmutableArray<string>)
                            [
                                one.Id,
                                one.Pause.Plan.Worked.ToString(CultureInfo.InvariantCulture),
                                one.Pause.Plan.Elapsed.ToString(CultureInfo.InvariantCulture),
                                one.Pause.Plan.Restarts.ToString(CultureInfo.InvariantCulture),
                                SiteWords.Figure(one.Pause.StraightTariff, Dimension.MoneyPerJoule),
                                SiteWords.Figure(one.Pause.Tariff, Dimension.MoneyPerJoule),
                                SiteWords.Figure(one.Pause.StraightCarbon, Dimension.CarbonPerJoule),
                                SiteWords.Figure(one.Pause.Carbon, Dimension.CarbonPerJoule),
                            ]
                    ),
            ]
        );

    /// <summary>What pausing saves beside running straight through.</summary>
    public static Grid Savings(SiteStudy study) =>
        new(
            ["site", "electricity saved", "carbon saved", "money saved, machines that wait counted"],
            [false, true, true, true],
            [
                .. study
                    .Rows.Where(row => row.Pause?.Saving is not null)
                    .Select(row => (row.Place.Id, Saving: row.Pause!.Saving!))
                    .Select(one =>
                        (ImmutableArray<string>)
                            [
                                one.Id,
                                SiteWords.Signed(one.Saving.Electricity.Value, Dimension.Money),
                                SiteWords.Signed(one.Saving.Carbon.Value, Dimension.Carbon),
                                SiteWords.Signed(one.Saving.Money.Value, Dimension.Money),
                            ]
                    ),
            ]
        );

    /// <summary>Who serves whom.</summary>
    public static Grid Serving(SiteStudy study) =>
        new(
            ["users", "share", "served from", "round trip", "class"],
            [false, true, false, true, false],
            [
                .. study.Serving.Select(region =>
                    (ImmutableArray<string>)
                        [
                            region.Users.Id,
                            Sizes.Share(region.Share),
                            region.From.Id,
                            SiteWords.Milliseconds(region.RoundTrip.Value),
                            Class(region.IsRealTime),
                        ]
                ),
            ]
        );

    /// <summary>Sites where it cannot stand, and why.</summary>
    public static Grid Refused(SiteStudy study) =>
        new(
            ["site", "why not"],
            [false, false],
            [.. study.Refused.Select(row => (ImmutableArray<string>)[row.Place.Id, row.Refusal ?? ""])]
        );

    /// <summary>For a spreadsheet.</summary>
    public static string Csv(SiteStudy study) =>
        CsvReport.Of(
            [
                "rank",
                "site",
                "name",
                "kind",
                "country",
                "latitude",
                "longitude",
                "cost (USD)",
                "electricity (USD)",
                "tariff (USD/kWh)",
                "carbon (t)",
                "intensity (g/kWh)",
                "water (m3)",
                "energy (MWh)",
                "peak (MW)",
                "pue",
                "days",
                "renewable_share",
                "moving (USD)",
                "moving_way",
                "round_trip (ms)",
                "front",
                "refusal",
            ],
            study.Rows.Concat(study.Refused).Select((row, index) => Cells(study, row, index))
        );

    private static string Class(bool? isRealTime) =>
        isRealTime switch
        {
            true => "real time",
            false => "offline",
            null => "-",
        };

    private static ImmutableArray<string> Row(SiteStudy study, SiteRow row, int index, bool moves, bool latency) =>
        [
            (index + 1).ToString(CultureInfo.InvariantCulture),
            row.Place.Id,
            row.Place.Name,
            SiteWords.Figure(row.Account.Cost.Value, Dimension.Money, 4),
            SiteWords.Figure(row.Account.Electricity.Value, Dimension.Money),
            row.Power.Tariff.Value is { } tariff ? (tariff * KilowattHour).ToString("0.0000", CultureInfo.InvariantCulture) : "-",
            SiteWords.Figure(row.Account.Carbon.Value, Dimension.Carbon),
            row.Power.Carbon.Value is { } carbon ? (carbon * 1000 * KilowattHour).ToString("0.0", CultureInfo.InvariantCulture) : "-",
            SiteWords.Figure(row.Account.Water.Value, Dimension.Water),
            ((row.Offer.Pue ?? row.Place.Grid.Pue).Value ?? 0).ToString("0.00", CultureInfo.InvariantCulture),
            row.Place.RenewableShare.Value is { } share ? Sizes.Share(share) : "-",
            .. moves ? [SiteWords.Figure(row.Account.Move?.Chosen.Cost.Value, Dimension.Money), SiteWords.Way(row)] : Array.Empty<string>(),
            .. latency ? [SiteWords.Milliseconds(row.Latency?.Value)] : Array.Empty<string>(),
            study.Front.Contains(row) ? "*" : "",
        ];

    private static IEnumerable<string> Cells(SiteStudy study, SiteRow row, int index) =>
        [
            row.Refusal is null ? (index + 1).ToString(CultureInfo.InvariantCulture) : "",
            row.Place.Id,
            row.Place.Name,
            row.Place.Kind,
            row.Place.Country ?? "",
            CsvReport.Number(row.Place.Position?.Latitude),
            CsvReport.Number(row.Place.Position?.Longitude),
            CsvReport.Number(row.Account.Cost.Value),
            CsvReport.Number(row.Account.Electricity.Value),
            CsvReport.Number(row.Power.Tariff.Value * KilowattHour),
            CsvReport.Number(row.Account.Carbon.Value / 1000),
            CsvReport.Number(row.Power.Carbon.Value * 1000 * KilowattHour),
            CsvReport.Number(row.Account.Water.Value),
            CsvReport.Number(row.Account.Energy.Value / (1000 * KilowattHour)),
            CsvReport.Number(row.Account.PeakWatts.Value / 1e6),
            CsvReport.Number((row.Offer.Pue ?? row.Place.Grid.Pue).Value),
            CsvReport.Number(row.Account.Seconds.Value / Units.SecondsPerDay),
            CsvReport.Number(row.Place.RenewableShare.Value),
            CsvReport.Number(row.Account.Move?.Chosen.Cost.Value),
            SiteWords.Way(row) is "-" ? "" : SiteWords.Way(row),
            CsvReport.Number(row.Latency?.Value * 1000),
            study.Front.Contains(row) ? "true" : "false",
            row.Refusal ?? "",
        ];
}
