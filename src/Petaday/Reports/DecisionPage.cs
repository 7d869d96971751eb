using System.Collections.Immutable;
using System.Globalization;
using Petaday.Adaptation;
using Petaday.Scenarios.Decisions;

namespace Petaday.Reports;

/// <summary>A decision as a person reads it: the recommendation, every path beside it, where it would change, what is uncertain.</summary>
public static class DecisionPage
{
    internal const string PathsHeading = "Paths";
    internal const string ChosenHeading = "Taken where the scenario is silent";

    /// <summary>The page of a decision.</summary>
    public static Page Of(DecisionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading(outcome.Name, 1));
        if (outcome.Decision.Recommended is { Money: { } money } path)
        {
            blocks.Add(Recommendation(outcome.Decision, path, money));
            blocks.Add(new Heading("Why"));
            blocks.Add(new Notes(outcome.Decision.Reasons));
        }
        else
        {
            blocks.Add(new Paragraph($"No path is allowed: {outcome.Infeasible?.Message}."));
        }

        blocks.Add(new Heading(PathsHeading));
        blocks.Add(DecisionTables.Money(outcome.Decision));
        blocks.Add(new Heading("What each needs, and on whom it depends"));
        blocks.Add(DecisionTables.Needs(outcome.Decision));
        Uncertain(outcome, blocks);
        blocks.Add(new Heading(ChosenHeading));
        blocks.Add(new FactList([.. outcome.Defaults.Select(static chosen => new Fact(chosen.Key, chosen.Value, chosen.Why))]));
        if (!outcome.Limits.IsEmpty)
        {
            blocks.Add(new Notes(outcome.Limits));
        }

        return new Page(blocks.ToImmutable());
    }

    /// <summary>Every known line of every path.</summary>
    public static string Csv(DecisionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return CsvReport.Of(outcome.Explanation);
    }

    private static FactList Recommendation(Decision decision, PathOption path, PathMoney money) =>
        new([
            new Fact(
                "Recommended",
                path.Title,
                decision.IsSure ? null : "the surest there is, and not as sure as wanted",
                decision.IsSure ? Tone.Good : Tone.Warning
            ),
            new Fact("Up front", DecisionWords.Money(money.UpFront.Value), $"{Sizes.Number(money.PersonMonths.Value)} person-months"),
            new Fact("A month", DecisionWords.Money(money.Monthly.Value), "first month of use, people included"),
            new Fact("First use", "after " + DecisionWords.Time(money.FirstUse.Value)),
            new Fact(
                "Quality",
                DecisionWords.Share(money.Quality.Value),
                $"of the best hosted model's; chance of {DecisionWords.Share(money.Chance.Value)} that it reaches {DecisionWords.Share(decision.Task.Quality)}"
            ),
            new Fact(
                "Net present value",
                DecisionWords.Money(money.Expected.Value),
                decision.HasValue
                    ? "expected, the chance of missing the quality counted"
                    : "against the price of a hosted model that is expected to do; a comparison, not a profit"
            ),
            new Fact(
                "Paid back",
                DecisionWords.Time(money.Payback.Value),
                $"return {Sizes.Number(money.Return.Value)} times the money up front"
            ),
        ]);

    private static void Uncertain(DecisionOutcome outcome, ImmutableArray<Block>.Builder blocks)
    {
        if (outcome.Decision.Recommended is null)
        {
            return;
        }

        blocks.Add(new Heading("Where the recommendation would change"));
        blocks.Add(
            new Notes(
                outcome.Flips.IsEmpty
                    ? ["It holds over the whole range of every figure that was moved."]
                    : [.. outcome.Flips.Select(DecisionWords.Of)]
            )
        );
        if (!outcome.BreakEvens.IsEmpty)
        {
            blocks.Add(new Heading("Break-even with the recommended path, where both reach the quality"));
            blocks.Add(
                new FactList([
                    .. outcome.BreakEvens.Select(static even => new Fact(PathNames.Name(even.Other.Path), DecisionWords.Of(even))),
                ])
            );
        }

        blocks.Add(
            new Heading(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Net present value over {DecisionDraws.Count:N0} draws of demand, prices, effort and failure"
                )
            )
        );
        blocks.Add(DecisionTables.Draws(outcome.Draws));
    }
}
