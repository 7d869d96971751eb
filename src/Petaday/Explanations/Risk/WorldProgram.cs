using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>The program of one world, ready to draw: all of it, and for each variable the part that hangs on it.</summary>
internal sealed class WorldProgram
{
    private readonly Operation[] whole;
    private readonly ImmutableDictionary<string, (LineVariable Variable, int Slot, bool[] Moved, Operation[] Above)> cones;

    public WorldProgram(RiskWorld world)
    {
        World = world;
        Program = LineProgram.Of(world.Root, world.Variable);
        whole = [.. Program.Operations];
        cones = Program.Variables.ToImmutableDictionary(
            static one => one.Variable.Id,
            one => Cone(one.Variable, one.Slot),
            StringComparer.Ordinal
        );
        SlotOf = Program
            .Lines.DistinctBy(static line => line.Path, StringComparer.Ordinal)
            .ToDictionary(static line => line.Path, static line => line.Slot, StringComparer.Ordinal);
    }

    /// <summary>The tree.</summary>
    public RiskWorld World { get; }

    /// <summary>Its program.</summary>
    public LineProgram Program { get; }

    /// <summary>The slot of a path.</summary>
    public Dictionary<string, int> SlotOf { get; }

    /// <summary>Room for a block of draws: the slots, and once more those that one variable moves.</summary>
    public Lanes Open()
    {
        var lanes = new Lanes(2 * Program.Slots);
        foreach (var (slot, value) in Program.Constants)
        {
            lanes[slot].Fill(value);
        }

        return lanes;
    }

    /// <summary>Works out a block of draws.</summary>
    public void Draw(Lanes lanes, DrawTable table, bool second, ReadOnlySpan<int> draws)
    {
        foreach (var (variable, slot) in Program.Variables)
        {
            table.Load(variable, second, draws, lanes[slot]);
        }

        lanes.Run(whole, draws.Length);
    }

    /// <summary>Works out anew, beside the draws that are in the lanes, what hangs on one variable when that takes its second values.</summary>
    /// <returns>Where a slot's value then is; null where the world does not know the variable.</returns>
    public Func<int, int>? Exchange(Lanes lanes, DrawTable table, string id, ReadOnlySpan<int> draws)
    {
        if (!cones.TryGetValue(id, out var cone))
        {
            return null;
        }

        table.Load(cone.Variable, second: true, draws, lanes[cone.Slot + Program.Slots]);
        lanes.Run(cone.Above, draws.Length);
        return slot => cone.Moved[slot] ? slot + Program.Slots : slot;
    }

    /// <summary>The value of a slot with everything central but one variable, which is at a quantile.</summary>
    public double[] At(string? id, ReadOnlySpan<double> quantiles, ReadOnlySpan<int> slots)
    {
        var lanes = Open();
        foreach (var (variable, slot) in Program.Variables)
        {
            for (int lane = 0; lane < quantiles.Length; lane++)
            {
                double value = variable.Id == id ? variable.Distribution.Quantile(quantiles[lane]) : variable.Distribution.Central;
                lanes[slot][lane] = variable.IsWhole ? Math.Round(value) : value;
            }
        }

        lanes.Run(whole, quantiles.Length);
        var values = new double[slots.Length * quantiles.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            lanes[slots[i]][..quantiles.Length].CopyTo(values.AsSpan(i * quantiles.Length));
        }

        return values;
    }

    private (LineVariable Variable, int Slot, bool[] Moved, Operation[] Above) Cone(LineVariable variable, int slot)
    {
        var above = Program.Above(slot).ToArray();
        var moved = new bool[Program.Slots];
        moved[slot] = true;
        foreach (var operation in above)
        {
            moved[operation.Target] = true;
        }

        return (variable, slot, moved, [.. above.Select(one => one.On(place => moved[place] ? place + Program.Slots : place))]);
    }
}
