using System.Collections.Immutable;

namespace Petaday.Scenarios.Comparisons;

/// <summary>One column of a comparison: what was asked, and what it takes.</summary>
/// <param name="Name">What the person who asked calls it; empty to be called after what differs.</param>
/// <param name="Asked">The scenario; null where the caller did not say.</param>
/// <param name="Answer">What it takes.</param>
public sealed record ComparedCase(string Name, Scenario? Asked, Answer Answer)
{
    /// <summary>What this case took of keys that the scenario holds as lists; empty where it leaves no choice, or where the best was chosen.</summary>
    public ImmutableSortedDictionary<string, string> Taken { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The best of a scenario as a column; null where nothing comes near.</summary>
    public static ComparedCase? Best(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Answer is { } answer ? new ComparedCase(outcome.Asked?.Text("name") ?? "", outcome.Asked, answer) : null;
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
