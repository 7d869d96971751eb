using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>A plan: its answer, the next best, the trade-offs, and how sure the choice is.</summary>
public static class PlanPage
{
    /// <summary>Heading of the trade-offs.</summary>
    public const string FrontHeading = "Time against cost against carbon: plans that no other betters in all three";

    /// <summary>The page of an outcome that has an answer.</summary>
    public static Page Of(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var answer = outcome.Answer ?? throw new ArgumentException("The outcome has no answer to show.", nameof(outcome));
        var page = AnswerPage.Of(answer);
        if (outcome.Plan is not { } plan)
        {
            return page;
        }

        var blocks = page.Blocks.ToBuilder();
        blocks.Add(new Heading("Chosen among"));
        blocks.Add(new FactList([.. Facts(plan)]));
        if (!plan.RunnersUp.IsEmpty)
        {
            blocks.Add(new Heading("The best plans, and what the others lose on"));
            blocks.Add(PlanTables.Best(plan));
        }

        if (plan.Front.Length > 1)
        {
            blocks.Add(new Heading(FrontHeading));
            blocks.Add(PlanTables.Front(plan));
        }

        if (!plan.Sensitivity.IsEmpty)
        {
            blocks.Add(new Heading("How sure the choice is"));
            blocks.Add(PlanTables.Sensitivity(plan));
        }

        if (outcome.Infeasible is { Relaxations: { IsEmpty: false } relaxations })
        {
            blocks.Add(new Heading("Enough alone to let a plan through"));
            blocks.Add(new Notes([.. relaxations.Select(relaxed => $"{relaxed.Key}: {relaxed.Text}")]));
        }

        return new Page(blocks.ToImmutable());
    }

    private static IEnumerable<Fact> Facts(PlanDetails plan)
    {
        yield return new Fact(
            "Machines and recipes",
            Sizes.Count(plan.Steps),
            $"{Sizes.Count(plan.Searched)} searched, the others cannot hold a plan"
        );
        yield return new Fact("Plans", Sizes.Count(plan.Points.Length), "machines x layouts x sites x price bases that were evaluated");
        yield return new Fact(
            "On the front",
            Sizes.Count(plan.Front.Length),
            plan.Incomparable > 0 ? $"{Sizes.Count(plan.Incomparable)} plans cannot be: their time, cost or carbon is not known" : null
        );
        yield return new Fact("Chosen", plan.Winner.Machines, $"{plan.Winner.Layout}, {plan.Winner.Place}");
        if (plan.Partial)
        {
            yield return new Fact("Partial", "yes", "stopped before everything was looked at; a better plan may be left", Tone.Bad);
        }
    }
}
