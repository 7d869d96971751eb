using System.Collections.Immutable;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>Chooses the best option of all families, and what stands beside it.</summary>
internal sealed class ModelChooser(
    ModelGoal goal,
    OptionEvaluator evaluator,
    OptionBounds bounds,
    ImmutableArray<MachineOffer> machines,
    ImmutableArray<ShapeOffer> shapes
)
{
    /// <summary>What was passed over may be better than the answer by this share of the loss: about 0.0005 nats a token.</summary>
    public const double LossTolerance = 0.00025;

    /// <summary>The same of money, time, energy or carbon.</summary>
    public const double CostTolerance = 0.005;

    private const double NearTolerance = 0.02;

    /// <summary>Chooses.</summary>
    public ChosenModels Choose(IProgress<double>? progress)
    {
        Func<Need, double> score = need => need.IsFeasible ? need.Score : double.PositiveInfinity;
        var search = new ModelSearch(goal, evaluator, bounds, score, goal.IsLowestLoss ? LossTolerance : CostTolerance);
        var families = shapes.GroupBy(shape => shape.Family).Select(family => Wanted([.. family])).ToImmutableArray();
        Dictionary<string, EvaluatedOption> bests = [];
        for (int index = 0; index < families.Length; index++)
        {
            if (search.Best(machines, families[index]) is { } found)
            {
                bests[families[index][0].Family] = found;
            }

            progress?.Report((index + 1.0) / (families.Length + 1));
        }

        if (Winner(bests.Values) is not { } best)
        {
            return Nearest(families);
        }

        var curve = goal.IsLowestLoss ? LossCurve.Of(goal, search, shapes, bests) : [];
        best = evaluator.Placed(best, score);
        var others = Others(search, best, families, bests.Values).Select(one => evaluator.Placed(one, score));
        return new ChosenModels(best, true, [.. others.OrderBy(one => score(one.Need))], curve);
    }

    /// <summary>A compute is spent on the size that gets most out of it; a budget or a loss leaves the size open.</summary>
    private ImmutableArray<ShapeOffer> Wanted(ImmutableArray<ShapeOffer> family) =>
        goal.Compute is { } flops ? [family.MinBy(shape => shape.Question.Loss(flops / shape.FlopsPerToken))!] : family;

    private EvaluatedOption? Winner(IEnumerable<EvaluatedOption> bests) =>
        goal.Compute is null ? bests.MinBy(one => one.Need.Score) : bests.MinBy(one => one.Need.Loss);

    private IEnumerable<EvaluatedOption> Others(
        ModelSearch search,
        EvaluatedOption best,
        ImmutableArray<ImmutableArray<ShapeOffer>> families,
        IEnumerable<EvaluatedOption> bests
    )
    {
        var family = families.First(shapes => shapes[0].Family == best.Option.Shape.Family);
        string accelerator = best.Option.Machine.System.Spec.Accelerator.Id;
        IEnumerable<EvaluatedOption?> others =
        [
            .. bests.Where(one => one.Option.Shape.Family != best.Option.Shape.Family),
            search.Best([.. machines.Where(machine => machine.System.Spec.Accelerator.Id != accelerator)], family),
            search.Best([best.Option.Machine], [.. family.Where(shape => shape != best.Option.Shape)]),
        ];
        return others.OfType<EvaluatedOption>().DistinctBy(one => one.Option);
    }

    /// <summary>Where nothing keeps to the limits: what misses the tightest of them least.</summary>
    private ChosenModels Nearest(ImmutableArray<ImmutableArray<ShapeOffer>> families)
    {
        Func<Need, double> miss = need => need.Miss;
        var search = new ModelSearch(goal, evaluator, bounds, miss, NearTolerance);
        var nearest = search.Best(machines, [.. families.SelectMany(family => family)]);
        return new ChosenModels(nearest is null ? null : evaluator.Placed(nearest, miss), false, [], []);
    }
}
