using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Petaday.Catalog;

namespace Petaday.Validation.Evidence;

/// <summary>
/// What was predicted of each published step by parameters fitted without its source. It takes minutes to find, so that <c>petaday calibrate --leave-one-source-out</c>
/// writes it down, and pages are made from the file. Intervals follow from the predictions and are not kept.
/// </summary>
public static class LeftOutPredictions
{
    /// <summary>Where they lie in a catalog.</summary>
    public const string FilePath = "validation/left-out.csv";

    private const string Id = "id";
    private const string Predicted = "predicted";

    /// <summary>The text of the file: every step that was predicted, in its metric's unit, in the report's order.</summary>
    public static string Write(ValidationReport leftOut)
    {
        ArgumentNullException.ThrowIfNull(leftOut);
        StringBuilder text = new($"{Id},{Predicted}\n");
        foreach (StepResult row in leftOut.Rows.Where(static row => row.Predicted is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Cell(row.Id)},{row.Predicted:G6}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads the files of every directory, later ones over earlier ones; empty where there is none.</summary>
    public static ImmutableDictionary<string, double> Read(Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ImmutableDictionary<string, double>.Builder all = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (Node row in EvidenceTable.Rows(library, FilePath, [Id, Predicted], diagnostics))
        {
            if (row[Id] is { } id && EvidenceTable.Number(row[Predicted]) is > 0 and var predicted)
            {
                all[id.Text] = predicted;
                continue;
            }

            diagnostics.Add(row.Problem(DiagnosticCodes.OutOfRange, "this row predicts nothing", "an id and a number above zero"));
        }

        return all.ToImmutable();
    }

    /// <summary>
    /// The report as it is with these predictions of time; memory stays, since no fit moves it. Null where they speak of none of its scored rows. Rows that they do not
    /// speak of are skipped.
    /// </summary>
    /// <param name="rows">The rows that <paramref name="report"/> is of.</param>
    /// <param name="report">The rows evaluated with any parameters.</param>
    /// <param name="predictions">By row.</param>
    /// <param name="options">How many of the worst rows to list; null for the default.</param>
    public static ValidationReport? Apply(
        IReadOnlyList<RunRow> rows,
        ValidationReport report,
        IReadOnlyDictionary<string, double> predictions,
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
                        memory[row.Id].FirstOrDefault() is { } bytes ? bytes with { Interval = null } : null,
                        activations[row.Id].FirstOrDefault()
                    )),
            ],
            options
        );
    }

    private static StepResult With(StepResult row, IReadOnlyDictionary<string, double> predictions)
    {
        double? predicted = row.Skipped is null && predictions.TryGetValue(row.Id, out double value) ? value : null;
        return row with
        {
            Predicted = predicted,
            Error = predicted / row.Measured - 1,
            Interval = null,
            Skipped = row.Skipped ?? (predicted is null ? "no prediction by parameters fitted without its source is at hand" : null),
        };
    }

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
