namespace Petaday.Web.Texts;

/// <summary>A text as a language says it.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Known">Whether all of it is in that language; names, identifiers and numbers are in every language.</param>
/// <param name="IsEnglish">Whether it is the English text as it came, with English words in it: shown with <c>lang="en"</c>.</param>
public readonly record struct Said(string Text, bool Known, bool IsEnglish = false);
