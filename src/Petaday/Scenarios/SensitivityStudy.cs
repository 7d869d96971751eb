using System.Collections.Immutable;
using Petaday.Quantities;

namespace Petaday.Scenarios;

/// <summary>
/// What becomes of the winner where one of the things it rests on is other than supposed, by the published interval where there is one and 20 % otherwise. What is
/// shifted is shifted for every plan on the same system (price, time of a step, failures) or at the same site (power, carbon); the others stay: a winner that another
/// then overtakes is one to look at twice.
/// </summary>
internal sealed class SensitivityStudy(
    PlanRanking ranking,
    PlanPoint winner,
    IReadOnlyList<PlanPoint> points,
    Answer answer,
    Knowledge knowledge
)
{
    private const double Usual = 0.2;

    /// <summary>Two rows a lever: less, then more.</summary>
    public ImmutableArray<SensitivityRow> Rows()
    {
        var system = winner.Case.System.Entry.Id;
        var site = winner.Case.Site;
        var published = "90 % interval of published runs";
        var range = "range of published figures";
        return
        [
            .. Both("price", $"price of {system}", null, "", OnSystem, (_, factor) => Shift.None with { Price = factor }),
            .. Both(
                "stepTime",
                $"time of a step on {system} (MFU the other way)",
                Relative(answer.Intervals.TryGetValue("step.seconds", out var step) ? step : null, answer.Step.Seconds),
                published,
                OnSystem,
                (_, factor) => Shift.None with { Time = factor }
            ),
            .. Both("failureRate", $"failures of {system}", FailureRange(), range, OnSystem, Failing),
            .. Both(
                "powerPrice",
                $"price of power in {site.Id}",
                winner.Case.Payment.Tariff is null ? Relative(site.Tariff.Interval, site.Tariff.Value) : null,
                range,
                AtSite,
                (_, factor) => Shift.None with { Tariff = factor }
            ),
            .. Both(
                "carbonIntensity",
                $"carbon of power in {site.Id}",
                Relative(site.Carbon.Interval, site.Carbon.Value),
                range,
                AtSite,
                (_, factor) => Shift.None with { Carbon = factor }
            ),
        ];
    }

    private IEnumerable<SensitivityRow> Both(
        string key,
        string name,
        Interval? range,
        string source,
        Func<PlanPoint, bool> holds,
        Func<PlanPoint, double, Shift?> shift
    )
    {
        var basis = range is null ? "20 %" : source;
        foreach (var factor in range is { } known ? [known.Low, known.High] : new[] { 1 - Usual, 1 + Usual })
        {
            yield return Row(key, name, factor, basis, point => holds(point) ? Shifted(point, shift(point, factor)) : point.Figures);
        }
    }

    private SensitivityRow Row(string key, string name, double factor, string basis, Func<PlanPoint, PlanFigures> shifted)
    {
        var figures = shifted(winner);
        var measure = Constraints.Measure(ranking.Goal.Minimize, figures, winner.Case.Devices);
        var best = ranking.Best(points, shifted);
        return new SensitivityRow(
            key,
            name,
            factor,
            basis,
            measure,
            measure / Constraints.Measure(ranking.Goal.Minimize, winner.Figures, winner.Case.Devices) - 1,
            Constraints.Missed(ranking.Goal, winner, figures).Count == 0,
            best == winner ? null : best
        );
    }

    /// <summary>A run that would not end has no figures.</summary>
    private static PlanFigures Shifted(PlanPoint point, Shift? shift) =>
        shift is { } known ? point.Use.At(point.Case.Site, point.Case.Payment, known) : default;

    private Shift? Failing(PlanPoint point, double factor) =>
        point.Use.LongerBy(factor, point.Case, knowledge.Factors.Runs) is { } longer ? Shift.None with { Time = longer } : null;

    private bool OnSystem(PlanPoint point) => point.Case.System.Entry.Id == winner.Case.System.Entry.Id;

    private bool AtSite(PlanPoint point) => point.Case.Site.Id == winner.Case.Site.Id;

    /// <summary>How many times as often devices fail, from the range of the time between failures.</summary>
    private Interval? FailureRange()
    {
        var ratio = knowledge.Factors.Runs.Reliability.ClusterRatio.For(winner.Case.System.Spec.Accelerator.Id);
        return ratio is { Value: > 0 and { } usual, Interval: { Low: > 0 } range }
            ? new Interval(range.Low / usual, range.High / usual)
            : null;
    }

    private static Interval? Relative(Interval? interval, double? value) =>
        interval is { } known && value is > 0 and { } usual ? new Interval(known.Low / usual, known.High / usual) : null;
}
