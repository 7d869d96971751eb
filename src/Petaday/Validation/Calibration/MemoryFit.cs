using System.Collections.Immutable;
using Petaday.Hardware;

namespace Petaday.Validation.Calibration;

/// <summary>A fit of the memory parameters of stacks, with what it rests on and how well it does.</summary>
/// <param name="Parameters">Each fitted parameter with value, prior, 90 % range, runs and sources; empty without runs.</param>
/// <param name="Runs">Measured memories that were fitted to.</param>
/// <param name="Before">Errors of all with the parameters that the fit started from; null without runs.</param>
/// <param name="After">With those that it found.</param>
/// <param name="BySource">The same by source.</param>
public sealed record MemoryFit(
    ImmutableArray<ParameterRow> Parameters,
    int Runs,
    SourceErrors? Before,
    SourceErrors? After,
    ImmutableArray<SourceErrors> BySource
)
{
    private const int Iterations = 25;

    /// <summary>Fits to the measured memories of <paramref name="rows"/>.</summary>
    /// <param name="rows">Measured runs.</param>
    /// <param name="mapper">Makes them ready.</param>
    /// <param name="start">Parameters that the fit starts from and is held near.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    public static MemoryFit Of(IEnumerable<RunRow> rows, RunMapper mapper, ParameterSet start, CancellationToken cancellation = default)
    {
        MemoryRun[] runs = [.. MemoryRuns.Of(rows, mapper)];
        if (runs.Length == 0)
        {
            return new MemoryFit([], 0, null, null, []);
        }

        CalibrationResult fit = new MemoryCalibrator(runs, start).Fit(Iterations, cancellation);
        (string Source, double Error)[] before = [.. runs.Select(run => (run.Source, (AtStart(run, start) / run.MeasuredBytes) - 1))];
        (string Source, double Error)[] after = [.. runs.Select((run, i) => (run.Source, Math.Exp(fit.Residuals[i]) - 1))];
        return new MemoryFit(fit.Parameters, runs.Length, SourceErrors.All(before), SourceErrors.All(after), SourceErrors.BySource(after));
    }

    private static double AtStart(MemoryRun run, ParameterSet start) =>
        run.PredictedBytes(
            start.Get("stack", "memoryOverhead", run.Stack.Id, run.Stack.Launching),
            start.Get("stack", "memoryBase", run.Stack.Id, run.Stack.Launching)
        );
}
