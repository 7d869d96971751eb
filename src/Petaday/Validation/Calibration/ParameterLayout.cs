using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Validation.Calibration;

/// <summary>
/// Where each parameter stands in the vector that a fit moves, as logarithms. Every figure has a parent (an accelerator its generation, that any
/// accelerator; a system's network its kind, that any; a stack any stack) and is held near it by the prior's spread, so that what many sources say
/// reaches those that no run has: partial pooling. A root is held near the prior itself.
/// </summary>
public sealed class ParameterLayout
{
    private const string Any = "any";

    private static readonly string[] AcceleratorNames =
    [
        "matmulFraction",
        "fp8Fraction",
        "fp4Fraction",
        "attentionForwardFraction",
        "attentionBackwardFraction",
        "memoryFraction",
        "kernelSeconds",
        "innerHalfLength",
        "flash2Share",
    ];

    private static readonly string[] NetworkNames = ["latencySeconds", "sustainedFraction"];

    private static readonly string[] StackNames =
    [
        "hostLaunchSeconds",
        "efficiency",
        "exposedDataParallel",
        "exposedTensorParallel",
        "tensorHopSeconds",
        "pipelineHopSeconds",
        "stepSeconds",
        "contention",
        "straggling",
    ];

    private readonly ParameterPool pool;

    /// <summary>Lays out the parameters that <paramref name="runs"/> depend on, with priors of <paramref name="priors"/>.</summary>
    public ParameterLayout(IReadOnlyList<CalibrationRun> runs, ParameterSet priors)
    {
        pool = new ParameterPool(priors);
        foreach (var run in runs)
        {
            foreach (var (scope, names, ids) in Chains(run))
            {
                foreach (var name in names)
                {
                    pool.Add(scope, name, ids);
                }
            }
        }
    }

    /// <summary>What holds the parameters near their priors.</summary>
    internal ParameterPool Pool => pool;

    /// <summary>Parameters in the vector.</summary>
    public int Count => pool.Count;

    /// <summary>The prior of each, in the vector's order.</summary>
    public IReadOnlyList<ParameterRow> Rows => pool.Rows;

    /// <summary>Index of each one's parent; -1 for a root.</summary>
    public IReadOnlyList<int> Parents => pool.Parents;

    /// <summary>Indices that <paramref name="run"/> depends on, in the order that <see cref="Apply"/> reads them; -1 where it has no such tier.</summary>
    public int[] Indices(CalibrationRun run)
    {
        List<int> all = [];
        foreach (var (scope, names, ids) in Chains(run))
        {
            all.AddRange(names.Select(name => pool.Add(scope, name, ids)));
        }

        if (run.System.Fabric is null)
        {
            all.InsertRange(AcceleratorNames.Length + NetworkNames.Length, [-1, -1]);
        }

        return [.. all];
    }

    /// <summary>The run's system and stack with the parameters of <paramref name="logarithms"/>.</summary>
    public static (SystemSpec System, Stack Stack) Apply(CalibrationRun run, int[] indices, ReadOnlySpan<double> logarithms)
    {
        Span<double> values = stackalloc double[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            values[i] = indices[i] < 0 ? 0 : Math.Exp(logarithms[indices[i]]);
        }

        var device = run.System.Accelerator with
        {
            Parameters = new AcceleratorParameters(
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6],
                values[7],
                values[8]
            ),
        };
        var system = run.System with
        {
            Accelerator = device,
            ScaleUp = run.System.ScaleUp with { LatencySeconds = values[9], SustainedFraction = values[10] },
            Fabric = run.System.Fabric is { } fabric ? fabric with { LatencySeconds = values[11], SustainedFraction = values[12] } : null,
        };
        var stack = run.Stack with
        {
            Parameters = run.Stack.Parameters with
            {
                HostLaunchSeconds = values[13],
                Efficiency = values[14],
                ExposedDataParallel = values[15],
                ExposedTensorParallel = values[16],
                TensorHopSeconds = values[17],
                PipelineHopSeconds = values[18],
                StepSeconds = values[19],
                Contention = values[20],
                Straggling = values[21],
            },
        };
        return (system, stack);
    }

    /// <summary>The largest sensible logarithm of each parameter: a share does not pass 1.</summary>
    public double Ceiling(int parameter) =>
        pool.Rows[parameter].Name switch
        {
            "matmulFraction" or "fp8Fraction" or "fp4Fraction" or "memoryFraction" or "sustainedFraction" => Math.Log(0.98),
            "attentionForwardFraction" or "attentionBackwardFraction" => Math.Log(1.1), // the head-size term lowers it again
            "exposedDataParallel" or "exposedTensorParallel" or "contention" or "flash2Share" => 0,
            "efficiency" => Math.Log(1.15), // beside an accelerator's own fraction, which other stacks' runs set
            "hostLaunchSeconds" => Math.Log(1e-4), // slower ones are no launches but a run held up by something else
            _ => double.PositiveInfinity,
        };

    /// <summary>What a run depends on: scope, names, and ids from the narrowest to the broadest.</summary>
    private static IEnumerable<(string Scope, string[] Names, string[] Ids)> Chains(CalibrationRun run)
    {
        var device = run.System.Accelerator;
        yield return ("accelerator", AcceleratorNames, [device.Id, device.Generation, Any]);
        yield return ("network", NetworkNames, [$"{run.System.Id}/scaleUp", run.System.ScaleUp.Kind, Any]);
        if (run.System.Fabric is { } fabric)
        {
            yield return ("network", NetworkNames, [$"{run.System.Id}/fabric", fabric.Kind, Any]);
        }

        yield return ("stack", StackNames, [run.Stack.Id, run.Stack.Launching, Any]);
    }
}
