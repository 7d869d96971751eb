namespace Petaday.Explanations.Risk;

/// <summary>A line of a tree with where a program keeps its value.</summary>
/// <param name="Path">Keys from the root's parts down, such as <c>cost.total.rent</c>.</param>
/// <param name="Line">The line.</param>
/// <param name="Slot">Its slot.</param>
public sealed record ProgramLine(string Path, Line Line, int Slot);
