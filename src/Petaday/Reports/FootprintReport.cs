using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Petaday.Quantities;
using Petaday.Validation.Footprints;

namespace Petaday.Reports;

/// <summary>Stated footprints beside the method's, for a person, a program and a spreadsheet.</summary>
public static class FootprintReport
{
    private const double Aim = 0.15;

    /// <summary>For a person, and as docs/carbon.md.</summary>
    public static Page Page(ImmutableArray<FootprintResult> results)
    {
        int within = results.Count(result => Math.Abs(result.GivenError ?? double.PositiveInfinity) <= Aim);
        return new Page([
            new Heading("Carbon of published runs", 1),
            new Paragraph(
                "What authors state of the operational carbon of their runs, beside what Petaday makes of it: from their own power, overhead and grid; with the power by the method; and with nothing given but the device-hours, the accelerator and the place."
            ),
            new Paragraph(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Given the stated inputs, {within} of {results.Length} are within {Aim * 100:0} % of what is stated. Written by 'petaday carbon --format markdown' from catalog/runs/carbon.csv, and held to it by test."
                )
            ),
            new Heading("Operational carbon"),
            Operational(results),
            .. results.Any(result => result.EmbodiedAsStated is not null)
                ? [new Heading("Embodied carbon"), Embodied(results)]
                : Array.Empty<Block>(),
            new Heading("How to read it"),
            new Notes([
                "Stated inputs: most authors multiply hours by a design power, an overhead and an average grid. That these come out again shows the arithmetic and the units, not that the power was so.",
                "Meta's cards from Llama 2 on state neither overhead nor grid: those of the same authors' LLaMA paper stand in for them, so that for these rows 'stated inputs' is stated hours and power.",
                "By the method: a device with its share of the server at its average use in training. Authors who count the devices alone, or their design power, are lower; those who measured are the better test (Patterson et al.'s rows).",
                "All our own: the catalog's grid at the place, today's mix and not that of the year of the run; providers that count clean purchases (GLaM, PaLM, GShard, Switch) are far below any average of the grid.",
                "Hours that no author states leave the last two columns empty.",
            ]),
            new Heading("Sources"),
            Sources(results),
        ]);
    }

    /// <summary>For a spreadsheet.</summary>
    public static string Csv(ImmutableArray<FootprintResult> results) =>
        CsvReport.Of(
            [
                "id",
                "model",
                "stated (t)",
                "given (t)",
                "given error",
                "own power (t)",
                "own power error",
                "own (t)",
                "own error",
                "embodied (t)",
                "checked",
                "url",
            ],
            results.Select(result =>
                (IEnumerable<string>)
                    [
                        result.Stated.Id,
                        result.Stated.Model,
                        CsvReport.Number(result.Stated.Tonnes),
                        CsvReport.Number(result.Given.Value / 1000),
                        CsvReport.Number(result.GivenError),
                        CsvReport.Number(result.OwnPower.Value / 1000),
                        CsvReport.Number(result.OwnPowerError),
                        CsvReport.Number(result.Own.Value / 1000),
                        CsvReport.Number(result.OwnError),
                        CsvReport.Number(result.Embodied.Value / 1000),
                        result.Stated.Checked,
                        result.Stated.Url,
                    ]
            )
        );

    /// <summary>For a program, as <c>docs/schemas/carbon.schema.json</c> describes it.</summary>
    public static void Json(Utf8JsonWriter writer, ImmutableArray<FootprintResult> results)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteStartArray("runs");
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("id", result.Stated.Id);
            writer.WriteString("model", result.Stated.Model);
            writer.WriteNumber("statedTonnes", result.Stated.Tonnes);
            writer.Number("givenTonnes", result.Given.Value / 1000);
            writer.Number("givenError", result.GivenError);
            writer.Number("ownPowerTonnes", result.OwnPower.Value / 1000);
            writer.Number("ownPowerError", result.OwnPowerError);
            writer.Number("ownTonnes", result.Own.Value / 1000);
            writer.Number("ownError", result.OwnError);
            writer.Number("embodiedTonnes", result.Embodied.Value / 1000);
            writer.Number("embodiedStatedTonnes", result.Stated.Embodied?.Tonnes);
            writer.Number("embodiedAsStatedTonnes", result.EmbodiedAsStated?.Value / 1000);
            writer.WriteString("checked", result.Stated.Checked);
            writer.WriteString("source", result.Stated.Source);
            writer.WriteString("url", result.Stated.Url);
            writer.WriteStartArray("lines");
            foreach (var line in new[] { result.Given, result.Own, result.Embodied })
            {
                ExplanationJson.Write(writer, line);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static Grid Operational(ImmutableArray<FootprintResult> results) =>
        new(
            ["run", "stated t", "stated inputs t", "off by", "power by the method t", "off by", "all our own t", "off by", "site"],
            [false, true, true, true, true, true, true, true, false],
            [
                .. results.Select(result =>
                    (ImmutableArray<string>)
                        [
                            result.Stated.Model,
                            Tonnes(result.Stated.Tonnes),
                            Tonnes(result.Given.Value / 1000),
                            ErrorText.Signed(result.GivenError),
                            Tonnes(result.OwnPower.Value / 1000),
                            ErrorText.Signed(result.OwnPowerError),
                            Tonnes(result.Own.Value / 1000),
                            ErrorText.Signed(result.OwnError),
                            result.Stated.SiteId,
                        ]
                ),
            ]
        );

    private static string Tonnes(double? value) => value is >= 1000 ? Sizes.Count((long)Math.Round(value.Value)) : ErrorText.Number(value);

    private static Grid Embodied(ImmutableArray<FootprintResult> results) =>
        new(
            ["run", "stated t", "with the authors' hardware t", "off by", "by the method t"],
            [false, true, true, true, true],
            [
                .. results
                    .Where(result => result.Stated.Embodied is not null)
                    .Select(result =>
                        (ImmutableArray<string>)
                            [
                                result.Stated.Model,
                                Tonnes(result.Stated.Embodied!.Tonnes),
                                Tonnes(result.EmbodiedAsStated?.Value / 1000),
                                ErrorText.Signed((result.EmbodiedAsStated?.Value / (result.Stated.Embodied.Tonnes * 1000)) - 1),
                                $"{Tonnes(result.Embodied.Value / 1000)} ({result.Embodied.Note})",
                            ]
                    ),
            ]
        );

    private static Grid Sources(ImmutableArray<FootprintResult> results) =>
        new(
            ["run", "inputs", "source", "checked", "note"],
            [false, false, false, false, false],
            [
                .. results.Select(result =>
                    (ImmutableArray<string>)
                        [
                            result.Stated.Model,
                            Inputs(result.Stated),
                            $"{result.Stated.Source}, {result.Stated.Url}",
                            result.Stated.Checked,
                            result.Stated.Notes,
                        ]
                ),
            ]
        );

    private static string Inputs(StatedFootprint stated)
    {
        string energy = stated.MegawattHours is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"{known} MWh")
            : string.Create(CultureInfo.InvariantCulture, $"{stated.DeviceHours:N0} device-hours of {stated.Watts} W");
        return string.Create(CultureInfo.InvariantCulture, $"{energy}, overhead {stated.Pue}, {stated.GramsPerKilowattHour} g/kWh");
    }
}
