namespace Petaday.Outlook;

/// <summary>Somebody who might train a model, by what can be spent on one run.</summary>
/// <param name="Id">By which it is named.</param>
/// <param name="Name">In words.</param>
/// <param name="Usd">USD.</param>
public sealed record BudgetClass(string Id, string Name, double Usd);
