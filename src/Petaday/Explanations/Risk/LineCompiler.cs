using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>Compiles one tree.</summary>
internal sealed class LineCompiler(Func<Line, LineVariable?> variable)
{
    private readonly ImmutableArray<Operation>.Builder operations = ImmutableArray.CreateBuilder<Operation>();
    private readonly ImmutableArray<(LineVariable, int)>.Builder variables = ImmutableArray.CreateBuilder<(LineVariable, int)>();
    private readonly ImmutableArray<(int, double)>.Builder constants = ImmutableArray.CreateBuilder<(int, double)>();
    private readonly ImmutableArray<ProgramLine>.Builder lines = ImmutableArray.CreateBuilder<ProgramLine>();
    private readonly List<(string Path, Line Line)> opaque = [];
    private readonly Dictionary<string, int> variableSlots = new(StringComparer.Ordinal);
    private readonly Dictionary<double, int> constantSlots = [];
    private readonly Dictionary<Line, int> seen = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(ImmutableArray<Line> Parts, Combination Kind, LineFormula? Compute), int> shared = [];
    private readonly HashSet<int> varying = [];
    private readonly Dictionary<string, int> paths = new(StringComparer.Ordinal);
    private int slots;

    /// <summary>The program of a tree.</summary>
    public LineProgram Compile(Line root)
    {
        List(root, "");
        return new LineProgram(
            operations.ToImmutable(),
            variables.ToImmutable(),
            constants.ToImmutable(),
            lines.ToImmutable(),
            [.. opaque.Where(one => one.Line.Parts.Any(Varies)).Select(static one => one.Path).Distinct(StringComparer.Ordinal)],
            slots
        );
    }

    // What is drawn or stands still ends a branch: its parts would not make its value.
    private void List(Line line, string path)
    {
        if (line.Value is not null)
        {
            lines.Add(new ProgramLine(path, line, Slot(line)));
            if (line.Combination == Combination.Other || variable(line) is { IsFactor: false })
            {
                opaque.Add((path, line));
                return;
            }
        }

        foreach (var part in line.Parts)
        {
            List(part, Path(path, part.Key));
        }
    }

    // Lines of one key under one line are told apart by their number: "roles.role", "roles.role#2".
    private string Path(string above, string key)
    {
        string path = above.Length == 0 ? key : $"{above}.{key}";
        int before = paths.GetValueOrDefault(path);
        paths[path] = before + 1;
        return before == 0 ? path : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}#{before + 1}");
    }

    private int Slot(Line line)
    {
        if (seen.TryGetValue(line, out int known))
        {
            return known;
        }

        int slot = line switch
        {
            { Origin: { Value: not null } origin, Parts.IsEmpty: true } => Slot(origin),
            _ when variable(line) is { } drawn => drawn.IsFactor ? Times(Worked(line), drawn) : Drawn(drawn),
            _ => Worked(line),
        };
        seen[line] = slot;
        return slot;
    }

    private int Times(int slot, LineVariable factor)
    {
        int drawn = Drawn(factor);
        int target = slots++;
        operations.Add(new Operation(target, Combination.Product, [slot, drawn], null));
        varying.Add(target);
        return target;
    }

    private int Drawn(LineVariable drawn)
    {
        if (drawn.Distribution.IsFixed)
        {
            return Constant(drawn.Distribution.Central);
        }

        if (!variableSlots.TryGetValue(drawn.Id, out int slot))
        {
            slot = slots++;
            variableSlots[drawn.Id] = slot;
            variables.Add((drawn, slot));
            varying.Add(slot);
        }

        return slot;
    }

    private int Worked(Line line)
    {
        double value = line.Value.GetValueOrDefault();
        if (line.Combination is Combination.Leaf or Combination.Other || line.Parts.Any(static part => part.Value is null))
        {
            return Constant(value);
        }

        var what = (line.Parts, line.Combination, line.Compute);
        if (shared.TryGetValue(what, out int known))
        {
            return known;
        }

        ImmutableArray<int> parts = [.. line.Parts.Select(Slot)];
        int slot = parts.Any(varying.Contains) ? Operate(line, parts) : Constant(value);
        shared[what] = slot;
        return slot;
    }

    private int Operate(Line line, ImmutableArray<int> parts)
    {
        int target = slots++;
        operations.Add(new Operation(target, line.Combination, parts, line.Compute));
        varying.Add(target);
        return target;
    }

    private int Constant(double value)
    {
        if (!constantSlots.TryGetValue(value, out int slot))
        {
            slot = slots++;
            constantSlots[value] = slot;
            constants.Add((slot, value));
        }

        return slot;
    }

    private bool Varies(Line line) =>
        (seen.TryGetValue(line, out int slot) && varying.Contains(slot))
        || (shared.TryGetValue((line.Parts, line.Combination, line.Compute), out int same) && varying.Contains(same))
        || (line.Origin is { } origin && Varies(origin))
        || line.Parts.Any(Varies);
}
