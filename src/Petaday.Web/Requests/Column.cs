using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Web.Requests;

/// <summary>One of several scenarios that are asked side by side.</summary>
/// <param name="Label">What messages call it: <c>a</c>, or its place in a list.</param>
/// <param name="Own">Its own parameters, by name without the letter: keys of a scenario, and a scenario, an example or a config under them.</param>
/// <param name="Question">What it asks in all, with what holds for every column.</param>
/// <param name="Slips">What is wrong with its parameters.</param>
public sealed record Column(
    string Label,
    ImmutableArray<(string Name, string Text)> Own,
    Question Question,
    ImmutableArray<Diagnostic> Slips
)
{
    /// <summary>The letter that a column's parameters begin with.</summary>
    public static char Letter(int index) => (char)('a' + index);

    /// <summary>Whether a parameter is of one column: a letter, a dot, a name.</summary>
    public static bool IsOf(string name) => name.Length > 2 && name[1] == '.' && name[0] is >= 'a' and <= 'z';

    /// <summary>Its own value of a key, or of another of its parameters; null where it has none.</summary>
    public string? Value(string name) =>
        Own.LastOrDefault(one => one.Name == name || Question.SamePath(one.Name, name)) is { Text: { } text } ? text : null;

    /// <summary>A message about this column.</summary>
    public Diagnostic Told(Diagnostic slip) =>
        slip with
        {
            Key = slip.Key.Length == 0 ? Label : $"{Label}.{slip.Key}",
            Line = Value(Question.TextParameter) is null ? 0 : slip.Line,
        };
}
