namespace Petaday.Reports;

/// <summary>Text of a file, shown as it stands.</summary>
/// <param name="Language">What it is written in, such as <c>yaml</c>.</param>
/// <param name="Text">Its lines.</param>
public sealed record Listing(string Language, string Text) : Block;
