using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Validation.Footprints;

/// <summary>Reads catalog/runs/carbon.csv, or a file of one's own with its columns.</summary>
public static class FootprintReader
{
    private static readonly string[] Columns =
    [
        "id",
        "model",
        "accelerator",
        "devices",
        "device_hours",
        "watts",
        "energy_mwh",
        "pue",
        "carbon_g_per_kwh",
        "stated_tonnes",
        "embodied_tonnes",
        "embodied_server_kg",
        "embodied_devices_per_server",
        "embodied_device_kg",
        "embodied_life_h",
        "embodied_use",
        "site",
        "source",
        "url",
        "checked",
        "notes",
    ];

    /// <summary>The file that travels with the program.</summary>
    public static string Shipped(Library library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return Path.Combine(library.Directories[0], "runs", "carbon.csv");
    }

    /// <summary>The rows of a file; what is wrong with it is added to the diagnostics.</summary>
    public static ImmutableArray<StatedFootprint> ReadFile(string path, ICollection<Diagnostic> diagnostics) =>
        [.. TableReader.ReadFile(path, diagnostics, Columns).Select(row => Row(row, diagnostics)).OfType<StatedFootprint>()];

    private static StatedFootprint? Row(Node row, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        string? text(string column) => row[column]?.Text;
        double? number(string column, double least = 0) => Number(row, column, least, diagnostics);
        foreach (
            string needed in new[] { "id", "accelerator", "pue", "carbon_g_per_kwh", "stated_tonnes", "site" }.Where(column =>
                row[column] is null
            )
        )
        {
            diagnostics.Add(row.Problem(DiagnosticCodes.MissingKey, "this row has no such figure", "a value") with { Key = needed });
        }

        var read = new StatedFootprint(
            text("id") ?? "",
            text("model") ?? text("id") ?? "",
            text("accelerator") ?? "",
            number("device_hours"),
            number("watts"),
            number("energy_mwh"),
            number("pue", 1) ?? 1,
            number("carbon_g_per_kwh") ?? 0,
            number("stated_tonnes") ?? 0,
            Embodied(row, diagnostics),
            text("site") ?? "",
            text("source") ?? "",
            text("url") ?? "",
            text("checked") ?? "recalled",
            text("notes") ?? ""
        );
        if (read.MegawattHours is null && (read.DeviceHours is null || read.Watts is null) && diagnostics.Count == before)
        {
            diagnostics.Add(
                row.Problem(
                    DiagnosticCodes.MissingKey,
                    "neither energy nor device-hours with their power are given",
                    "energy_mwh, or device_hours and watts"
                )
            );
        }

        return diagnostics.Count > before ? null : read;
    }

    private static EmbodiedStatement? Embodied(Node row, ICollection<Diagnostic> diagnostics)
    {
        if (row["embodied_tonnes"] is null)
        {
            return null;
        }

        double[] figures =
        [
            .. new[]
            {
                "embodied_tonnes",
                "embodied_server_kg",
                "embodied_devices_per_server",
                "embodied_device_kg",
                "embodied_life_h",
                "embodied_use",
            }.Select(column => Number(row, column, 0, diagnostics) ?? double.NaN),
        ];
        if (figures.All(static figure => figure > 0))
        {
            return new EmbodiedStatement(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
        }

        diagnostics.Add(
            row["embodied_tonnes"]!.Problem(
                DiagnosticCodes.MissingKey,
                "how it is counted is not given",
                "the other columns of embodied_, each above zero"
            )
        );
        return null;
    }

    private static double? Number(Node row, string column, double least, ICollection<Diagnostic> diagnostics)
    {
        if (row[column] is not { } cell)
        {
            return null;
        }

        if (cell.TryNumber(out double value) && value >= least)
        {
            return value;
        }

        diagnostics.Add(
            cell.Problem(
                DiagnosticCodes.OutOfRange,
                $"'{NumberText.Clip(cell.Text)}' does not belong here",
                string.Create(CultureInfo.InvariantCulture, $"a number of at least {least}")
            )
        );
        return null;
    }
}
