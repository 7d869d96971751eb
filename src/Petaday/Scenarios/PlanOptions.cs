namespace Petaday.Scenarios;

/// <summary>How a plan is made.</summary>
public sealed record PlanOptions
{
    /// <summary>How many different plans to give, 1 or more.</summary>
    public int Best { get; init; } = 5;

    /// <summary>Whether machines are passed over that cannot hold one of the plans or a point of the front; off to evaluate everything.</summary>
    public bool Prune { get; init; } = true;

    /// <summary>Most threads; 0 for as many as the machine has cores. Changes nothing in the answer.</summary>
    public int Threads { get; init; }
}
