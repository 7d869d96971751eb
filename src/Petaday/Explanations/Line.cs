using System.Collections.Immutable;
using Petaday.Quantities;

namespace Petaday.Explanations;

/// <summary>
/// One named number of an answer, with the lines that it was made from: every answer is a tree of these, and tables, JSON and
/// `explain` are views of it. <see cref="Sum"/> and <see cref="Product"/> compute the value from the parts, so that a breakdown is
/// made by the computation itself and not beside it.
/// </summary>
/// <param name="Key">The name by which programs find it, camelCase: "operationalTonnes".</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Value">In SI units of <paramref name="Unit"/>; null when it is not known (never a guess, never zero instead).</param>
/// <param name="Unit">What it measures.</param>
public sealed record Line(string Key, string Name, double? Value, Dimension Unit)
{
    /// <summary>How the value follows from the parts, in their names; null for an input.</summary>
    public string? Formula { get; init; }

    /// <summary>A caveat, a choice, a reason why the value is not known.</summary>
    public string? Note { get; init; }

    /// <summary>Where the true value lies with 90 % probability, in the same unit; null when it was not worked out.</summary>
    public Interval? Interval { get; init; }

    /// <summary>What it was made from; empty for an input.</summary>
    public ImmutableArray<Line> Parts { get; init; } = [];

    /// <summary>Where an input comes from.</summary>
    public ImmutableArray<SourceReference> Sources { get; init; } = [];

    /// <summary>How the parts make the value.</summary>
    public Combination Combination { get; init; }

    /// <summary>The formula of a <see cref="Explanations.Combination.Computed"/> line: with it the value can be worked out anew from other parts.</summary>
    public LineFormula? Compute { get; init; }

    /// <summary>The line that this one stands for, whose parts it does not repeat; null for a line of its own. Both have one value.</summary>
    public Line? Origin { get; init; }

    /// <summary>The scenario key that an input was given by, such as <c>people.monthlyCost</c>; null where no key sets it.</summary>
    public string? Input { get; init; }

    /// <summary>The value with its unit; null when it is not known.</summary>
    public Quantity? Quantity => Value is { } value ? new Quantity(value, Unit) : null;

    /// <summary>An input.</summary>
    public static Line Of(string key, string name, Quantity value, params ReadOnlySpan<SourceReference> sources) =>
        new(key, name, value.Value, value.Dimension) { Sources = [.. sources] };

    /// <summary>A thing that is not known, and why.</summary>
    public static Line Unknown(string key, string name, Dimension unit, string note) => new(key, name, null, unit) { Note = note };

    /// <summary>
    /// The total of the parts, added in their order. Not known when one of the parts is not known. A sum of nothing is zero.
    /// Throws <see cref="ArgumentException"/> for a part in another unit.
    /// </summary>
    public static Line Sum(string key, string name, Dimension unit, params IEnumerable<Line> parts)
    {
        ImmutableArray<Line> kept = [.. parts];
        if (kept.FirstOrDefault(part => part.Unit != unit) is { } odd)
        {
            throw new ArgumentException($"'{odd.Key}' is in '{odd.Unit}' and cannot be added to '{key}' in '{unit}'.", nameof(parts));
        }

        return new(key, name, Total(kept), unit) { Parts = kept, Combination = Combination.Sum };
    }

    /// <summary>The product of the factors, multiplied in their order; its unit is the product of theirs. Not known when one is not known.</summary>
    public static Line Product(string key, string name, params IEnumerable<Line> factors)
    {
        ImmutableArray<Line> kept = [.. factors];
        Dimension unit = kept.Aggregate(Dimension.None, static (product, factor) => product * factor.Unit);
        return new(key, name, Multiplied(kept), unit)
        {
            Parts = kept,
            Combination = Combination.Product,
            Formula = string.Join(" × ", kept.Select(static factor => factor.Name)),
        };
    }

    /// <summary>
    /// A value that <paramref name="compute"/> makes of the parts, in their order: what <paramref name="formula"/> says in words.
    /// Not known when one of the parts is not known, or when the formula gives no finite number.
    /// </summary>
    public static Line Computed(
        string key,
        string name,
        Dimension unit,
        string formula,
        LineFormula compute,
        params IEnumerable<Line> parts
    )
    {
        ImmutableArray<Line> kept = [.. parts];
        return new(key, name, Evaluated(kept, compute), unit)
        {
            Formula = formula,
            Parts = kept,
            Compute = compute,
            Combination = Combination.Computed,
        };
    }

    /// <summary>A value that follows from its parts by a formula other than a sum or a product, and cannot be worked out anew from them.</summary>
    public static Line From(string key, string name, Quantity? value, Dimension unit, string formula, params IEnumerable<Line> parts) =>
        new(key, name, value?.In(unit), unit)
        {
            Formula = formula,
            Parts = [.. parts],
            Combination = Combination.Other,
        };

    /// <summary>The line below this one by a path of keys: "cost.energy"; null when there is none.</summary>
    public Line? Find(string path)
    {
        Line? line = this;
        foreach (string key in path.Split('.'))
        {
            line = line?.Parts.FirstOrDefault(part => part.Key == key);
        }

        return line;
    }

    /// <summary>This line and every line below it, from the top down.</summary>
    public IEnumerable<Line> Everything()
    {
        Stack<Line> waiting = new([this]);
        while (waiting.TryPop(out Line? line))
        {
            yield return line;
            foreach (Line part in line.Parts.Reverse())
            {
                waiting.Push(part);
            }
        }
    }

    /// <summary>Lines at or below this one whose parts do not make their value; empty in a sound tree. For tests.</summary>
    public IEnumerable<Line> Unsound() =>
        Everything()
            .Where(static line =>
                line.Combination switch
                {
                    Combination.Sum => line.Value != Total(line.Parts) || line.Parts.Any(part => part.Unit != line.Unit),
                    Combination.Product => line.Value != Multiplied(line.Parts),
                    Combination.Computed => line.Value != Evaluated(line.Parts, line.Compute!),
                    Combination.Leaf => !line.Parts.IsEmpty,
                    _ => false,
                }
            );

    private static double? Total(ImmutableArray<Line> parts) => parts.Aggregate((double?)0, static (total, part) => total + part.Value);

    private static double? Evaluated(ImmutableArray<Line> parts, LineFormula compute) =>
        parts.All(static part => part.Value is not null)
        && compute([.. parts.Select(static part => part.Value.GetValueOrDefault())]) is var value
        && double.IsFinite(value)
            ? value
            : null;

    private static double? Multiplied(ImmutableArray<Line> parts) =>
        parts.Aggregate((double?)1, static (product, part) => product * part.Value);
}
