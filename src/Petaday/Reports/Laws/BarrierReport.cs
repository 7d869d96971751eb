using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Petaday.Quantities;
using Petaday.Scenarios.Laws;

namespace Petaday.Reports.Laws;

/// <summary>The barrier law beside the engine, as page, CSV and JSON.</summary>
public static class BarrierReport
{
    /// <summary>For a person.</summary>
    public static Page Page(BarrierStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new Page([
            new Heading($"The barrier law and the engine on {study.System}", 1),
            new Paragraph(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"C = 6 P T / K with T = 20 P, at {study.Utilisation:0 %} of the {study.Precision} peak of {study.Accelerator}; devices, by doubling, that would end in about {BarrierStudies.Days} days so. The law's money, power and carbon are at the engine's rates for a device-hour."
                )
            ),
            .. study.Rows.GroupBy(row => row.Family).SelectMany(Family),
        ]);
    }

    private static IEnumerable<Block> Family(IGrouping<string, BarrierRow> family) =>
        [
            new Heading(
                family.First().Experts > 1
                    ? string.Create(CultureInfo.InvariantCulture, $"{family.Key}: 120 P^2 / K, K = {family.First().Experts:0.#} and more")
                    : $"{family.Key}: 120 P^2"
            ),
            new Grid(
                [
                    "P",
                    "FLOP, law",
                    "engine",
                    "device-hours, law",
                    "engine",
                    "devices",
                    "days, law",
                    "engine",
                    "MW, law",
                    "engine",
                    "money, law",
                    "engine",
                    "tCO2e, law",
                    "engine",
                    "MFU",
                ],
                [.. Enumerable.Repeat(true, 15)],
                [.. family.Select(Figures)]
            ),
            new Grid(
                ["P", "strategy", "where the law breaks"],
                [true, false, false],
                [
                    .. family.Select(row =>
                        ImmutableArray.Create(
                            Sizes.Number(row.Parameters),
                            row.Strategy ?? "none found",
                            row.Breaks.IsEmpty ? "it holds" : string.Join("; ", row.Breaks)
                        )
                    ),
                ]
            ),
        ];

    private static ImmutableArray<string> Figures(BarrierRow row) =>
        [
            Sizes.Number(row.Parameters),
            Flops(row.Law.Flops),
            Ratio(row.FlopsRatio),
            Sizes.Number(row.Law.DeviceHours),
            Ratio(row.DeviceHoursRatio),
            Sizes.Count(row.Devices),
            Number(row.Law.Days),
            Number(row.Engine?.Days),
            Number(row.Law.Megawatts),
            Number(row.Engine?.Megawatts),
            Money(row.Law.Cost),
            Money(row.Engine?.Cost),
            Sizes.Number(row.Law.Tonnes),
            row.Engine is null ? "-" : Sizes.Number(row.Engine.Tonnes),
            row.Mfu is { } mfu ? Sizes.Share(mfu) : "-",
        ];

    /// <summary>For a spreadsheet.</summary>
    public static string Csv(BarrierStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return CsvReport.Of(
            [
                "family",
                "parameters",
                "active",
                "K",
                "tokens",
                "devices",
                .. new[] { "law", "engine" }.SelectMany(who =>
                    new[]
                    {
                        $"{who} flops (FLOP)",
                        $"{who} device-hours",
                        $"{who} days (d)",
                        $"{who} power (MW)",
                        $"{who} cost (USD)",
                        $"{who} carbon (tCO2e)",
                    }
                ),
                "mfu",
                "exposed",
                "strategy",
                "breaks",
            ],
            study.Rows.Select(Cells)
        );
    }

    private static IEnumerable<string> Cells(BarrierRow row) =>
        [
            row.Family,
            CsvReport.Number(row.Parameters),
            CsvReport.Number(row.Active),
            CsvReport.Number(row.Experts),
            CsvReport.Number(row.Tokens),
            CsvReport.Number(row.Devices),
            .. Cells(row.Law),
            .. Cells(row.Engine),
            CsvReport.Number(row.Mfu),
            CsvReport.Number(row.Communication),
            row.Strategy ?? "",
            string.Join("; ", row.Breaks),
        ];

    private static IEnumerable<string> Cells(BarrierFigures? figures) =>
        new[] { figures?.Flops, figures?.DeviceHours, figures?.Days, figures?.Megawatts, figures?.Cost, figures?.Tonnes }.Select(
            CsvReport.Number
        );

    /// <summary>For a program, as docs/schemas/barrier-law.schema.json says.</summary>
    public static void Json(Utf8JsonWriter writer, BarrierStudy study)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(study);
        writer.WriteStartObject();
        writer.WriteString("system", study.System);
        writer.WriteString("accelerator", study.Accelerator);
        writer.WriteString("precision", study.Precision);
        writer.WriteNumber("utilisation", study.Utilisation);
        writer.WriteStartArray("rows");
        foreach (var row in study.Rows)
        {
            Row(writer, row);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter writer, BarrierRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("family", row.Family);
        writer.WriteNumber("parameters", row.Parameters);
        writer.WriteNumber("activeParameters", row.Active);
        writer.WriteNumber("experts", row.Experts);
        writer.WriteNumber("tokens", row.Tokens);
        writer.WriteNumber("devices", row.Devices);
        Figures(writer, "law", row.Law);
        Figures(writer, "engine", row.Engine);
        writer.Number("mfu", row.Mfu);
        writer.Number("exposed", row.Communication);
        writer.WriteString("strategy", row.Strategy);
        writer.WriteStartArray("breaks");
        foreach (string reason in row.Breaks)
        {
            writer.WriteStringValue(reason);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("explanation");
        ExplanationJson.Write(writer, row.Explanation);
        writer.WriteEndObject();
    }

    private static void Figures(Utf8JsonWriter writer, string name, BarrierFigures? figures)
    {
        if (figures is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.Number("flops", figures.Flops);
        writer.Number("deviceHours", figures.DeviceHours);
        writer.Number("days", figures.Days);
        writer.Number("megawatts", figures.Megawatts);
        writer.Number("cost", figures.Cost);
        writer.Number("tonnes", figures.Tonnes);
        writer.WriteEndObject();
    }

    private static string Flops(double value) => value.ToString("0.00e0", CultureInfo.InvariantCulture);

    private static string Ratio(double? ratio) => ratio is { } known ? string.Create(CultureInfo.InvariantCulture, $"x {known:0.00}") : "-";

    private static string Money(double? value) => value is null ? "-" : Sizes.Of(value, Dimension.Money);

    private static string Number(double? value) =>
        value is { } known ? known.ToString(known >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture) : "-";
}
