using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Validation.Calibration;

/// <summary>Fits the free parameters of a catalog to a runs file: what <c>petaday calibrate</c> does.</summary>
public static class CatalogCalibration
{
    private const int Iterations = 25;

    /// <summary>Fits; the same rows and catalog give the same report, whatever the number of threads.</summary>
    /// <param name="rows">Measured runs.</param>
    /// <param name="library">The catalog, for machines, software and models.</param>
    /// <param name="start">Parameters that the fit starts from and is held near: <see cref="ParameterFile.ReadPriors"/>, or <see cref="AsPriors"/> of those in use.</param>
    /// <param name="progress">Gets the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CalibrationReport Run(
        IReadOnlyList<RunRow> rows,
        Library library,
        ParameterSet start,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        RunCatalog catalog = RunCatalogReader.Read(library, start, []);
        MemoryFit memory = MemoryFit.Of(rows, new RunMapper(catalog), start, cancellation);
        // What a row leaves unsaid of recomputation is what fits, by memory as it is fitted.
        RunMapper mapper = new(RunCatalogReader.With(catalog, library, start.With(memory.Parameters), []));
        CalibrationRun[] runs = [.. CalibrationRuns.Of(rows, mapper)];
        RunRow[] possible =
        [
            .. rows.Where(static row =>
                row.Scored && row.Outcome != "oom" && (row.MeasuredStepSeconds ?? row.TokensPerSecondPerDevice) is not null
            ),
        ];
        ImmutableArray<KeyValuePair<string, int>> skipped = Reasons(possible, mapper);
        if (runs.Length == 0)
        {
            return new CalibrationReport([], possible.Length, 0, skipped, null, null, [], null, [], memory);
        }

        CalibrationResult fit = new Calibrator(runs, start).Fit(Iterations, progress, cancellation);
        (string Source, double Error)[] before = [.. runs.Select(static run => (run.Source, (Seconds(run) / run.MeasuredSeconds) - 1))];
        (string Source, double Error)[] after = [.. runs.Select((run, i) => (run.Source, Math.Exp(fit.Residuals[i]) - 1))];
        return new CalibrationReport(
            Ordered([.. fit.Parameters, .. memory.Parameters]),
            possible.Length,
            runs.Length,
            skipped,
            SourceErrors.All(before),
            SourceErrors.All(after),
            SourceErrors.BySource(after),
            null,
            [],
            memory
        );
    }

    /// <summary>
    /// Parameters in use as what a fit starts from. Spreads stay as they were: a person's cluster may differ from the published ones as much as those do
    /// from one another.
    /// </summary>
    public static ParameterSet AsPriors(ParameterSet present)
    {
        ArgumentNullException.ThrowIfNull(present);
        return new ParameterSet(
            present.Rows.Select(static row => row with { Prior = row.Value, Low = null, High = null, Runs = 0, Sources = 0 })
        );
    }

    /// <summary>The report with the errors of rows whose source took no part in the fit that predicted them.</summary>
    public static CalibrationReport WithLeftOut(CalibrationReport report, ValidationReport leftOut)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(leftOut);
        (string Source, double Error)[] errors =
        [
            .. leftOut
                .Rows.Where(static row => row is { Scored: true, Error: not null })
                .Select(static row => (row.SourceGroup, row.Error!.Value)),
        ];
        return report with { LeftOut = SourceErrors.All(errors), LeftOutBySource = SourceErrors.BySource(errors) };
    }

    private static double Seconds(CalibrationRun run) =>
        StepModel.Seconds(run.Architecture, run.System, run.Stack, run.Recipe, run.Strategy);

    private static ImmutableArray<KeyValuePair<string, int>> Reasons(IEnumerable<RunRow> rows, RunMapper mapper) =>
        [
            .. rows.Select(row => mapper.Map(row))
                .Where(static mapping => mapping.Run is null)
                .GroupBy(static mapping => mapping.Skipped ?? "", StringComparer.Ordinal)
                .OrderByDescending(static group => group.Count())
                .ThenBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => KeyValuePair.Create(group.Key, group.Count())),
        ];

    // As the file has them: by scope, the general one first.
    private static ImmutableArray<ParameterRow> Ordered(IEnumerable<ParameterRow> rows) =>
        [
            .. rows.OrderBy(static row => row.Scope, StringComparer.Ordinal)
                .ThenBy(static row => row.Id == "any" ? "" : row.Id, StringComparer.Ordinal)
                .ThenBy(static row => row.Name, StringComparer.Ordinal),
        ];
}
