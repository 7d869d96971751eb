using System.Collections.Concurrent;
using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Outlook;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Scenarios.Levers;

/// <summary>Works out a scenario with levers pulled, each set once. Any number of threads may use it.</summary>
internal sealed class LeverWork(
    LeverChange change,
    Scenario scenario,
    Knowledge knowledge,
    TimeProvider clock,
    CancellationToken cancellation
)
{
    private readonly ConcurrentDictionary<string, LeverPoint> known = new(StringComparer.Ordinal);

    /// <summary>Takes the scenario as it stands, which was worked out already.</summary>
    public void Seed(LeverPoint start) => known[""] = start;

    /// <summary>The scenario with the levers pulled.</summary>
    public LeverPoint At(ImmutableArray<Lever> levers) =>
        known.GetOrAdd(string.Join(',', levers.Select(lever => lever.Id)), _ => Work(levers));

    /// <summary>Works out several sets at once.</summary>
    public ImmutableArray<LeverPoint> At(IReadOnlyList<ImmutableArray<Lever>> sets, Action done)
    {
        var points = new LeverPoint[sets.Count];
        Parallel.For(
            0,
            sets.Count,
            new ParallelOptions { CancellationToken = cancellation },
            index =>
            {
                points[index] = At(sets[index]);
                done();
            }
        );
        return [.. points];
    }

    /// <summary>Why a lever does not apply to the scenario as it stands; null where it does.</summary>
    public string? Misfit(Lever lever) =>
        lever.WhyNone
        ?? lever
            .When.Where(need => scenario.Text(need.Key) != need.Value)
            .Select(need => $"applies to a scenario with {need.Key} of {need.Value}")
            .FirstOrDefault();

    private LeverPoint Work(ImmutableArray<Lever> levers)
    {
        List<Diagnostic> problems = [];
        var root = change.Of(levers, problems);
        var outcome = root is null ? null : Outcome(root, problems);
        cancellation.ThrowIfCancellationRequested();
        if (outcome is { Answer: { } answer, Infeasible: null })
        {
            if (levers.Select(lever => Foreign(lever, answer)).FirstOrDefault(reason => reason is not null) is { } foreign)
            {
                return new LeverPoint(levers, null, null, foreign, root!);
            }

            var figures = levers
                .SelectMany(lever => lever.Effects)
                .Where(effect => effect.Kind == LeverEffectKind.Result)
                .Aggregate(LeverFigures.Of(answer), (kept, effect) => kept.Times(effect.Target, effect.Factor));
            return new LeverPoint(levers, answer, figures, null, root!);
        }

        string why =
            outcome?.Infeasible is { } infeasible ? $"{infeasible.Constraint}: {infeasible.Message}"
            : problems.FirstOrDefault() is { } problem
                ? problem.Message + (problem.Expected is null ? "" : $"; expected {problem.Expected}")
            : "nothing is left to work out";
        return new LeverPoint(levers, null, null, why, root ?? scenario.Root);
    }

    /// <summary>That a lever sets a number format which the device does not have, and the engine would take a wider one for; null where it does not.</summary>
    private string? Foreign(Lever lever, Answer answer) =>
        lever
            .Effects.Where(effect => effect is { Kind: LeverEffectKind.Set, Target: "recipe.precision" })
            .Select(effect => effect.Text is "fp8-block" or "mxfp8" ? "fp8" : effect.Text)
            .Where(format => knowledge.Library.Find(EntryKind.Accelerators, answer.System.Accelerator, [])?.Has("peak." + format) == false)
            .Select(format => $"{answer.System.Accelerator} has no {format}")
            .FirstOrDefault();

    /// <summary>As <see cref="PointWork"/> has it: a goal, a list or <c>auto</c> asks for a plan.</summary>
    private Outcome? Outcome(Node root, List<Diagnostic> problems)
    {
        if (ScenarioReader.Checked(root, [], scenario.Files, problems) is not { } changed)
        {
            return null;
        }

        var wish = PointWork.Wish(changed);
        return ScenarioResolver.Resolve(changed, knowledge, wish, problems) is not { } resolved ? null
            : wish == ScenarioWish.Plan ? Planner.Plan(resolved, knowledge, clock, problems, cancellation: cancellation)
            : Estimator.Estimate(resolved.Cases[0], resolved.Source, knowledge, clock, problems, null, cancellation);
    }
}
