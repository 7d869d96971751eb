using System.Collections.Immutable;
using System.Globalization;
using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Hardware;

namespace Petaday.Serving.Published;

/// <summary>Reads catalog/runs/serving.csv and predicts its rows. Nothing is fitted to them.</summary>
public static class ServingRuns
{
    private static readonly ImmutableArray<(string Word, NumberFormat Format)> Formats =
    [
        ("bf16", NumberFormat.Bf16),
        ("fp8", NumberFormat.Fp8),
        ("int8", NumberFormat.Int8),
        ("int4", NumberFormat.Int4),
        ("fp4", NumberFormat.Fp4),
    ];

    /// <summary>The rows of the first catalog directory that has the file; a row that cannot be read is a diagnostic.</summary>
    public static ImmutableArray<ServingRun> Read(Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(library);
        string? file = library.Directories.Select(directory => Path.Combine(directory, "runs", "serving.csv")).FirstOrDefault(File.Exists);
        return file is null ? [] : [.. TableReader.ReadFile(file, diagnostics).Select(row => Row(row, diagnostics)).OfType<ServingRun>()];
    }

    /// <summary>The prediction of a run; null, with diagnostics added, where the catalog lacks its model or system, or it does not fit.</summary>
    public static ServingComparison? Compare(
        ServingRun run,
        Library library,
        HardwareReader hardware,
        ServingLimits limits,
        ICollection<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(hardware);
        if (
            library.Find(EntryKind.Models, run.Model, diagnostics) is not { } entry
            || ArchitectureReader.FromEntry(entry, diagnostics) is not { } architecture
            || hardware.System(run.System, diagnostics) is not { } system
        )
        {
            return null;
        }

        var kept = limits with { MemoryShare = run.MemoryShare };
        var replica = new ReplicaModel(new ServedModel(entry.Id, architecture), system, run.Format, run.Layout, run.Mix, kept);
        return
            ServingSearch.Fullest(replica, run.Layout, run.TokenSeconds, run.Metric == ServingMetric.DecodeTokensPerSecondPerDevice)
                is { } point
            ? new ServingComparison(run, point, Of(run, point))
            : null;
    }

    private static double Of(ServingRun run, OperatingPoint point) =>
        run.Metric switch
        {
            ServingMetric.DecodeTokensPerSecondPerDevice => point.DecodeTokensPerSecondPerDevice,
            ServingMetric.PromptTokensPerSecondPerDevice => point.PromptTokensPerSecondPerDevice / (1 - run.Mix.CachedShare),
            _ => point.OutputTokensPerSecond,
        };

    private static ServingRun? Row(Node row, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        double? number(string column, bool required = true) => Number(row, column, required, diagnostics);
        int whole(string column) => (int)(number(column) ?? 1);
        var run = new ServingRun(
            row["id"]?.Text ?? "",
            row["source"]?.Text ?? "",
            row["model"]?.Text ?? "",
            row["system"]?.Text ?? "",
            new ServingLayout(whole("tensor"), whole("pipeline"), whole("data")),
            new ServingFormat(Format(row, "weights", diagnostics), Format(row, "cache", diagnostics)),
            new RequestMix(number("prompt_tokens") ?? 1, number("output_tokens") ?? 1, number("cached_share", required: false) ?? 0),
            number("memory_share") ?? 1,
            number("token_seconds", required: false),
            Metric(row, diagnostics),
            number("measured") ?? 1,
            row["note"]?.Text ?? ""
        );
        return diagnostics.Count == before ? run : null;
    }

    private static NumberFormat Format(Node row, string column, ICollection<Diagnostic> diagnostics)
    {
        foreach (var (word, format) in Formats)
        {
            if (row[column]?.Text == word)
            {
                return format;
            }
        }

        diagnostics.Add(Wrong(row, column, "one of " + string.Join(", ", Formats.Select(format => format.Word))));
        return NumberFormat.Bf16;
    }

    private static ServingMetric Metric(Node row, ICollection<Diagnostic> diagnostics)
    {
        foreach (var metric in Enum.GetValues<ServingMetric>())
        {
            if (
                string.Equals(
                    row["metric"]?.Text.Replace("_", "", StringComparison.Ordinal),
                    metric.ToString(),
                    StringComparison.OrdinalIgnoreCase
                )
            )
            {
                return metric;
            }
        }

        diagnostics.Add(
            Wrong(row, "metric", "output_tokens_per_second, decode_tokens_per_second_per_device or prompt_tokens_per_second_per_device")
        );
        return default;
    }

    private static double? Number(Node row, string column, bool required, ICollection<Diagnostic> diagnostics)
    {
        string? text = row[column]?.Text;
        if (string.IsNullOrEmpty(text) && !required)
        {
            return null;
        }

        if (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value)
            && value > 0
        )
        {
            return value;
        }

        diagnostics.Add(Wrong(row, column, "a number above 0"));
        return null;
    }

    private static Diagnostic Wrong(Node row, string column, string expected) =>
        (row[column] ?? row).Problem(DiagnosticCodes.WrongType, $"'{row[column]?.Text}' does not belong here", expected) with
        {
            Key = column,
        };
}
