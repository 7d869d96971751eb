using System.Collections.Immutable;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>The loss against the model's size at one goal, by family: each size on the machines that its family's best runs on.</summary>
internal static class LossCurve
{
    /// <summary>Points by family, then by size. Sizes that miss a limit are left out.</summary>
    public static ImmutableArray<ModelPlanPoint> Of(
        ModelGoal goal,
        ModelSearch search,
        IEnumerable<ShapeOffer> shapes,
        IReadOnlyDictionary<string, EvaluatedOption> bests
    )
    {
        var known = search.Evaluated.GroupBy(one => one.Option).ToDictionary(group => group.Key, group => group.First());
        return
        [
            .. shapes
                .Where(shape => bests.ContainsKey(shape.Family))
                .Select(shape => Point(goal, search, shape, bests[shape.Family], known))
                .OfType<ModelPlanPoint>(),
        ];
    }

    private static ModelPlanPoint? Point(
        ModelGoal goal,
        ModelSearch search,
        ShapeOffer shape,
        EvaluatedOption best,
        Dictionary<ModelOption, EvaluatedOption> known
    )
    {
        var option = best.Option with { Shape = shape };
        bool exact = known.TryGetValue(option, out var evaluated);
        if (!search.CanFit(option))
        {
            return null;
        }

        var need =
            exact ? evaluated!.Need
            : search.StepSeconds(option, search.Overhead(best)) is { } seconds
                ? TokenSolver.Solve(goal, shape, option.Devices, seconds, best.Rates)
            : default;
        return need is { IsFeasible: true, Tokens: > 0 }
            ? new ModelPlanPoint(
                shape.Family,
                shape.Model.Id,
                shape.Model.Parameters.Total,
                shape.Model.Parameters.Active,
                need.Tokens,
                need.Loss,
                option.Machine.System.Entry.Id,
                option.Devices,
                exact
            )
            : null;
    }
}
