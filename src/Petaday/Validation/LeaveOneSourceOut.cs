using Petaday.Catalog;
using Petaday.Hardware;
using Petaday.Training;
using Petaday.Validation.Calibration;

namespace Petaday.Validation;

/// <summary>
/// The harder test: each source is predicted with parameters fitted on the others alone, so that no source helps to predict itself.
/// </summary>
public static class LeaveOneSourceOut
{
    private const int Iterations = 12;

    // A fit is made for every source.
    private const int MostRunsOfSource = 200;

    /// <summary>
    /// Refits times and memory without each source in turn and evaluates it; rows whose source fitted nothing take the fit of all.
    /// </summary>
    /// <param name="rows">Published rows.</param>
    /// <param name="library">The catalog.</param>
    /// <param name="priors">Parameters that fits start from, that no run has taken part in.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <param name="progress">Gets the share of sources done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops between rounds of a fit.</param>
    /// <exception cref="ArgumentException">A parameter comes from a fit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ValidationReport Run(
        IReadOnlyList<RunRow> rows,
        Library library,
        ParameterSet priors,
        ValidationOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(priors);
        if (priors.Rows.Any(static row => row.Runs > 0))
        {
            throw new ArgumentException("fitted parameters would let a source help to predict itself: start from priors", nameof(priors));
        }

        RunCatalog catalog = RunCatalogReader.Read(library, priors, []);
        RunMapper prior = new(catalog);
        CalibrationRun[] runs = [.. CalibrationRuns.Thinned(CalibrationRuns.Of(rows, prior), MostRunsOfSource)];
        HashSet<string> fitted = runs.Select(static run => run.Source)
            .Concat(MemoryRuns.Of(rows, prior).Select(static run => run.Source))
            .ToHashSet(StringComparer.Ordinal);
        ParameterSet? ofAll = null; // a source of memory alone takes no part in a fit of times
        RowEvaluation[] evaluations = new RowEvaluation[rows.Count];
        string[] sources =
        [
            .. rows.Select(row => fitted.Contains(row.SourceGroup) ? row.SourceGroup : "").Distinct(StringComparer.Ordinal),
        ];
        for (int i = 0; i < sources.Length; i++)
        {
            string source = sources[i];
            CalibrationRun[] others = [.. runs.Where(run => run.Source != source)];
            ParameterSet parameters =
                others.Length < runs.Length ? Fit(others, priors, cancellationToken) : ofAll ??= Fit(others, priors, cancellationToken);
            MemoryFit memory = MemoryFit.Of(rows.Where(row => row.SourceGroup != source), prior, priors, cancellationToken);
            RunMapper mapper = new(RunCatalogReader.With(catalog, library, parameters.With(memory.Parameters), []));
            int[] indices =
            [
                .. Enumerable
                    .Range(0, rows.Count)
                    .Where(row => (fitted.Contains(rows[row].SourceGroup) ? rows[row].SourceGroup : "") == source),
            ];
            RowEvaluation[] own = Validator.Evaluate(
                [.. indices.Select(row => rows[row])],
                mapper,
                Estimate,
                options,
                null,
                cancellationToken
            );
            for (int j = 0; j < indices.Length; j++)
            {
                evaluations[indices[j]] = own[j];
            }

            progress?.Report((i + 1.0) / sources.Length);
        }

        return Validator.Report(evaluations, options);
    }

    private static ParameterSet Fit(CalibrationRun[] runs, ParameterSet priors, CancellationToken cancellation) =>
        runs.Length == 0 ? priors : priors.With(new Calibrator(runs, priors).Fit(Iterations, null, cancellation).Parameters);

    private static StepEstimate Estimate(MappedRun run) =>
        StepModel.Estimate(run.Architecture, run.System, run.Stack, run.Recipe, run.Strategy);
}
