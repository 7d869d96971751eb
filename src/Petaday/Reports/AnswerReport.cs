using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>The reports of <c>estimate</c> and <c>plan</c>.</summary>
public static class AnswerReport
{
    /// <summary>The report of an outcome that has an answer.</summary>
    public static Page Of(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var answer = outcome.Answer ?? throw new ArgumentException("The outcome has no answer to show.", nameof(outcome));
        var page =
            outcome.Model is not null ? ModelPlanPage.Of(outcome)
            : outcome.Plan is not null ? PlanPage.Of(outcome)
            : AnswerPage.Of(answer);
        return Report.Of(page, Frame(outcome, answer));
    }

    private static ReportFrame Frame(Outcome outcome, Answer answer) =>
        new(Question(outcome, answer), [.. AnswerWords.Of(outcome)])
        {
            Asked = outcome.Asked is { } asked ? [(asked, answer.Defaults)] : [],
            Explanations = [answer.Explanation],
            Additions = [.. Additions(outcome, answer)],
            Assumptions = [AnswerPage.ChosenHeading, AnswerPage.NotesHeading],
        };

    private static string Question(Outcome outcome, Answer answer) =>
        outcome.Model is not null ? "Which model is best for the money and the time, and what does training it take?"
        : outcome.Plan is { } plan ? $"{Goal(plan.Goal)} What is the best way to train {answer.Model.Id}?"
        : $"What does it take to train {AnswerPage.Title(answer)} as the scenario stands?";

    private static string Goal(Goal goal)
    {
        string limits = string.Join(
            ", ",
            new[]
            {
                goal.Budget is { } budget ? $"budget {Sizes.Of(budget, Dimension.Money)}" : null,
                goal.DeadlineSeconds is { } deadline ? $"deadline {Sizes.Time(deadline)}" : null,
                goal.CarbonCap is { } cap ? $"at most {Sizes.Of(cap, Dimension.Carbon)}" : null,
                goal.Devices is { } devices ? $"at most {Sizes.Count(devices)} devices" : null,
            }.OfType<string>()
        );
        return $"Least {PlanWords.Name(goal.Minimize)}{(limits.Length == 0 ? "" : $" within {limits}")}.";
    }

    private static IEnumerable<(string Heading, Block Block)> Additions(Outcome outcome, Answer answer)
    {
        if (AnswerCharts.Intervals(answer) is { } intervals)
        {
            yield return ("", intervals);
        }

        yield return (AnswerPage.MemoryHeading, AnswerCharts.Memory(answer.Memory));
        yield return (AnswerPage.StepHeading, AnswerCharts.Step(answer.Step));
        if (answer.Explanation.Find("cost.total") is { Combination: Combination.Sum } total)
        {
            yield return (AnswerPage.CostHeading, CostTable.Of(total, new SourceNumbers(answer.Explanation)));
        }

        if (AnswerCharts.Prices(answer.Cost) is { } prices)
        {
            yield return (AnswerPage.CostHeading, prices);
        }

        if (outcome.Model is { Curve.IsEmpty: false } model)
        {
            yield return (
                ModelPlanPage.CurveHeading,
                Figure.Of("loss", "The loss that each size reaches for what was asked.", ModelPlanChart.Of(model))
            );
        }

        if (outcome.Plan is { Front.Length: > 1 } plan)
        {
            yield return (
                PlanPage.FrontHeading,
                Figure.Of(
                    "front",
                    "Plans that no other betters in time, cost and carbon alike; the area of a dot is carbon.",
                    PlanChart.Of(plan)
                )
            );
        }
    }
}
