using System.Collections.Immutable;

namespace Petaday.Adaptation;

/// <summary>
/// Chooses among paths. Of those that are allowed and reach the quality as surely as wanted, the one of the highest expected net present value is taken; where none is so
/// sure, the surest. The same task and facts give the same decision.
/// </summary>
public static class Decider
{
    private const double NearlyAsSure = 0.05;

    /// <summary>Decides a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="facts">What there is.</param>
    /// <param name="progress">Gets the share of the candidates that is done; null where nobody listens.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Decision Decide(
        AdaptationTask task,
        AdaptationFacts facts,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(facts);
        var (finished, refused) = All(task, facts, progress, cancellation);
        var best = finished.GroupBy(static option => option.Path).Select(paths => Within([.. paths], task)).Order(Better(task)).ToList();
        var missing = refused.Where(option => best.TrueForAll(other => other.Path != option.Path));
        ImmutableArray<PathOption> options =
        [
            .. best,
            .. missing.GroupBy(static option => option.Path).Select(NearestTo).OrderBy(static option => option.Path),
        ];
        var recommended = best.Count > 0 ? best[0] : null;
        return new Decision(task, options, recommended, Reasons.Of(task, options, recommended));
    }

    /// <summary>Every candidate, allowed or not: those worked out to the end, and those refused.</summary>
    internal static (List<PathOption> Finished, List<PathOption> Refused) All(
        AdaptationTask task,
        AdaptationFacts facts,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var lines = new TaskLines(task, facts);
        var worths = new PathWorths(lines, facts);
        List<PathOption> refused = [];
        List<PathWorth> allowed = [];
        var candidates = Candidates.Of(task, facts);
        for (int index = 0; index < candidates.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report((double)index / candidates.Length);
            var candidate = candidates[index];
            if (PathRules.Before(candidate, task, facts) is { } refusal)
            {
                refused.Add(Option(candidate, refusal, null, null));
                continue;
            }

            var worth = worths.Of(candidate);
            double cost = PathFinish.PresentCost(worth).Value ?? double.NaN;
            if (PathRules.After(worth, cost, task) is { } late)
            {
                refused.Add(Option(candidate, late, PathFinish.Of(worth, null, lines), worth));
            }
            else if (worth.Chance.Value is not null && worth.NetIfReached.Value is not null)
            {
                allowed.Add(worth);
            }
        }

        List<PathWorth> next = [.. allowed.OrderByDescending(Alone).Take(1)];
        next.AddRange(allowed.Where(worth => !IsLike(worth, next[0])).OrderByDescending(Alone).Take(1));
        return (
            [
                .. allowed.Select(worth =>
                    Option(worth.Candidate, null, PathFinish.Of(worth, next.Find(other => !IsLike(worth, other)), lines), worth)
                ),
            ],
            refused
        );
    }

    /// <summary>What a path is worth where nothing takes over when it misses the quality.</summary>
    private static double Alone(PathWorth worth) =>
        ((worth.Chance.Value * worth.Value.Value) - worth.Running.Value - worth.UpFront.Value + worth.Residual.Value)
        ?? double.NegativeInfinity;

    /// <summary>Whether the second would miss the quality where the first does: both learn from the same examples, or from the same text, or prompt the same model.</summary>
    private static bool IsLike(PathWorth one, PathWorth other)
    {
        int kind = Kind(one.Candidate.Path);
        return kind == Kind(other.Candidate.Path) && (kind > 0 || one.Candidate.ModelId == other.Candidate.ModelId);
    }

    private static int Kind(PathKind path) =>
        path switch
        {
            PathKind.Qlora or PathKind.Lora or PathKind.FullFineTune or PathKind.Distil => 1,
            PathKind.ContinuePreTraining or PathKind.PreTrain => 2,
            _ => 0,
        };

    /// <summary>Of one path the option worth most among those that are sure; where none is, among those nearly as sure as the surest.</summary>
    private static PathOption Within(ImmutableArray<PathOption> options, AdaptationTask task)
    {
        double least = Math.Min(
            task.Confidence,
            options.Max(static option => option.Money!.Chance.Value.GetValueOrDefault()) - NearlyAsSure
        );
        return options
            .Where(option => option.Money!.Chance.Value >= least)
            .OrderByDescending(static option => option.Money!.Expected.Value)
            .ThenBy(static option => option.Place)
            .ThenBy(static option => option.SystemId, StringComparer.Ordinal)
            .ThenBy(static option => option.ModelId, StringComparer.Ordinal)
            .First();
    }

    /// <summary>The better of two options first: sure before unsure, then by expected net present value; of unsure ones, the surer.</summary>
    private static Comparer<PathOption> Better(AdaptationTask task) =>
        Comparer<PathOption>.Create(
            (one, other) =>
            {
                bool sure = one.Money!.Chance.Value >= task.Confidence;
                bool otherSure = other.Money!.Chance.Value >= task.Confidence;
                int order = otherSure.CompareTo(sure);
                order =
                    order != 0 ? order
                    : sure ? 0
                    : Nullable.Compare(other.Money.Chance.Value, one.Money.Chance.Value);
                order = order != 0 ? order : Nullable.Compare(other.Money.Expected.Value, one.Money.Expected.Value);
                order = order != 0 ? order : one.Path.CompareTo(other.Path);
                order = order != 0 ? order : one.Place.CompareTo(other.Place);
                order = order != 0 ? order : string.CompareOrdinal(one.SystemId, other.SystemId);
                return order != 0 ? order : string.CompareOrdinal(one.ModelId, other.ModelId);
            }
        );

    /// <summary>Of a path that is not allowed, the candidate that came furthest: worked out, and the cheapest.</summary>
    private static PathOption NearestTo(IEnumerable<PathOption> options) =>
        options
            .OrderBy(static option => option.Money is null)
            .ThenBy(static option => option.Money?.PresentCost.Value)
            .ThenBy(static option => option.ModelId, StringComparer.Ordinal)
            .First();

    private static PathOption Option(Candidate candidate, Refusal? refusal, PathMoney? money, PathWorth? worth) =>
        new(candidate.Path, candidate.ModelId, candidate.ModelName, candidate.Place, candidate.Machines?.SystemId, refusal, money)
        {
            TrainingBytes = worth?.Training?.BytesPerDevice,
            TrainingDevices = worth?.Training?.Devices.Value,
            Dependency = Dependencies.Of(candidate),
        };
}
