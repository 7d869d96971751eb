using System.Collections.Immutable;

namespace Petaday.Scenarios.Comparisons;

/// <summary>One column of a comparison: what was asked, and what it takes.</summary>
/// <param name="Name">What the person who asked calls it; empty to be called after what differs.</param>
/// <param name="Asked">The scenario; null where the caller did not say.</param>
/// <param name="Answer">What it takes.</param>
public sealed record ComparedCase(string Name, Scenario? Asked, Answer Answer)
{
    /// <summary>What was taken of keys that the scenario holds as lists, or leaves to be chosen by <c>auto</c>; empty where it leaves no such choice.</summary>
    public ImmutableSortedDictionary<string, string> Taken { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether what was taken is the best of the lists, and not one of several columns made of them.</summary>
    public bool IsBest { get; init; }

    /// <summary>The best of a scenario as a column; null where nothing comes near.</summary>
    public static ComparedCase? Best(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Answer is not { } answer)
        {
            return null;
        }

        var one = new ComparedCase(outcome.Asked?.Text("name") ?? "", outcome.Asked, answer) { IsBest = true };
        return outcome is { Asked: { } asked, Plan.Winner.Case: { } chosen } ? one with { Taken = CaseKeys.Taken(asked, chosen) } : one;
    }

    /// <summary>Every case of a scenario with lists as a column of its own.</summary>
    public static ImmutableArray<ComparedCase> Each(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return
        [
            .. outcome.Considered.Select(
                (answer, index) =>
                    new ComparedCase("", outcome.Asked, answer)
                    {
                        Taken =
                            outcome.Asked is { } asked && index < outcome.Cases.Length
                                ? CaseKeys.Taken(asked, outcome.Cases[index])
                                : ImmutableSortedDictionary<string, string>.Empty,
                    }
            ),
        ];
    }
}
