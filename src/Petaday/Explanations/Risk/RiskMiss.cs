namespace Petaday.Explanations.Risk;

/// <summary>How often a limit is passed.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Chance">Share of draws in which it is; a draw in which the line has no value counts.</param>
public sealed record RiskMiss(RiskLimit Limit, double Chance);
