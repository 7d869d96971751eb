using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>
/// A tree of lines as a flat program: what does not vary is folded into constants, what varies is worked out anew, each line once wherever it stands.
/// Sums, products, computed lines and references to them are followed; any other line with parts stands still, and <see cref="Still"/> names those that should not.
/// </summary>
internal sealed class LineProgram
{
    internal LineProgram(
        ImmutableArray<Operation> operations,
        ImmutableArray<(LineVariable Variable, int Slot)> variables,
        ImmutableArray<(int Slot, double Value)> constants,
        ImmutableArray<ProgramLine> lines,
        ImmutableArray<string> still,
        int slots
    )
    {
        (Operations, Variables, Constants, Lines, Still, Slots) = (operations, variables, constants, lines, still, slots);
        Varying = new bool[slots];
        foreach (var (_, slot) in variables)
        {
            Varying[slot] = true;
        }

        foreach (var operation in operations)
        {
            Varying[operation.Target] = true;
        }
    }

    /// <summary>What is worked out, in order.</summary>
    public ImmutableArray<Operation> Operations { get; }

    /// <summary>What is drawn, in the order in which the tree names it, each with its slot.</summary>
    public ImmutableArray<(LineVariable Variable, int Slot)> Variables { get; }

    /// <summary>Slots that stand still.</summary>
    public ImmutableArray<(int Slot, double Value)> Constants { get; }

    /// <summary>Every line of the tree whose value is known, from the top down.</summary>
    public ImmutableArray<ProgramLine> Lines { get; }

    /// <summary>Lines that stand still although they rest on something that varies.</summary>
    public ImmutableArray<string> Still { get; }

    /// <summary>Number of slots.</summary>
    public int Slots { get; }

    /// <summary>Whether a slot varies.</summary>
    public bool[] Varying { get; }

    /// <summary>Compiles a tree.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="variable">What is drawn of a line; null for one that is worked out or stands still.</param>
    public static LineProgram Of(Line root, Func<Line, LineVariable?> variable) => new LineCompiler(variable).Compile(root);

    /// <summary>The operations that hang on a slot, in order.</summary>
    public IEnumerable<Operation> Above(int slot)
    {
        var moved = new bool[Slots];
        moved[slot] = true;
        foreach (var operation in Operations)
        {
            if (operation.Parts.Any(part => moved[part]))
            {
                moved[operation.Target] = true;
                yield return operation;
            }
        }
    }
}
