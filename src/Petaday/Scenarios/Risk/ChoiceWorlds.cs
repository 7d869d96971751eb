using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Explanations.Risk;

namespace Petaday.Scenarios.Risk;

/// <summary>
/// Estimates a scenario at points of those of its keys that a tree cannot follow, such as the number of devices: a Latin hypercube, so that every point has a stratum of each key
/// to itself (McKay, Beckman and Conover 1979, Technometrics 21). At each point the strategy is what <c>estimate</c> would take: the one that is given, else the fastest.
/// </summary>
internal sealed class ChoiceWorlds(ResolvedScenario resolved, RiskSubject subject, Knowledge knowledge, TimeProvider clock)
{
    private const int PointsOfOne = 16;
    private const int PointsOfSeveral = 32;

    /// <summary>The worlds, and how many points have none because nothing feasible was found there.</summary>
    public (ImmutableArray<RiskWorld> Worlds, int Missing) At(
        IReadOnlyList<UncertainKey> keys,
        ulong seed,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        int points = keys.Count == 1 ? PointsOfOne : PointsOfSeveral;
        double[][] columns = [.. keys.Select((key, place) => Column(key.Path, place, points, seed))];
        var worlds = ImmutableArray.CreateBuilder<RiskWorld>();
        for (int point = 0; point < points; point++)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<double> place = [.. columns.Select(column => column[point])];
            if (World(keys, place, cancellation) is { } world)
            {
                worlds.Add(world);
            }

            progress?.Report((point + 1.0) / points);
        }

        return (worlds.ToImmutable(), points - worlds.Count);
    }

    // The middles of equal strata; of a second key on in an order of their own.
    private static double[] Column(string path, int place, int points, ulong seed)
    {
        var middles = Enumerable.Range(0, points).Select(stratum => (stratum + 0.5) / points);
        ulong stream = Philox.Stream(path + " order");
        return
        [
            .. place == 0
                ? middles
                : middles
                    .Select((middle, index) => (middle, Order: Philox.Uniform(seed, stream, (uint)index).First))
                    .OrderBy(static one => one.Order)
                    .Select(static one => one.middle),
        ];
    }

    private RiskWorld? World(IReadOnlyList<UncertainKey> keys, ImmutableArray<double> place, CancellationToken cancellation)
    {
        var root = resolved.Source.Root;
        for (int i = 0; i < keys.Count; i++)
        {
            root = Overlay.Merge(root, Overlay.Single(keys[i].Path, Text(keys[i], place[i]), keys[i].Path, takesList: false));
        }

        List<Diagnostic> problems = [];
        var source = resolved.Source with { Root = root };
        if (
            ScenarioResolver.Resolve(source, knowledge, ScenarioWish.Estimate, problems) is not { } fixedScenario
            || Estimator.Estimate(fixedScenario.Cases[0], source, knowledge, clock, problems, null, cancellation)
                is not { Infeasible: null, Answer: { } answer }
            || subject.Tree(fixedScenario, answer) is not { } tree
        )
        {
            return null;
        }

        return new RiskWorld(tree, new AnswerVariables(source, answer).Of, place);
    }

    // A job of a part of a node is no plan: devices come in whole nodes.
    private string Text(UncertainKey key, double share)
    {
        double value = key.Quantile(share);
        int node = resolved.Cases[0].System.Spec.DevicesPerNode;
        return key.Path == "system.devices" && value > node
            ? (Math.Round(value / node) * node).ToString(CultureInfo.InvariantCulture)
            : key.Fixed(resolved.Source.Root.Place, value).Text;
    }
}
