using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Outlook;

/// <summary>Fits of a forecast, and earlier fits held against what came after.</summary>
internal sealed class ForecastFits(ForecastRequest request, TrendBook book, ImmutableArray<Entry> accelerators)
{
    /// <summary>Trends that are fitted.</summary>
    public const int Count = 6;

    private const int BackTestUntil = 2022;

    /// <summary>Each trend; one whose figures are too few is missing.</summary>
    public ImmutableArray<FittedTrend> Trends()
    {
        var frontier = Frontier.Of([.. Known(request.Basis)], request.Top);
        var rented = Known(CostBasis.Rental).Where(run => run.Flops is not null);
        FittedTrend?[] trends =
        [
            FittedTrend.Of(
                Forecaster.Cost,
                "Cost of a frontier run",
                "USD",
                [.. frontier.Select(CostOf)],
                book.Trend("amortised training cost growth (frontier)")
            ),
            FittedTrend.Of(
                Forecaster.Flops,
                "Compute of a frontier run",
                "FLOP",
                [.. frontier.Select(run => new DatedFigure(run.Model, run.Middle, run.Flops!.Value))],
                book.Trend("training compute growth (frontier)")
            ),
            FittedTrend.Of(
                Forecaster.FlopsPerDollar,
                "Training compute for a dollar",
                "FLOP/USD",
                [.. Known(request.Basis).Where(run => run.Flops is not null).Select(PerDollar)],
                null
            ),
            FittedTrend.Of(
                Forecaster.RentedPerDollar,
                "Training compute for a dollar of rent",
                "FLOP/USD",
                [.. rented.Select(PerDollar)],
                null
            ),
            FittedTrend.Of(
                Forecaster.PeakPerDollar,
                "GPU's 16-bit peak for a dollar",
                "FLOP/s/USD",
                HardwareTrends.PerDollar(accelerators, request.Until),
                book.Trend("GPU price-performance (ML GPUs)")
            ),
            FittedTrend.Of(
                Forecaster.PeakPerWatt,
                "GPU's 16-bit peak for a watt",
                "FLOP/J",
                HardwareTrends.PerWatt(accelerators, request.Until),
                book.Trend("energy efficiency of leading ML hardware")
            ),
        ];
        return [.. trends.OfType<FittedTrend>()];
    }

    private static DatedFigure CostOf(RunCost run) => new(run.Model, run.Middle, run.Usd);

    private static DatedFigure PerDollar(RunCost run) => new(run.Model, run.Middle, run.Flops!.Value / run.Usd);

    private IEnumerable<RunCost> Known(CostBasis basis) => book.Costs.Where(run => run.Basis == basis && run.Year <= request.Until);

    /// <summary>Fits up to 2022, on each basis.</summary>
    public IEnumerable<BackTest> BackTests()
    {
        (string Name, CostBasis Basis)[] bases =
        [
            ("amortised cost of frontier runs", CostBasis.Amortised),
            ("cloud rent of frontier runs", CostBasis.Rental),
            ("cost of frontier runs, later table", CostBasis.Updated),
        ];
        foreach (var (name, basis) in bases)
        {
            var frontier = Frontier.Of([.. book.Costs.Where(run => run.Basis == basis)], request.Top);
            if (BackTest.Of(name, [.. frontier.Select(CostOf)], BackTestUntil, request.IsRobust) is { } test)
            {
                yield return test;
            }
        }

        var amortised = Frontier.Of([.. book.Costs.Where(run => run.Basis == CostBasis.Amortised)], request.Top);
        if (
            BackTest.Of(
                "compute of frontier runs",
                [.. amortised.Select(run => new DatedFigure(run.Model, run.Middle, run.Flops!.Value))],
                BackTestUntil,
                request.IsRobust
            ) is
            { } compute
        )
        {
            yield return compute;
        }
    }
}
