using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>
/// Draws every world's program over blocks of draws. For the Sobol indices each draw is worked out a second time with other values, and for each variable once more with that
/// one's other value (Saltelli et al. 2010, Computer Physics Communications 181): only what hangs on the variable is worked out again.
/// </summary>
internal sealed class RiskEngine
{
    private const int MostTraced = 10_000;

    private readonly RiskModel model;
    private readonly ParallelOptions parallel;
    private readonly ImmutableArray<WorldProgram> worlds;
    private readonly WorldProgram center;
    private readonly DrawTable table;
    private readonly WorldChoice choice;
    private readonly RiskOutputs outputs;
    private readonly int count;
    private readonly int traced;
    private IProgress<double>? listener;
    private double all;
    private long made;

    public RiskEngine(RiskModel model, RiskOptions options, CancellationToken cancellation)
    {
        this.model = model;
        parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads ?? -1, CancellationToken = cancellation };
        center = new WorldProgram(model.Base);
        worlds = model.Worlds.IsEmpty ? [center] : [.. model.Worlds.Select(static world => new WorldProgram(world))];
        Variables =
        [
            .. worlds
                .SelectMany(static world => world.Program.Variables.Select(static one => one.Variable))
                .Concat(model.Choices)
                .DistinctBy(static variable => variable.Id, StringComparer.Ordinal),
        ];
        var limits = model.Limits.Where(static limit => !limit.Limit.IsFixed).Select(static limit => limit.Key);
        table = new DrawTable(
            [.. Variables.Select(static variable => variable.Id).Concat(limits).Distinct(StringComparer.Ordinal)],
            options,
            parallel
        );
        choice = new WorldChoice(model, table);
        outputs = new RiskOutputs(worlds, center.Program.Lines, options.Draws);
        (count, traced) = (options.Draws, Math.Min(options.Draws, MostTraced));
        TargetPaths = [.. model.Targets.Where(path => outputs.Find(path) is not null).Distinct(StringComparer.Ordinal)];
        Targets = [.. TargetPaths.Select(path => outputs.Find(path)!.Value)];
        Exchanged = [.. Variables.Select(_ => Targets.Select(_ => new double[traced]).ToArray())];
        Second = [.. Targets.Select(_ => new double[traced])];
    }

    /// <summary>What is drawn.</summary>
    public ImmutableArray<LineVariable> Variables { get; }

    /// <summary>The lines and their draws.</summary>
    public RiskOutputs Outputs => outputs;

    /// <summary>Paths of the lines whose spread is traced: several lines may have one output.</summary>
    public ImmutableArray<string> TargetPaths { get; }

    /// <summary>Their outputs.</summary>
    public ImmutableArray<int> Targets { get; }

    /// <summary>Targets where every variable takes its second value, by target.</summary>
    public double[][] Second { get; }

    /// <summary>Targets where one variable takes its second value, by variable and target.</summary>
    public double[][][] Exchanged { get; }

    /// <summary>Paths that stand still though they should not.</summary>
    public ImmutableArray<string> Still => center.Program.Still;

    /// <summary>Makes all draws.</summary>
    /// <param name="progress">Gets the share of the draws that is made, from any thread; null where nobody listens.</param>
    public void Run(IProgress<double>? progress)
    {
        listener = progress;
        // A first draw works out each variable's exchange as well.
        all = (count * (1.0 + (Targets.IsEmpty ? 0 : Variables.Length))) + (Targets.IsEmpty ? 0 : traced * (1.0 + model.Choices.Length));
        Blocks(choice.Sort(count, second: false), First, 1 + (Targets.IsEmpty ? 0 : Variables.Length));
        if (Targets.IsEmpty)
        {
            return;
        }

        Blocks(choice.Sort(traced, second: true), (world, lanes, block) => Whole(world, lanes, block, second: true, Second), 1);
        foreach (var one in model.Choices)
        {
            var moved = Exchanged[Variables.IndexOf(Variables.First(variable => variable.Id == one.Id))];
            Blocks(
                choice.Sort(traced, second: false, one.Id),
                (world, lanes, block) => Whole(world, lanes, block, second: false, moved),
                1
            );
        }
    }

    /// <summary>A limit in a draw.</summary>
    public void Load(RiskLimit limit, Span<double> values)
    {
        if (limit.Limit.IsFixed)
        {
            values.Fill(limit.Limit.Central);
        }
        else
        {
            table.Load(new LineVariable(limit.Key, limit.Name, limit.Limit), second: false, [.. Enumerable.Range(0, count)], values);
        }
    }

    /// <summary>The targets with everything central.</summary>
    public double[] Centres() => center.At(null, [0.5], [.. TargetPaths.Select(path => center.SlotOf[path])]);

    /// <summary>The targets with everything central but one variable at its quantiles of 5 and 95 %.</summary>
    public (double Low, double High)[] Swing(LineVariable variable)
    {
        int place = model.Choices.IndexOf(variable);
        if (place < 0)
        {
            int[] slots = [.. TargetPaths.Select(path => center.SlotOf[path])];
            double[] values = center.At(variable.Id, [0.05, 0.95], slots);
            return [.. slots.Select((_, target) => (values[2 * target], values[(2 * target) + 1]))];
        }

        double[] low = Chosen(place, 0.05);
        double[] high = Chosen(place, 0.95);
        return [.. low.Zip(high)];
    }

    private double[] Chosen(int place, double share)
    {
        double[] at = [.. model.Choices.Select((_, index) => index == place ? share : 0.5)];
        int world = choice.Nearest(at);
        return
        [
            .. Targets.Select(target =>
                outputs.Slot(target, world) is >= 0 and var slot ? worlds[world].At(null, [0.5], [slot])[0] : double.NaN
            ),
        ];
    }

    private void First(int world, Lanes lanes, ReadOnlySpan<int> block)
    {
        var program = worlds[world];
        program.Draw(lanes, table, second: false, block);
        outputs.Keep(world, lanes, block);
        if (Targets.IsEmpty || block[0] >= traced)
        {
            return;
        }

        block = block[..Traced(block)];
        for (int variable = 0; variable < Variables.Length; variable++)
        {
            // A choice is exchanged in a pass of its own: it leads to another world.
            if (!model.Choices.Contains(Variables[variable]))
            {
                Copy(world, lanes, block, Exchanged[variable], program.Exchange(lanes, table, Variables[variable].Id, block));
            }
        }
    }

    private int Traced(ReadOnlySpan<int> block)
    {
        int length = block.Length;
        while (block[length - 1] >= traced)
        {
            length--;
        }

        return length;
    }

    private void Whole(int world, Lanes lanes, ReadOnlySpan<int> block, bool second, double[][] into)
    {
        worlds[world].Draw(lanes, table, second, block);
        Copy(world, lanes, block, into, null);
    }

    private void Copy(int world, Lanes lanes, ReadOnlySpan<int> block, double[][] into, Func<int, int>? moved)
    {
        for (int target = 0; target < into.Length; target++)
        {
            int slot = outputs.Slot(Targets[target], world);
            ReadOnlySpan<double> values = slot < 0 ? default : lanes[moved?.Invoke(slot) ?? slot];
            for (int lane = 0; lane < block.Length; lane++)
            {
                into[target][block[lane]] = slot < 0 ? double.NaN : values[lane];
            }
        }
    }

    private void Blocks(int[][] draws, BlockWork work, int weight)
    {
        for (int world = 0; world < draws.Length; world++)
        {
            int[] own = draws[world];
            int current = world;
            Parallel.For(
                0,
                (own.Length + Lanes.Width - 1) / Lanes.Width,
                parallel,
                () => worlds[current].Open(),
                (block, _, lanes) =>
                {
                    int start = block * Lanes.Width;
                    int length = Math.Min(Lanes.Width, own.Length - start);
                    work(current, lanes, own.AsSpan(start, length));
                    listener?.Report(Interlocked.Add(ref made, (long)length * weight) / all);
                    return lanes;
                },
                static _ => { }
            );
        }
    }

    private delegate void BlockWork(int world, Lanes lanes, ReadOnlySpan<int> block);
}
