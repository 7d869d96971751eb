using System.Collections.Immutable;

namespace Petaday.Web.Pages;

/// <summary>A field of a form that is no key of a scenario.</summary>
/// <param name="Name">Its parameter.</param>
/// <param name="Label">What it is called, in English.</param>
/// <param name="Words">What may be chosen; empty for free text.</param>
/// <param name="Hint">What stands in the empty field.</param>
public sealed record ViewOption(string Name, string Label, ImmutableArray<string> Words, string Hint = "");
