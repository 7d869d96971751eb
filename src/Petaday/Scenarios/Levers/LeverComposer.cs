using System.Collections.Immutable;
using Petaday.Outlook;

namespace Petaday.Scenarios.Levers;

/// <summary>Makes a study of points: every lever alone, the waterfall, the interactions, the best set.</summary>
internal sealed class LeverComposer(
    LeverRequest request,
    LeverBook book,
    LeverWork work,
    LeverPoint start,
    double value,
    ProgressSpan progress
)
{
    private const int MostPaired = 10;

    /// <summary>The study of the levers that are named, or of the standard ones.</summary>
    public LeverStudy Study(string name, ImmutableArray<Lever> named)
    {
        var wanted = named.IsEmpty ? [.. book.All.Where(lever => lever.IsStandard)] : named;
        var shown = named.IsEmpty ? book.All : named;
        ImmutableArray<Lever> singles = [.. shown.Where(lever => work.Misfit(lever) is null)];
        var parts = new LeverProgress(progress, singles.Length, wanted.Length, MostPaired, request.Effort is not null);
        var alone = singles
            .Zip(work.At([.. singles.Select(lever => ImmutableArray.Create(lever))], parts.Alone.Pieces(singles.Length)))
            .ToDictionary(pair => pair.First, pair => pair.Second);
        var steps = Waterfall(wanted, alone, parts.Waterfall.Pieces(wanted.Length));
        var pulled = steps.Where(step => step.Figures is not null).Select(step => step.Lever).ToImmutableArray();
        var study = new LeverStudy(
            name,
            request.Metric,
            start,
            [.. shown.Select(lever => Row(lever, alone.GetValueOrDefault(lever)))],
            steps,
            work.At([.. book.All.Where(pulled.Contains)]),
            Pairs(pulled, alone, parts.Pairs),
            Best(wanted, alone, parts.Sets.Pieces(LeverStudies.MostSets))
        );
        progress.Report(1);
        return study;
    }

    private LeverRow Row(Lever lever, LeverPoint? point)
    {
        double? ratio = Ratio(point);
        return new LeverRow(
            lever,
            point?.Figures,
            ratio,
            ratio is { } known ? lever.Around(known) : null,
            work.Misfit(lever) ?? point?.Why ?? (ratio is null ? $"{LeverWords.Of(request.Metric)} is not known" : null)
        );
    }

    private double? Ratio(LeverPoint? point) => point?.Figures?.Of(request.Metric) / value;

    /// <summary>
    /// Levers on top of each other. One that is not feasible on top of those before is tried again after the others: it may need what comes later, as fp8 needs a device
    /// that has it. What then is not feasible either is passed over, and said.
    /// </summary>
    private ImmutableArray<LeverStep> Waterfall(ImmutableArray<Lever> wanted, Dictionary<Lever, LeverPoint> alone, Action done)
    {
        var fall = new Falling(value, lever => Ratio(alone.GetValueOrDefault(lever)));
        List<Lever> late = [];
        foreach (var lever in wanted)
        {
            if (Next(fall, lever) is not null && work.Misfit(lever) is null)
            {
                late.Add(lever);
            }

            done();
        }

        foreach (var lever in wanted.Where(lever => work.Misfit(lever) is not null || late.Contains(lever)))
        {
            if (Next(fall, lever) is { } why)
            {
                fall.Pass(lever, why);
            }
        }

        return [.. fall.Steps];
    }

    /// <summary>Pulls one more lever; why not where it cannot be.</summary>
    private string? Next(Falling fall, Lever lever)
    {
        if (work.Misfit(lever) is { } misfit)
        {
            return misfit;
        }

        var pulled = fall.Pulled.Add(lever);
        var point = work.At([.. book.All.Where(pulled.Contains)]);
        if (point.Figures?.Of(request.Metric) is not { } after)
        {
            return point.Why
                ?? $"{LeverWords.Of(request.Metric)} is not known: no price or factor of {point.Answer?.System.Id} on these terms";
        }

        fall.Pull(lever, point.Figures, after);
        return null;
    }

    /// <summary>Pairs of the first levers, which is all of them in any usual study.</summary>
    private ImmutableArray<LeverPair> Pairs(ImmutableArray<Lever> pulled, Dictionary<Lever, LeverPoint> alone, ProgressSpan span)
    {
        var levers = pulled.Take(MostPaired).Where(lever => Ratio(alone.GetValueOrDefault(lever)) is not null).ToList();
        var pairs = levers.SelectMany((one, index) => levers.Skip(index + 1).Select(other => ImmutableArray.Create(one, other))).ToList();
        return
        [
            .. work.At(pairs, span.Pieces(pairs.Count))
                .Select(
                    (point, index) =>
                        new LeverPair(
                            pairs[index][0],
                            pairs[index][1],
                            Ratio(alone[pairs[index][0]])!.Value * Ratio(alone[pairs[index][1]])!.Value,
                            Ratio(point)
                        )
                )
                .OrderByDescending(pair => pair.Interaction is { } known ? Math.Abs(Math.Log(known)) : double.MaxValue),
        ];
    }

    private EffortChoice? Best(ImmutableArray<Lever> wanted, Dictionary<Lever, LeverPoint> alone, Action done)
    {
        if (request.Effort is not { } budget)
        {
            return null;
        }

        ImmutableArray<Lever> open =
        [
            .. wanted.Where(lever => Ratio(alone.GetValueOrDefault(lever)) is not null && (request.WithUnproven || !lever.IsUnproven)),
        ];
        return new EffortSearch(
            budget,
            set =>
            {
                done();
                return work.At(set).Figures?.Of(request.Metric);
            },
            LeverStudies.MostSets
        ).Best(open);
    }
}
