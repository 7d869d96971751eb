namespace Petaday.Outlook;

/// <summary>A figure with its date.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Year">Decimal year; the middle of the year where only that is known.</param>
/// <param name="Value">Above zero.</param>
public readonly record struct DatedFigure(string Name, double Year, double Value);
