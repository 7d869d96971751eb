using System.Collections.Immutable;
using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Planning;
using Petaday.Quantities;
using Petaday.Training;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>Evaluates options exactly: the fastest strategy that fits, and what it costs where. The same models as an estimate's.</summary>
internal sealed class OptionEvaluator(
    ModelGoal goal,
    Knowledge knowledge,
    OptionBounds bounds,
    ImmutableArray<GridSite> sites,
    PaymentChoice payment,
    Recomputation? recomputation,
    CancellationToken cancellation
)
{
    // Rent is the same everywhere: sites differ in what owners pay for and in carbon.
    private readonly bool siteMatters =
        payment.Basis == MoneyBasis.Own
        || goal.Limits.CarbonCap is not null
        || (!goal.IsLowestLoss && goal.Limits.Minimize is Objective.Carbon or Objective.Energy);

    /// <summary>Options whose strategies were searched.</summary>
    public long Searched { get; private set; }

    /// <summary>Of these, those with a strategy that fits and is fast enough to be of use.</summary>
    public long Feasible { get; private set; }

    /// <summary>Strategies in the spaces that were searched.</summary>
    public long Strategies { get; private set; }

    /// <summary>The option with the fastest of its usual strategies at its best site; null where none fits or is as fast as <paramref name="below"/>.</summary>
    /// <param name="option">The option.</param>
    /// <param name="below">Step time above which it is of no use, s, failures left out.</param>
    /// <param name="score">What is made small.</param>
    public EvaluatedOption? Evaluate(ModelOption option, double below, Func<Need, double> score)
    {
        var best = Fastest(option, below, usual: true);
        Searched++;
        if (best is null)
        {
            return null;
        }

        Feasible++;
        return (siteMatters ? sites : sites[..1])
            .Select(site => At(option, best, site))
            .OfType<EvaluatedOption>()
            .MinBy(one => score(one.Need));
    }

    private Candidate? Fastest(ModelOption option, double below, bool usual)
    {
        var machine = option.Machine;
        var found = StrategySearch.Fastest(
            new SearchProblem(
                option.Shape.Model.Architecture,
                machine.System.Spec,
                machine.Stack.Stack,
                bounds.Recipe(option),
                option.Devices
            ),
            new SearchOptions
            {
                Keep = 1,
                Below = below,
                Usual = usual,
                Recomputation = recomputation,
            },
            null,
            cancellation
        );
        cancellation.ThrowIfCancellationRequested();
        Strategies += found.Candidates;
        return found.Best is [var best, ..] ? best : null;
    }

    /// <summary>The option with the fastest of all its strategies at every site: the best, and of those as good the one with the least carbon.</summary>
    public EvaluatedOption Placed(EvaluatedOption chosen, Func<Need, double> score) =>
        At(chosen.Option, Fastest(chosen.Option, chosen.Candidate.Estimate.Time.Seconds, usual: false) ?? chosen.Candidate, score);

    /// <summary>The option with the strategy that it has, at every site: the best, and of those as good the one with the least carbon.</summary>
    public EvaluatedOption Sited(EvaluatedOption chosen, Func<Need, double> score) => At(chosen.Option, chosen.Candidate, score);

    private EvaluatedOption At(ModelOption option, Candidate best, Func<Need, double> score) =>
        sites
            .Select(site => At(option, best, site))
            .OfType<EvaluatedOption>()
            .OrderBy(one => score(one.Need))
            .ThenBy(one => one.Rates.Carbon ?? one.Rates.Operational ?? double.MaxValue)
            .ThenBy(one => one.Site.Id, StringComparer.Ordinal)
            .First();

    private EvaluatedOption? At(ModelOption option, Candidate best, GridSite site)
    {
        var one = new Case(
            option.Shape.Model.Name,
            option.Shape.Model,
            option.Machine.System,
            option.Devices,
            option.Machine.Stack,
            bounds.Recipe(option),
            null,
            null,
            1,
            site,
            payment,
            [],
            []
        )
        {
            Law = goal.Law.Id,
            Run = bounds.Run,
        };
        var seconds = new Line("stepSeconds", "Step", best.Estimate.Time.Seconds, Dimension.Seconds);
        var flops = new Line("flopsPerToken", "FLOPs of a token", option.Shape.FlopsPerToken, Dimension.FlopPerToken);
        var run = AnswerBuilder.Plan(one, seconds, flops, best.Estimate.Time, knowledge);
        if (run.ElapsedSeconds.Value is not { } elapsed || run.Steps.Value is not { } steps || run.DeviceSeconds.Value is not { } held)
        {
            return null;
        }

        var use = Consumption.Of(one, best.Estimate, run, knowledge);
        var rates = new UseRates(
            use.Cost.Total.Value / held,
            (use.Carbon.Operational.Value + use.Carbon.Embodied.Value) / held,
            use.Energy.Facility.Value / held,
            use.Carbon.Operational.Value / held
        );
        return new EvaluatedOption(
            option,
            best,
            site,
            TokenSolver.Solve(goal, option.Shape, option.Devices, elapsed / steps, rates),
            elapsed / steps,
            rates
        );
    }
}
