namespace Petaday.Outlook;

/// <summary>What a budget buys in a year: the largest compute-optimal model, and how far that is from the frontier.</summary>
/// <param name="Budget">Who.</param>
/// <param name="Year">The year.</param>
/// <param name="Flops">Compute that it buys, FLOP.</param>
/// <param name="Parameters">P = √(C / 120).</param>
/// <param name="Tokens">T = 20 P.</param>
/// <param name="Gap">Compute of the largest run of that year over it.</param>
/// <param name="YearsBehind">Years since the largest run took so little; below 0 where it is ahead.</param>
public sealed record AffordableModel(
    BudgetClass Budget,
    int Year,
    double Flops,
    double Parameters,
    double Tokens,
    double Gap,
    double YearsBehind
);
