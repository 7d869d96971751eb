using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Petaday.Catalog;

namespace Petaday.Validation.Evidence;

/// <summary>
/// What was predicted of each published run by parameters fitted without its source. It takes minutes to find, so that <c>petaday calibrate --leave-one-source-out</c>
/// writes it down, and pages are made from the file. Intervals follow from the predictions and are not kept.
/// </summary>
public static class LeftOutPredictions
{
    /// <summary>Where they lie in a catalog.</summary>
    public const string FilePath = "validation/left-out.csv";

    private const string Id = "id";
    private const string Predicted = "predicted";
    private const string Bytes = "memory_bytes";
    private const string Fits = "fits";
    private const string Missing = "no prediction by parameters fitted without its source is at hand";

    /// <summary>The text of the file: every step and memory that was predicted, in the report's order, those with a time first.</summary>
    public static string Write(ValidationReport leftOut)
    {
        ArgumentNullException.ThrowIfNull(leftOut);
        ILookup<string, MemoryResult> memory = leftOut.MemoryRows.ToLookup(static row => row.Id, StringComparer.Ordinal);
        ILookup<string, StepResult> steps = leftOut.Rows.ToLookup(static row => row.Id, StringComparer.Ordinal);
        StringBuilder text = new($"{Id},{Predicted},{Bytes},{Fits}\n");
        foreach (string id in leftOut.Rows.Select(static row => row.Id).Union(leftOut.MemoryRows.Select(static row => row.Id)))
        {
            (double? step, MemoryResult? bytes) = (steps[id].FirstOrDefault()?.Predicted, memory[id].FirstOrDefault());
            if (step is not null || bytes?.PredictedBytes is not null)
            {
                string fits = bytes?.PredictedToFit is { } known ? (known ? "yes" : "no") : "";
                text.Append(CultureInfo.InvariantCulture, $"{Cell(id)},{step:G6},{bytes?.PredictedBytes:R},{fits}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Reads the files of every directory, later ones over earlier ones; empty where there is none.</summary>
    public static ImmutableDictionary<string, LeftOutPrediction> Read(Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ImmutableDictionary<string, LeftOutPrediction>.Builder all = ImmutableDictionary.CreateBuilder<string, LeftOutPrediction>(
            StringComparer.Ordinal
        );
        foreach (Node row in EvidenceTable.Rows(library, FilePath, [Id, Predicted, Bytes, Fits], diagnostics))
        {
            (double? step, double? bytes) = (Above(row[Predicted]), Above(row[Bytes]));
            if (row[Id] is { } id && (step ?? bytes) is not null)
            {
                bool? fits = row[Fits]?.Text switch
                {
                    "yes" => true,
                    "no" => false,
                    _ => null,
                };
                all[id.Text] = new LeftOutPrediction(step, bytes, fits);
                continue;
            }

            diagnostics.Add(row.Problem(DiagnosticCodes.OutOfRange, "this row predicts nothing", "an id and a number above zero"));
        }

        return all.ToImmutable();
    }

    /// <summary>
    /// The report as it is with these predictions. Null where they speak of none of its scored rows. Rows that they do not speak of are skipped.
    /// </summary>
    /// <param name="rows">The rows that <paramref name="report"/> is of.</param>
    /// <param name="report">The rows evaluated with any parameters.</param>
    /// <param name="predictions">By row.</param>
    /// <param name="options">How many of the worst rows to list; null for the default.</param>
    public static ValidationReport? Apply(
        IReadOnlyList<RunRow> rows,
        ValidationReport report,
        IReadOnlyDictionary<string, LeftOutPrediction> predictions,
        ValidationOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(predictions);
        if (!report.Rows.Any(row => row is { Scored: true, Skipped: null } && predictions.ContainsKey(row.Id)))
        {
            return null;
        }

        ILookup<string, StepResult> steps = report.Rows.ToLookup(static row => row.Id, StringComparer.Ordinal);
        ILookup<string, MemoryResult> memory = report.MemoryRows.ToLookup(static row => row.Id, StringComparer.Ordinal);
        ILookup<string, ActivationResult> activations = report.Activations.ToLookup(static row => row.Id, StringComparer.Ordinal);
        return Validator.Report(
            [
                .. rows.DistinctBy(static row => row.Id, StringComparer.Ordinal)
                    .Select(row => new RowEvaluation(
                        row,
                        steps[row.Id].FirstOrDefault() is { } step ? With(step, predictions) : null,
                        memory[row.Id].FirstOrDefault() is { } bytes ? With(bytes, predictions) : null,
                        activations[row.Id].FirstOrDefault()
                    )),
            ],
            options
        );
    }

    private static StepResult With(StepResult row, IReadOnlyDictionary<string, LeftOutPrediction> predictions)
    {
        double? predicted = row.Skipped is null && predictions.TryGetValue(row.Id, out LeftOutPrediction value) ? value.Step : null;
        return row with
        {
            Predicted = predicted,
            Error = predicted / row.Measured - 1,
            Interval = null,
            Skipped = row.Skipped ?? (predicted is null ? Missing : null),
        };
    }

    private static MemoryResult With(MemoryResult row, IReadOnlyDictionary<string, LeftOutPrediction> predictions)
    {
        LeftOutPrediction value = row.Skipped is null && predictions.TryGetValue(row.Id, out LeftOutPrediction known) ? known : default;
        return row with
        {
            PredictedBytes = value.Bytes,
            PredictedToFit = value.Fits,
            Error = value.Bytes / row.MeasuredBytes - 1,
            Interval = null,
            Skipped = row.Skipped ?? (value.Bytes is null ? Missing : null),
        };
    }

    private static double? Above(Node? cell) => EvidenceTable.Number(cell) is > 0 and var number ? number : null;

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
