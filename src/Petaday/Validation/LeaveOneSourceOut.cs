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
    private const int MostRunsOfSource = 60;

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
        HashSet<string> fitted = CalibrationRuns
            .Of(rows, prior)
            .Select(static run => run.Source)
            .Concat(MemoryRuns.Of(rows, prior).Select(static run => run.Source))
            .ToHashSet(StringComparer.Ordinal);
        RowEvaluation[] evaluations = new RowEvaluation[rows.Count];
        // Rows of sources that fitted nothing share the fit of all.
        IGrouping<string, int>[] sources =
        [
            .. Enumerable
                .Range(0, rows.Count)
                .GroupBy(row => fitted.Contains(rows[row].SourceGroup) ? rows[row].SourceGroup : "", StringComparer.Ordinal),
        ];
        int done = 0;
        Parallel.ForEach(
            sources,
            Validator.Threads(options, cancellationToken),
            source =>
            {
                RunRow[] others = [.. rows.Where(row => row.SourceGroup != source.Key)];
                RunMapper mapper = new(
                    RunCatalogReader.With(catalog, library, Fit(others, catalog, library, priors, cancellationToken), [])
                );
                int[] indices = [.. source];
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

                progress?.Report((double)Interlocked.Increment(ref done) / sources.Length);
            }
        );
        return Validator.Report(evaluations, options);
    }

    /// <summary>Parameters fitted to <paramref name="rows"/>: memory first, as what a row leaves unsaid of recomputation is what fits.</summary>
    private static ParameterSet Fit(RunRow[] rows, RunCatalog catalog, Library library, ParameterSet priors, CancellationToken cancellation)
    {
        MemoryFit memory = MemoryFit.Of(rows, new RunMapper(catalog), priors, cancellation);
        ParameterSet start = priors.With(memory.Parameters);
        RunMapper mapper = new(RunCatalogReader.With(catalog, library, start, []));
        CalibrationRun[] runs = [.. CalibrationRuns.Thinned(CalibrationRuns.Of(rows, mapper), MostRunsOfSource)];
        return runs.Length == 0 ? start : start.With(new Calibrator(runs, start).Fit(Iterations, null, cancellation).Parameters);
    }

    private static StepEstimate Estimate(MappedRun run) =>
        StepModel.Estimate(run.Architecture, run.System, run.Stack, run.Recipe, run.Strategy);
}
