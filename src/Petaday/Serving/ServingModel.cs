using System.Collections.Immutable;

namespace Petaday.Serving;

/// <summary>From a demand to machines, money and footprint: the entry point of this room.</summary>
public static class ServingModel
{
    /// <summary>
    /// Finds the replica that serves with the fewest devices and what the service takes; without an estimate where the model fits into no replica, or none
    /// keeps to the latency targets. Throws <see cref="ArgumentOutOfRangeException"/> for a demand outside its range.
    /// </summary>
    /// <param name="question">What is to be served.</param>
    /// <param name="book">Factors of the catalog.</param>
    public static ServingResult Estimate(ServingQuestion question, ServingBook book)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(book);
        question.Demand.Check();
        if (question.StatedTokenSeconds is { } stated)
        {
            return new ServingResult(With(question, null, ServiceRate.Stated(stated, question.Demand), book), null);
        }

        var outcome = Search(question, book);
        return new ServingResult(outcome.Best is { } best ? With(question, best, Rate(best, question, book), book) : null, outcome);
    }

    private static ServiceRate Rate(OperatingPoint point, ServingQuestion question, ServingBook book) =>
        ServiceRate.Modelled(point, question.Demand, book.Serving.SoftwareShare(question.Model!));

    private static ServingOutcome Search(ServingQuestion question, ServingBook book)
    {
        if (question.Model is not { } model)
        {
            throw new ArgumentException("Serving needs a model or a stated device time of a token.", nameof(question));
        }

        var demand = question.Demand;
        double peak = (demand.Requests.Value * demand.OutputTokens.Value * demand.PeakFactor.Value) ?? double.PositiveInfinity;
        return ServingSearch.Find(
            model,
            question.Machine.Spec,
            question.Format,
            demand.Mix,
            Limits(question, book),
            question.Targets,
            peak
        );
    }

    private static ServingLimits Limits(ServingQuestion question, ServingBook book)
    {
        var limits = book.Serving.Limits;
        return limits with
        {
            SoftwareShare = book.Serving.SoftwareShare(question.Model!).Value ?? 1,
            MemoryShare = question.MemoryShare ?? limits.MemoryShare,
            PeakUse = question.Demand.PeakUse.Value ?? limits.PeakUse,
        };
    }

    private static ServingEstimate With(ServingQuestion question, OperatingPoint? point, ServiceRate rate, ServingBook book)
    {
        var fleet = ServingFleet.Of(question.Demand, rate, question.Machine.Spec.DevicesPerNode);
        var footprint = ServingFootprint.Of(question, fleet, book);
        var cost = ServingCost.Of(question, rate, fleet, footprint.Energy.Facility, book);
        return new ServingEstimate
        {
            Point = point,
            Demand = question.Demand,
            Rate = rate,
            Fleet = fleet,
            Footprint = footprint,
            Cost = cost,
            Notes = Notes(cost),
        };
    }

    private static ImmutableArray<string> Notes(ServingCost cost) =>
        [
            .. cost
                .Bases.SelectMany(basis =>
                    basis
                        .Month.Everything()
                        .Where(line => line is { Value: null, Parts.IsEmpty: true, Note: not null })
                        .Select(line => $"{basis.Month.Name} is not known: {line.Note}")
                )
                .Distinct(StringComparer.Ordinal),
        ];
}
