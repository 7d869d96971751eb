using MathNet.Numerics.LinearAlgebra;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Validation.Calibration;

/// <summary>
/// Fits free parameters to measured steps: the logarithms of predicted over measured time are brought down by Levenberg-Marquardt, with residuals
/// weighted so that a wild row counts little (Cauchy weights) and a source counts by the fourth root of its rows, so that a grid of a thousand does not drown a paper of eight,
/// and every parameter held near its prior by the prior's spread.
/// </summary>
public sealed class Calibrator
{
    /// <summary>
    /// Standard deviation of a good prediction's logarithm: what residuals are measured in. A fit starts with a wide one, which every row pulls at, and
    /// narrows it, so that it does not settle on the rows that happen to be near at the start (graduated non-convexity, Blake and Zisserman 1987).
    /// </summary>
    private static readonly double[] Noises = [0.4, 0.2, 0.08];

    /// <summary>Weight of the only row of a source, against the pull of the priors.</summary>
    private const double RowWeight = 4;

    /// <summary>Rows beyond which a source counts no more: a grid says of its own stack and machine what it says, and of others no more than thirty runs would.</summary>
    private const double MostCounted = 30;

    private readonly IReadOnlyList<CalibrationRun> runs;
    private readonly ParameterLayout layout;
    private readonly int[][] indices;
    private readonly double[] weights;

    // Parameters that a row's time moves with; most rows feel few (no fp8, one device ...), and to ask after the others is most of a fit's work.
    private readonly bool[][] felt;

    /// <summary>Prepares a fit of <paramref name="runs"/>.</summary>
    public Calibrator(IReadOnlyList<CalibrationRun> runs, ParameterSet priors)
    {
        this.runs = runs;
        layout = new ParameterLayout(runs, priors);
        indices = [.. runs.Select(layout.Indices)];
        felt = [.. indices.Select(static row => new bool[row.Length])];
        var sizes = runs.GroupBy(run => run.Source, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        weights = [.. runs.Select(run => RowWeight * Math.Pow(Math.Min(sizes[run.Source], MostCounted), 0.25) / sizes[run.Source])];
    }

    /// <summary>
    /// Fits, at most <paramref name="iterations"/> rounds at each width; the same runs give the same parameters whatever the number of threads.
    /// </summary>
    public CalibrationResult Fit(int iterations = 15, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        double[] current = [.. layout.Rows.Select(row => Math.Log(row.Prior))];
        for (var stage = 0; stage < Noises.Length; stage++)
        {
            current = Descend(current, Noises[stage], iterations, cancellation);
            progress?.Report((stage + 1.0) / Noises.Length);
        }

        return Result(current);
    }

    private double[] Descend(double[] start, double noise, int iterations, CancellationToken cancellation)
    {
        const double SmallGain = 1e-5;
        const int RoundsBetweenSurveys = 6; // what a row feels changes as the slower of two sides changes
        var current = start;
        var residuals = Residuals(current);
        var cost = Cost(current, residuals, noise);
        var damping = 1e-2;
        for (var round = 0; round < iterations && damping < 1e8; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (normal, gradient) = NormalEquations(current, residuals, noise, surveys: round % RoundsBetweenSurveys == 0);
            var before = cost;
            for (var attempt = 0; attempt < 6 && cost >= before; attempt++)
            {
                var next = Step(current, normal, gradient, damping);
                var nextResiduals = Residuals(next);
                var nextCost = Cost(next, nextResiduals, noise);
                damping *= nextCost < cost ? 0.3 : 4;
                if (nextCost < cost)
                {
                    (current, residuals, cost) = (next, nextResiduals, nextCost);
                }
            }

            if (before - cost < SmallGain * before)
            {
                break;
            }
        }

        return current;
    }

    private double[] Step(double[] current, Matrix<double> normal, Vector<double> gradient, double damping)
    {
        var damped = normal.Clone();
        for (var i = 0; i < layout.Count; i++)
        {
            damped[i, i] *= 1 + damping;
        }

        var step = damped.Cholesky().Solve(gradient);
        var next = new double[current.Length];
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = Math.Min(layout.Ceiling(i), current[i] - Math.Clamp(step[i], -0.5, 0.5));
        }

        return next;
    }

    private double[] Residuals(double[] parameters)
    {
        var result = new double[runs.Count];
        Parallel.For(0, runs.Count, row => result[row] = Residual(row, parameters));
        return result;
    }

    private double Residual(int row, double[] parameters)
    {
        var run = runs[row];
        var (system, stack) = ParameterLayout.Apply(run, indices[row], parameters);
        return Math.Log(StepModel.Seconds(run.Architecture, system, stack, run.Recipe, run.Strategy) / run.MeasuredSeconds);
    }

    /// <summary>Cauchy loss of residuals plus squared distance from priors.</summary>
    private double Cost(double[] parameters, double[] residuals, double noise)
    {
        var cost = 0.0;
        for (var row = 0; row < residuals.Length; row++)
        {
            cost += CauchyLoss.Of(residuals[row], weights[row], noise);
        }

        return layout.Pool.Held(cost, parameters);
    }

    private (Matrix<double> Normal, Vector<double> Gradient) NormalEquations(
        double[] parameters,
        double[] residuals,
        double noise,
        bool surveys
    )
    {
        const double Difference = 1e-4;
        var slopes = new double[runs.Count][];
        Parallel.For(
            0,
            runs.Count,
            row =>
            {
                var moved = (double[])parameters.Clone();
                slopes[row] = new double[indices[row].Length];
                for (var i = 0; i < slopes[row].Length; i++)
                {
                    var index = indices[row][i];
                    if (index >= 0 && (surveys || felt[row][i]))
                    {
                        moved[index] += Difference;
                        slopes[row][i] = (Residual(row, moved) - residuals[row]) / Difference;
                        moved[index] = parameters[index];
                        felt[row][i] = slopes[row][i] != 0;
                    }
                }
            }
        );
        var normal = Matrix<double>.Build.Dense(layout.Count, layout.Count);
        var gradient = Vector<double>.Build.Dense(layout.Count);
        for (var row = 0; row < runs.Count; row++)
        {
            CauchyLoss.Accumulate(normal, gradient, slopes[row], indices[row], residuals[row], weights[row], noise);
        }

        layout.Pool.Hold(normal, gradient, parameters);
        return (normal, gradient);
    }

    private CalibrationResult Result(double[] parameters)
    {
        var residuals = Residuals(parameters);
        var (normal, _) = NormalEquations(parameters, residuals, Noises[^1], surveys: true);
        var covariance = normal.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(layout.Count));
        var counts = new (HashSet<string> Sources, int Runs)[layout.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = (new HashSet<string>(StringComparer.Ordinal), 0);
        }

        for (var row = 0; row < runs.Count; row++)
        {
            foreach (var index in indices[row].Where(index => index >= 0))
            {
                for (var at = index; at >= 0; at = layout.Parents[at])
                {
                    counts[at].Sources.Add(runs[row].Source);
                    counts[at].Runs++;
                }
            }
        }

        var rows = layout.Rows.Select(
            (row, i) =>
                row with
                {
                    Value = Math.Exp(parameters[i]),
                    Low = Math.Exp(parameters[i] - (1.645 * Math.Sqrt(covariance[i, i]))),
                    High = Math.Exp(parameters[i] + (1.645 * Math.Sqrt(covariance[i, i]))),
                    Runs = counts[i].Runs,
                    Sources = counts[i].Sources.Count,
                }
        );
        return new CalibrationResult([.. rows], [.. residuals]);
    }
}
