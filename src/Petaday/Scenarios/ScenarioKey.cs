using System.Collections.Immutable;
using Petaday.Quantities;

namespace Petaday.Scenarios;

/// <summary>One key of a scenario as its schema describes it: what drives reading, messages, flags and help.</summary>
/// <param name="Path">Keys from the top, such as <c>recipe.sequence</c>; empty for the scenario itself.</param>
/// <param name="Description">What it means, in a sentence.</param>
/// <param name="Types">JSON types that it may have.</param>
/// <param name="Quantities">Units, any of which a quantity may have; empty where it is none.</param>
/// <param name="Allowed">The words allowed; empty where any is.</param>
/// <param name="Keywords">Words allowed beside what the types say, such as <c>auto</c>.</param>
/// <param name="Reference">The kind of catalog entry that it names; null where it names none.</param>
/// <param name="Flag">Short flag without dashes; null where it has none.</param>
/// <param name="Default">What holds when it is left out, as the schema says it; null where that is nothing.</param>
/// <param name="Minimum">Least number, and whether it is itself left out.</param>
/// <param name="Maximum">Greatest number.</param>
/// <param name="Children">Keys below it; empty for a leaf.</param>
public sealed record ScenarioKey(
    string Path,
    string Description,
    ImmutableArray<string> Types,
    ImmutableArray<Dimension> Quantities,
    ImmutableArray<string> Allowed,
    ImmutableArray<string> Keywords,
    string? Reference,
    string? Flag,
    string? Default,
    (double Value, bool Exclusive)? Minimum,
    double? Maximum,
    ImmutableArray<ScenarioKey> Children
)
{
    /// <summary>What kind of file it may name, such as <c>CSV</c>; null where it names none.</summary>
    public string? File { get; init; }

    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>Whether a list of values may stand here.</summary>
    public bool TakesList => Types.Contains("array");

    /// <summary>The key below this one, or null.</summary>
    public ScenarioKey? Child(string name) => Children.FirstOrDefault(child => child.Name == name);

    /// <summary>This key and all below it.</summary>
    public IEnumerable<ScenarioKey> Everything() => Children.SelectMany(child => child.Everything()).Prepend(this);

    /// <summary>What a person may write here, in a few words.</summary>
    public string Expected() => string.Join(" or ", Choices());

    private IEnumerable<string> Choices()
    {
        if (Quantities.Length > 0)
        {
            yield return string.Join(" or ", Quantities.Select(QuantityExamples.Describe));
        }
        else if (Allowed.Length > 0)
        {
            yield return "one of " + string.Join(", ", Allowed);
        }
        else if (Reference is not null)
        {
            yield return $"an id of catalog/{Reference}";
        }
        else if (Types.Contains("integer") || Types.Contains("number"))
        {
            yield return (Types.Contains("integer") ? "a whole number" : "a number") + Range();
        }
        else if (Types.Contains("boolean"))
        {
            yield return "true or false";
        }
        else if (Types.Contains("string") && Keywords.Length == 0)
        {
            yield return "text";
        }

        if (Types.Contains("object"))
        {
            yield return Children.Length == 0 ? "a map of keys" : $"a map of {string.Join(", ", Children.Select(child => child.Name))}";
        }

        if (TakesList)
        {
            yield return "a list of them";
        }

        foreach (string keyword in Keywords)
        {
            yield return $"'{keyword}'";
        }
    }

    private string Range() =>
        (Minimum, Maximum) switch
        {
            ({ } low, { } high) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $" from {low.Value} to {high}"),
            ({ } low, null) => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $" {(low.Exclusive ? "above" : "from")} {low.Value}"
            ),
            (null, { } high) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $" up to {high}"),
            _ => "",
        };
}
