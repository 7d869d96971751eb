using Petaday.Adaptation;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Scenarios.Decisions;

/// <summary>Every number of a decision as one tree, a branch a path.</summary>
internal static class DecisionTree
{
    public static Line Of(Decision decision) =>
        Group("decision", "Decision", [.. decision.Options.Where(static option => option.Money is not null).Select(Path)]);

    private static Line Path(PathOption option)
    {
        var money = option.Money!;
        Line?[] lines =
        [
            money.UpFront,
            money.Monthly,
            money.FirstUse,
            money.PersonMonths,
            money.Devices,
            money.Quality,
            money.Chance,
            money.PresentCost,
            money.NetIfReached,
            money.NetIfMissed,
            money.Expected,
            money.Payback,
            money.Return,
        ];
        return Group(PathNames.Key(option.Path), option.Title, [.. lines.OfType<Line>()]);
    }

    // A group has no value of its own.
    private static Line Group(string key, string name, Line[] parts) =>
        new(key, name, null, Dimension.None) { Parts = [.. parts], Combination = Combination.Other };
}
