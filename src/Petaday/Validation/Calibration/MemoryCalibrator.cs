using MathNet.Numerics.LinearAlgebra;
using Petaday.Hardware;

namespace Petaday.Validation.Calibration;

/// <summary>
/// Fits what stacks' allocators add (<c>memoryOverhead</c>) and what software takes (<c>memoryBase</c>) to measured memory, apart from the fit of times, which does not depend on
/// them: the same robust losses and weights (<see cref="Calibrator"/>), by Gauss-Newton on the few parameters.
/// </summary>
internal sealed class MemoryCalibrator
{
    private static readonly double[] Noises = [0.4, 0.2, 0.08];
    private static readonly string[] Names = ["memoryOverhead", "memoryBase"];

    private const double RowWeight = 4;
    private const double Difference = 1e-4;

    /// <summary>An allocator that doubles what it is asked for is as bad as they come.</summary>
    private const double MostOverhead = 1;

    private readonly IReadOnlyList<MemoryRun> runs;
    private readonly ParameterPool pool;
    private readonly int[][] indices;
    private readonly double[] weights;

    /// <summary>Prepares a fit of <paramref name="runs"/>.</summary>
    public MemoryCalibrator(IReadOnlyList<MemoryRun> runs, ParameterSet priors)
    {
        this.runs = runs;
        pool = new ParameterPool(priors);
        indices =
        [
            .. runs.Select(run => Names.Select(name => pool.Add("stack", name, run.Stack.Id, run.Stack.Launching, "any")).ToArray()),
        ];
        Dictionary<string, int> sizes = runs.GroupBy(static run => run.Source, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        weights = [.. runs.Select(run => RowWeight / Math.Pow(sizes[run.Source], 0.75))];
    }

    /// <summary>Fits, at most <paramref name="iterations"/> rounds at each width.</summary>
    public CalibrationResult Fit(int iterations, CancellationToken cancellation = default)
    {
        double[] current = [.. pool.Rows.Select(static row => Math.Log(row.Prior))];
        foreach (double noise in Noises)
        {
            current = Descend(current, noise, iterations, cancellation);
        }

        return Result(current);
    }

    private double[] Descend(double[] start, double noise, int iterations, CancellationToken cancellation)
    {
        double[] current = start;
        double cost = Cost(current, noise);
        for (int round = 0; round < iterations; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            (Matrix<double> normal, Vector<double> gradient) = NormalEquations(current, noise);
            Vector<double> step = normal.Cholesky().Solve(gradient);
            double before = cost;
            for (double scale = 1; scale > 1e-3 && cost >= before; scale /= 4)
            {
                double[] next = [.. current.Select((value, i) => Math.Min(Ceiling(i), value - (scale * Math.Clamp(step[i], -0.5, 0.5))))];
                double nextCost = Cost(next, noise);
                (current, cost) = nextCost < cost ? (next, nextCost) : (current, cost);
            }

            if (before - cost < 1e-6 * before)
            {
                break;
            }
        }

        return current;
    }

    private double Ceiling(int i) => pool.Rows[i].Name == Names[0] ? Math.Log(MostOverhead) : double.PositiveInfinity;

    private double Residual(int row, double[] parameters) =>
        Math.Log(
            runs[row].PredictedBytes(Math.Exp(parameters[indices[row][0]]), Math.Exp(parameters[indices[row][1]])) / runs[row].MeasuredBytes
        );

    private double[] Residuals(double[] parameters)
    {
        double[] result = new double[runs.Count];
        Parallel.For(0, runs.Count, row => result[row] = Residual(row, parameters));
        return result;
    }

    /// <summary>Cauchy loss of residuals plus squared distance from priors.</summary>
    private double Cost(double[] parameters, double noise)
    {
        double cost = 0;
        double[] residuals = Residuals(parameters);
        for (int row = 0; row < residuals.Length; row++)
        {
            cost += CauchyLoss.Of(residuals[row], weights[row], noise);
        }

        return pool.Held(cost, parameters);
    }

    private (Matrix<double> Normal, Vector<double> Gradient) NormalEquations(double[] parameters, double noise)
    {
        (double Residual, double[] Slopes)[] rows = new (double, double[])[runs.Count];
        Parallel.For(0, runs.Count, row => rows[row] = Slopes(row, parameters));
        Matrix<double> normal = Matrix<double>.Build.Dense(pool.Count, pool.Count);
        Vector<double> gradient = Vector<double>.Build.Dense(pool.Count);
        for (int row = 0; row < rows.Length; row++)
        {
            (double residual, double[] slopes) = rows[row];
            CauchyLoss.Accumulate(normal, gradient, slopes, indices[row], residual, weights[row], noise);
        }

        pool.Hold(normal, gradient, parameters);
        return (normal, gradient);
    }

    private (double Residual, double[] Slopes) Slopes(int row, double[] parameters)
    {
        double residual = Residual(row, parameters);
        double[] moved = (double[])parameters.Clone();
        double[] slopes = new double[Names.Length];
        for (int i = 0; i < slopes.Length; i++)
        {
            moved[indices[row][i]] += Difference;
            slopes[i] = (Residual(row, moved) - residual) / Difference;
            moved[indices[row][i]] = parameters[indices[row][i]];
        }

        return (residual, slopes);
    }

    private CalibrationResult Result(double[] parameters)
    {
        (Matrix<double> normal, _) = NormalEquations(parameters, Noises[^1]);
        Matrix<double> covariance = normal.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(pool.Count));
        (HashSet<string> Sources, int Runs)[] counts = [.. pool.Rows.Select(static _ => (new HashSet<string>(StringComparer.Ordinal), 0))];
        for (int row = 0; row < runs.Count; row++)
        {
            foreach (int index in indices[row].Where(index => IsFelt(row, index, parameters)))
            {
                for (int at = index; at >= 0; at = pool.Parents[at])
                {
                    counts[at].Sources.Add(runs[row].Source);
                    counts[at].Runs++;
                }
            }
        }

        IEnumerable<ParameterRow> rows = pool.Rows.Select(
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
        // A figure that no run speaks for (a base where the allocator's own figures are all there is) is its parent's: it is left out.
        return new CalibrationResult([.. rows.Where(static row => row.Runs > 0)], [.. Residuals(parameters)]);
    }

    private bool IsFelt(int row, int index, double[] parameters)
    {
        double[] moved = (double[])parameters.Clone();
        moved[index] += Difference;
        return Math.Abs(Residual(row, moved) - Residual(row, parameters)) > 1e-6 * Difference; // less is rounding
    }
}
