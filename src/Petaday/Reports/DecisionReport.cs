using System.Collections.Immutable;
using System.Globalization;
using Petaday.Adaptation;
using Petaday.Quantities;
using Petaday.Scenarios;
using Petaday.Scenarios.Decisions;

namespace Petaday.Reports;

/// <summary>The report of <c>decide</c>: which path to a model that does the task, and why.</summary>
public static class DecisionReport
{
    /// <summary>The report.</summary>
    /// <param name="outcome">The decision.</param>
    /// <param name="asked">The scenario, flags included.</param>
    public static Page Of(DecisionOutcome outcome, Scenario asked)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return Report.Of(
            DecisionPage.Of(outcome),
            new ReportFrame($"{outcome.Name}: train, tune, prompt, or call an API?", [.. Answers(outcome)])
            {
                Asked = [(asked, outcome.Defaults)],
                Explanations = [outcome.Explanation],
                Additions = [.. Pictures(outcome)],
                Assumptions = [DecisionPage.ChosenHeading],
            }
        );
    }

    private static IEnumerable<string> Answers(DecisionOutcome outcome)
    {
        if (outcome.Decision.Recommended is not { Money: { } money } path)
        {
            yield return $"No path is allowed: {outcome.Infeasible?.Message}.";
            yield break;
        }

        yield return $"{path.Title}: {DecisionWords.Money(money.UpFront.Value)} up front and {DecisionWords.Money(money.Monthly.Value)} a month, first use after {DecisionWords.Time(money.FirstUse.Value)}.";
        if (outcome.Draws.FirstOrDefault(one => one.Path == path) is { } draws)
        {
            yield return $"Its net present value is {DecisionWords.Money(draws.Middle)} (90 %: {DecisionWords.Money(draws.Low)} to {DecisionWords.Money(draws.High)}); it is the best of all paths in {DecisionWords.Share(draws.ChanceOfBest)} of the draws.";
        }

        yield return outcome.Flips.IsEmpty
            ? "The recommendation holds over the whole range of every figure that was moved."
            : $"It would change {string.Create(CultureInfo.InvariantCulture, $"at {outcome.Flips.Length} figures")}, the first: {DecisionWords.Of(outcome.Flips[0])}.";
    }

    private static IEnumerable<(string Heading, Block Block)> Pictures(DecisionOutcome outcome)
    {
        ImmutableArray<BarRow> rows =
        [
            .. outcome
                .Draws.Where(static one => double.IsFinite(one.Low) && double.IsFinite(one.High))
                .Select(static one => new BarRow(PathNames.Name(one.Path.Path), DecisionWords.Money(one.Middle), 0, one.Middle)
                {
                    Range = new Interval(one.Low, one.High),
                }),
        ];
        if (!rows.IsEmpty)
        {
            yield return (
                DecisionPage.PathsHeading,
                Figure.Of(
                    "paths",
                    "Net present value of each path that is allowed: the middle of the draws, and where nine in ten of them lie.",
                    new BarPicture("Net present value", rows)
                )
            );
        }
    }
}
