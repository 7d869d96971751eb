namespace Petaday.Scenarios.ModelPlans;

/// <summary>How long an option trains, and how it stands with the goal.</summary>
/// <param name="Steps">Optimizer updates, a whole number.</param>
/// <param name="Tokens">Tokens of them.</param>
/// <param name="Loss">The predicted loss, nats a token.</param>
/// <param name="Score">What a plan makes small: the loss, or money, time, energy, carbon.</param>
/// <param name="Miss">How many times the tightest limit it takes; at most 1 where it keeps to all of them.</param>
/// <param name="Binding">The key of that limit; null without limits.</param>
internal readonly record struct Need(double Steps, double Tokens, double Loss, double Score, double Miss, string? Binding)
{
    /// <summary>Whether it keeps to every limit.</summary>
    public bool IsFeasible => Miss <= 1;
}
