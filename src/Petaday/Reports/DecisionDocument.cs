using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Petaday.Adaptation;
using Petaday.Scenarios.Decisions;

namespace Petaday.Reports;

/// <summary>Decisions on several tasks as one Markdown document: for each the paths, the recommendation, where it changes, and the arithmetic.</summary>
public static class DecisionDocument
{
    private const string Opening =
        "Written by `petaday decide examples/decisions --document docs/decisions.md`; a test holds it to the code. Each case is a scenario of [examples/decisions](../examples/decisions). "
        + "How paths are weighed: [Adaptation](method/adaptation.md). Prices, scores and effort are the catalog's, of its date; many are unverified and say so in the last table of each case.";

    /// <summary>The document.</summary>
    /// <param name="cases">Each case's file and what was decided.</param>
    public static string Text(IReadOnlyList<(string File, DecisionOutcome Outcome)> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var text = new StringBuilder("# Train, tune, prompt or call: ten cases\n\n").Append(Opening).Append("\n\n");
        text.Append(MarkdownPage.Text(new Page([Summary(cases)])));
        foreach (var (file, outcome) in cases)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {outcome.Name}\n\n[{file}](../examples/decisions/{file})\n\n");
            text.Append(MarkdownPage.Text(new Page([.. Case(outcome)])));
        }

        return text.ToString();
    }

    private static Grid Summary(IReadOnlyList<(string File, DecisionOutcome Outcome)> cases) =>
        new(
            ["case", "tokens a month", "privacy", "recommended", "up front", "a month", "first use", "chance"],
            [false, true, false, false, true, true, true, true],
            [
                .. cases.Select(static one =>
                {
                    var decision = one.Outcome.Decision;
                    var money = decision.Recommended?.Money;
                    return (ImmutableArray<string>)
                        [
                            one.Outcome.Name,
                            Sizes.Of(decision.Task.MonthlyTokens, Quantities.Dimension.Tokens),
                            PathNames.Of(decision.Task.Privacy),
                            decision.Recommended?.Title ?? "no path is allowed",
                            money is null ? "" : DecisionWords.Money(money.UpFront.Value),
                            money is null ? "" : DecisionWords.Money(money.Monthly.Value),
                            money is null ? "" : DecisionWords.Time(money.FirstUse.Value),
                            money is null ? "" : DecisionWords.Share(money.Chance.Value),
                        ];
                }),
            ]
        );

    private static IEnumerable<Block> Case(DecisionOutcome outcome)
    {
        if (outcome.Decision.Recommended is not { Money: { } money } path)
        {
            return [new Paragraph($"No path is allowed: {outcome.Infeasible?.Message}."), DecisionTables.Money(outcome.Decision)];
        }

        return
        [
            new Paragraph($"Recommended: {path.Title}."),
            new Notes(outcome.Decision.Reasons),
            DecisionTables.Money(outcome.Decision),
            new Paragraph("Where it would change:"),
            new Notes(
                outcome.Flips.IsEmpty
                    ? ["Nowhere in the range of the figures that were moved."]
                    : [.. outcome.Flips.Select(DecisionWords.Of)]
            ),
            new Paragraph("The arithmetic:"),
            DecisionArithmetic.Steps(money),
            new Paragraph("What it rests on:"),
            DecisionArithmetic.Inputs(money),
        ];
    }
}
