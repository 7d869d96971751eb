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
    /// <summary>What bounds pass over may be better than the answer by this share of the loss: about 0.0005 nats a token.</summary>
    public const double LossTolerance = 0.00025;

    /// <summary>What is said of it: as much again for what <see cref="Overheads"/> take from neighbours; held by a test against every option evaluated.</summary>
    public const double StatedLossTolerance = 0.0005;

    /// <summary>The same of money, time, energy or carbon.</summary>
    public const double CostTolerance = 0.005;

    // What stands beside the answer need not be told apart as finely.
    private const double Loose = 8;
    private const double NearTolerance = 0.02;

    // About what each takes of the time; the rest is what stands beside the answer.
    private const double BestShare = 0.5;
    private const double FamiliesShare = 0.9;

    /// <summary>Chooses.</summary>
    public ChosenModels Choose(IProgress<double>? progress)
    {
        Func<Need, double> score = need => need.IsFeasible ? need.Score : double.PositiveInfinity;
        var search = new ModelSearch(goal, evaluator, bounds, score);
        double tolerance = goal.IsLowestLoss ? LossTolerance : CostTolerance;
        var families = shapes.GroupBy(shape => shape.Family).Select(family => Wanted([.. family])).ToImmutableArray();
        var span = new ProgressSpan(progress);
        if (search.Best(machines, Worth(families), tolerance, span.Part(0, BestShare)) is not { } best)
        {
            return Nearest(families);
        }

        Dictionary<string, EvaluatedOption> bests = new() { [best.Option.Shape.Family] = best };
        var others = families.Where(family => !bests.ContainsKey(family[0].Family)).ToList();
        for (int index = 0; index < others.Count; index++)
        {
            var part = span.Part(BestShare, FamiliesShare).Part(index, others.Count);
            if (search.Best(machines, others[index], Loose * tolerance, part) is { } found)
            {
                bests[others[index][0].Family] = found;
            }
        }

        var curve = goal.IsLowestLoss ? LossCurve.Of(goal, search, shapes, bests) : [];
        var beside = Others(search, best, families, bests.Values, Loose * tolerance).ToList();
        if (goal.Compute is null && beside.MinBy(one => score(one.Need)) is { } closer && score(closer.Need) < score(best.Need))
        {
            // Within the tolerance of the first search, but better.
            beside[beside.IndexOf(closer)] = best;
            best = closer;
        }

        best = evaluator.Placed(best, score);
        var sited = beside.Select(one => evaluator.Sited(one, score)).OrderBy(one => score(one.Need));
        return new ChosenModels(best, true, [.. sited], curve);
    }

    /// <summary>A compute is spent on the size that gets most out of it; a budget or a loss leaves the size open.</summary>
    private ImmutableArray<ShapeOffer> Wanted(ImmutableArray<ShapeOffer> family) =>
        goal.Compute is { } flops ? [family.MinBy(shape => shape.Question.Loss(flops / shape.FlopsPerToken))!] : family;

    /// <summary>What the answer is chosen from: of a compute, the size that gets most out of it of all families.</summary>
    private ImmutableArray<ShapeOffer> Worth(ImmutableArray<ImmutableArray<ShapeOffer>> families)
    {
        var all = families.SelectMany(family => family);
        return goal.Compute is { } flops ? [all.MinBy(shape => shape.Question.Loss(flops / shape.FlopsPerToken))!] : [.. all];
    }

    private IEnumerable<EvaluatedOption> Others(
        ModelSearch search,
        EvaluatedOption best,
        ImmutableArray<ImmutableArray<ShapeOffer>> families,
        IEnumerable<EvaluatedOption> bests,
        double tolerance
    )
    {
        var family = families.First(shapes => shapes[0].Family == best.Option.Shape.Family);
        string accelerator = best.Option.Machine.System.Spec.Accelerator.Id;
        IEnumerable<EvaluatedOption?> others =
        [
            .. bests.Where(one => one.Option.Shape.Family != best.Option.Shape.Family),
            search.Best([.. machines.Where(machine => machine.System.Spec.Accelerator.Id != accelerator)], [best.Option.Shape], tolerance),
            search.Best([best.Option.Machine], [.. family.Where(shape => shape != best.Option.Shape)], tolerance),
        ];
        return others.OfType<EvaluatedOption>().DistinctBy(one => one.Option);
    }

    /// <summary>Where nothing keeps to the limits: what misses the tightest of them least.</summary>
    private ChosenModels Nearest(ImmutableArray<ImmutableArray<ShapeOffer>> families)
    {
        Func<Need, double> miss = need => need.Miss;
        var search = new ModelSearch(goal, evaluator, bounds, miss);
        var nearest = search.Best(machines, [.. families.SelectMany(family => family)], NearTolerance);
        return new ChosenModels(nearest is null ? null : evaluator.Placed(nearest, miss), false, [], []);
    }
}
