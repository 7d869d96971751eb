using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>Lines of zero, each saying why: what nobody gave and nobody published is not made up.</summary>
internal static class NotCounted
{
    /// <summary>A cost that has no figure to work it out from.</summary>
    /// <param name="key">The line's key.</param>
    /// <param name="name">The line's name.</param>
    /// <param name="keys">Scenario keys that would count it.</param>
    public static Line Line(string key, string name, params ReadOnlySpan<string> keys) =>
        Zero(key, name, $"not counted: set {string.Join(", ", keys)}");

    /// <summary>A cost that another line already holds, or that does not arise.</summary>
    public static Line Zero(string key, string name, string why) => new(key, name, 0, Dimension.Money) { Note = why };
}
