using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>The lines of a study, with their draws. Lines that share a slot in every world share their draws.</summary>
internal sealed class RiskOutputs
{
    private readonly ImmutableArray<WorldProgram> worlds;
    private readonly List<int[]> slots = [];
    private readonly List<double[]?> draws = [];
    private readonly int[] outputOf;
    private readonly Dictionary<string, int> outputOfPath = new(StringComparer.Ordinal);

    public RiskOutputs(ImmutableArray<WorldProgram> worlds, ImmutableArray<ProgramLine> lines, int count)
    {
        (this.worlds, Lines) = (worlds, lines);
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        outputOf = new int[lines.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            int[] own = [.. worlds.Select(world => world.SlotOf.GetValueOrDefault(lines[i].Path, -1))];
            string key = string.Join(' ', own);
            if (!known.TryGetValue(key, out int output))
            {
                output = slots.Count;
                known[key] = output;
                slots.Add(own);
                draws.Add(Varies(own) ? new double[count] : null);
            }

            outputOf[i] = output;
            outputOfPath.TryAdd(lines[i].Path, output);
        }
    }

    /// <summary>The lines of the base tree.</summary>
    public ImmutableArray<ProgramLine> Lines { get; }

    /// <summary>The number by which a path's draws are found; null where the tree lacks it or it stands still.</summary>
    public int? Find(string path) => outputOfPath.TryGetValue(path, out int output) && draws[output] is not null ? output : null;

    /// <summary>The draws of an output that varies.</summary>
    public double[] Draws(int output) => draws[output]!;

    /// <summary>The draws of a path; null where it stands still or the tree lacks it.</summary>
    public double[]? Draws(string path) => Find(path) is { } output ? Draws(output) : null;

    /// <summary>The slot of an output in a world; -1 where that lacks it.</summary>
    public int Slot(int output, int world) => slots[output][world];

    /// <summary>Keeps what a world's lanes hold of a block of draws.</summary>
    public void Keep(int world, Lanes lanes, ReadOnlySpan<int> block)
    {
        for (int output = 0; output < draws.Count; output++)
        {
            if (draws[output] is not { } column)
            {
                continue;
            }

            int slot = slots[output][world];
            for (int lane = 0; lane < block.Length; lane++)
            {
                column[block[lane]] = slot < 0 ? double.NaN : lanes[slot][lane];
            }
        }
    }

    /// <summary>Every line with its spread.</summary>
    public ImmutableArray<RiskLine> Spreads(ParallelOptions parallel)
    {
        var spreads = new Spread?[draws.Count];
        double[] centres = new double[draws.Count];
        for (int i = 0; i < Lines.Length; i++)
        {
            centres[outputOf[i]] = Lines[i].Line.Value.GetValueOrDefault();
        }

        Parallel.For(
            0,
            draws.Count,
            parallel,
            output => spreads[output] = draws[output] is { } column ? Spread.Of([.. column], centres[output]) : null
        );
        return [.. Lines.Select((line, place) => new RiskLine(line.Path, line.Line, spreads[outputOf[place]]))];
    }

    private bool Varies(int[] own)
    {
        if (own.Select((slot, world) => slot < 0 || worlds[world].Program.Varying[slot]).Any(static varies => varies))
        {
            return true;
        }

        return own.Select((slot, world) => worlds[world].Program.Constants.First(one => one.Slot == slot).Value).Distinct().Count() > 1;
    }
}
