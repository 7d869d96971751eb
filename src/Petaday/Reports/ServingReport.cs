using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Scenarios;
using Petaday.Scenarios.ServingCases;

namespace Petaday.Reports;

/// <summary>The report of <c>serve-cost</c>: one answer that has an estimate, or several side by side.</summary>
public static class ServingReport
{
    /// <summary>The report.</summary>
    /// <param name="answers">The answers, in the order of the table.</param>
    /// <param name="asked">The scenarios that they answer.</param>
    public static Page Of(IReadOnlyList<ServingAnswer> answers, IEnumerable<Scenario> asked)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(asked);
        return Report.Of(
            ServingPage.Of(answers),
            new ReportFrame(
                answers.Count > 1
                    ? "What machines and money does serving take, side by side?"
                    : $"What machines and money does it take to serve {answers[0].Case.Model.Id}?",
                ServingPage.Cheapest(answers) is { } best ? [.. Answers(best, answers.Count > 1)] : ["Nothing keeps to what was asked."]
            )
            {
                Asked = [.. asked.Select(one => (one, answers.Count == 1 ? answers[0].Case.Defaults : []))],
                Explanations = [.. answers.Select(answer => answer.Explanation).OfType<Line>()],
                Additions = [.. Pictures(answers)],
                Assumptions = [ServingPage.NotesHeading],
            }
        );
    }

    private static IEnumerable<string> Answers(ServingAnswer answer, bool several)
    {
        var estimate = answer.Estimate!;
        string lead = several ? $"The cheapest is {answer.Case.Name}. It takes" : "It takes";
        string range = estimate.Fleet.BusyDevices is { Value: > 0 and var busy, Interval: { } interval }
            ? $" (90 %: {Sizes.Number(interval.Low / busy)} to {Sizes.Number(interval.High / busy)} times as many)"
            : "";
        string devices = Sizes.Count(ServingPage.Whole(estimate.Fleet.Devices.Value));
        yield return $"{lead} {devices} devices of {answer.Case.System.Spec.Accelerator.Id}{range} and {Sizes.Of(estimate.PerMonth.Value, Dimension.Money)} a month.";
        var chosen = estimate.Cost.Chosen;
        yield return $"A million output tokens cost {ServingPage.Million(chosen.PerOutputToken.Value)}, a million prompt tokens {ServingPage.Million(chosen.PerInputToken.Value)}, a request {Sizes.Of(chosen.PerRequest.Value, Dimension.Money)}.";
        yield return $"To buy the machines takes {Sizes.Of(estimate.Cost.Capital.Value, Dimension.Money)}; a request emits {Sizes.Of(estimate.Footprint.CarbonPerRequest.Value, Dimension.Carbon)}.";
    }

    private static IEnumerable<(string Heading, Block Block)> Pictures(IReadOnlyList<ServingAnswer> answers)
    {
        if (answers.Count > 1)
        {
            yield return (
                "",
                Bars(
                    "months",
                    "A month of each, on the basis asked for.",
                    "Cost of a month",
                    answers
                        .Where(static answer => answer.Estimate is not null)
                        .Select(static answer => (answer.Case.Name, answer.Estimate!.PerMonth.Value))
                )
            );
        }

        if (ServingPage.Cheapest(answers)?.Estimate is { } best)
        {
            yield return (
                ServingPage.MoneyHeading,
                Bars(
                    "bases",
                    "The same month at the three prices that people quote.",
                    "Three prices of a month",
                    best.Cost.Bases.Select(static basis => (basis.Month.Name, basis.Month.Value))
                )
            );
        }
    }

    private static Figure Bars(string id, string caption, string title, IEnumerable<(string Name, double? Amount)> amounts) =>
        Figure.Of(
            id,
            caption,
            new BarPicture(
                title,
                [
                    .. amounts
                        .Where(static one => one.Amount is not null)
                        .Select(static one => new BarRow(
                            one.Name,
                            Sizes.Of(one.Amount, Dimension.Money),
                            0,
                            one.Amount.GetValueOrDefault()
                        )),
                ]
            )
        );
}
