using System.Collections.Immutable;
using System.Globalization;
using Petaday.Validation;
using Petaday.Validation.Evidence;

namespace Petaday.Reports;

/// <summary>Targets, peers and layouts picked: what predictions are held against beside the measured times.</summary>
internal static class EvidencePage
{
    /// <summary>Each target with the figures of both kinds of parameters, and whether the one that counts reaches it.</summary>
    public static Grid Targets(ValidationStudy study)
    {
        var shipped = ReportFigures.Of(study.Shipped);
        var leftOut = study.LeftOut is { } report ? ReportFigures.Of(report) : null;
        return new Grid(
            ["rows", "figure", "target", "shipped parameters", "source left out", "counts", "verdict"],
            [false, false, true, true, true, false, false],
            [
                .. study.Book.Targets.Select(target =>
                {
                    double? own = Figure(shipped, target);
                    double? without = Figure(leftOut, target);
                    return ImmutableArray.Create(
                        Title(target.Subset),
                        Measures.Words(target.Measure),
                        Limit(target),
                        ErrorText.Share(own),
                        ErrorText.Share(without),
                        target.IsLeftOut ? "source left out" : "shipped parameters",
                        Verdict(target, target.IsLeftOut ? without : own)
                    );
                }),
            ]
        );
    }

    /// <summary>Peers' figures, ours and the naive rule's on the same rows.</summary>
    public static Grid Peers(ValidationStudy study)
    {
        string[] peers = [.. study.Book.Peers.Select(figure => figure.Peer).Distinct(StringComparer.Ordinal)];
        var shipped = study.Shipped.Challenges.ToDictionary(figure => (figure.Subset, figure.Measure));
        var leftOut = (study.LeftOut?.Challenges ?? []).ToDictionary(figure => (figure.Subset, figure.Measure));
        var figures = study.Book.Peers.ToLookup(figure => (figure.Subset, figure.Measure));
        return new Grid(
            ["rows", "figure", "over", "Petaday", "Petaday, source left out", "naive rule", .. peers],
            [false, false, true, true, true, true, .. peers.Select(_ => true)],
            [
                .. figures.Select(group =>
                    ImmutableArray.CreateRange<string>([
                        Title(group.Key.Subset),
                        Measures.Words(group.Key.Measure),
                        shipped.TryGetValue(group.Key, out var own) ? Sizes.Count(own.Rows) : "-",
                        ErrorText.Share(own?.Ours),
                        ErrorText.Share(leftOut.GetValueOrDefault(group.Key)?.Ours),
                        ErrorText.Share(own?.Naive),
                        .. peers.Select(peer => ErrorText.Share(group.FirstOrDefault(figure => figure.Peer == peer)?.Value)),
                    ])
                ),
            ]
        );
    }

    /// <summary>Where a peer's figures come from, each source once.</summary>
    public static IEnumerable<string> Sources(EvidenceBook book) =>
        book
            .Peers.GroupBy(figure => figure.Source, StringComparer.Ordinal)
            .Select(group =>
                string.Join(", ", group.Select(figure => figure.Peer).Distinct(StringComparer.Ordinal))
                + $" on {Title(group.First().Subset)}: {group.Key}"
            );

    /// <summary>How good the layouts are that are predicted best.</summary>
    public static Grid Picking(ValidationReport report, ValidationReport? leftOut)
    {
        var others = (leftOut?.Picking ?? []).ToDictionary(picking => picking.SourceGroup, StringComparer.Ordinal);
        return new Grid(
            ["source", "groups", "layouts", "pick over best", "worst group", "source left out", "a layout taken blindly"],
            [false, true, true, true, true, true, true],
            [
                .. report.Picking.Select(picking =>
                    ImmutableArray.Create(
                        picking.SourceGroup,
                        Sizes.Count(picking.Groups),
                        Sizes.Count(picking.Layouts),
                        Sizes.Share(picking.Share),
                        Sizes.Share(picking.WorstShare),
                        ErrorText.Share(others.GetValueOrDefault(picking.SourceGroup)?.Share),
                        Sizes.Share(picking.BlindShare)
                    )
                ),
            ]
        );
    }

    private static double? Figure(ImmutableDictionary<(string Subset, string Measure), double>? figures, Target target) =>
        figures is not null && figures.TryGetValue((target.Subset, target.Measure), out double figure) ? figure : null;

    private static string Verdict(Target target, double? figure) =>
        figure is not { } known ? "not known"
        : target.IsMetBy(known) ? "met"
        : "missed";

    private static string Limit(Target target) =>
        (target.Low, target.High) switch
        {
            ({ } low, { } high) => $"{Percent(low)} to {Percent(high)} %",
            ({ } low, null) => $"at least {Percent(low)} %",
            (null, { } high) => $"at most {Percent(high)} %",
            _ => "-",
        };

    private static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Title(string subset) =>
        subset == Target.All ? "all, every source once" : RunSubset.All.FirstOrDefault(known => known.Id == subset)?.Title ?? subset;
}
