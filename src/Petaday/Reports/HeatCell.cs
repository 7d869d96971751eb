namespace Petaday.Reports;

/// <summary>One cell of a heat map.</summary>
/// <param name="Column">Place along the horizontal axis, from 0.</param>
/// <param name="Row">Place along the vertical axis, from 0.</param>
/// <param name="Value">What colours it; null where it cannot be done or is not known: the cell is grey with a cross.</param>
/// <param name="Text">What is written in it where there is room.</param>
/// <param name="Label">What it is; shown when the pointer rests on it.</param>
public readonly record struct HeatCell(int Column, int Row, double? Value, string Text, string Label);
