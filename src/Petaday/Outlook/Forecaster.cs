using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>Makes a forecast of the catalog's trends, dated runs and prices: the one way in for <c>petaday forecast</c>.</summary>
public sealed class Forecaster
{
    /// <summary>Keys of the fitted trends.</summary>
    public const string Cost = "cost";

    /// <summary>Compute of a run.</summary>
    public const string Flops = "flops";

    /// <summary>What a dollar bought of training.</summary>
    public const string FlopsPerDollar = "flopsPerDollar";

    /// <summary>The same of rented machines.</summary>
    public const string RentedPerDollar = "rentedFlopsPerDollar";

    /// <summary>Peak of a GPU over its price.</summary>
    public const string PeakPerDollar = "peakPerDollar";

    /// <summary>Peak of a GPU over its power.</summary>
    public const string PeakPerWatt = "peakPerWatt";

    private readonly ForecastRequest request;
    private readonly TrendBook book;
    private readonly FactorBook factors;
    private readonly ComputeOptimal optimal;
    private readonly ImmutableArray<Entry> accelerators;

    private Forecaster(
        ForecastRequest request,
        TrendBook book,
        FactorBook factors,
        ComputeOptimal optimal,
        ImmutableArray<Entry> accelerators
    ) => (this.request, this.book, this.factors, this.optimal, this.accelerators) = (request, book, factors, optimal, accelerators);

    /// <summary>The forecast; null, with diagnostics added, where the input is wrong or the data are too few.</summary>
    public static ForecastStudy? Run(ForecastRequest request, Library library, FactorBook factors, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (TrendBook.Read(library, diagnostics) is not { } book || ComputeOptimal.Read(library, diagnostics) is not { } optimal)
        {
            return null;
        }

        var forecaster = new Forecaster(request, book, factors, optimal, [.. library.All(EntryKind.Accelerators)]);
        return ForecastCheck.Fixed(request, book, diagnostics) is { } followed ? forecaster.Study(followed, diagnostics) : null;
    }

    private IEnumerable<RunCost> Known(CostBasis basis) => book.Costs.Where(run => run.Basis == basis && run.Year <= request.Until);

    private ForecastStudy? Study(RunCost followed, ICollection<Diagnostic> diagnostics)
    {
        var trends = new ForecastFits(request, book, accelerators);
        var fitted = trends.Trends();
        var record = Frontier.Record(Known(request.Basis));
        var largest = Frontier.Largest(Known(request.Basis));
        var (power, powerYear) = Power();
        if (fitted.Length < ForecastFits.Count || record is null || largest is null || power is null)
        {
            diagnostics.Add(ForecastCheck.TooFew(request));
            return null;
        }

        var growth = new ForecastGrowth(book, record, largest, power.Value.GetValueOrDefault(), powerYear);
        var years = Enumerable.Range(request.From, request.To - request.From + 1).ToImmutableArray();
        FittedTrend trend(string key) => fitted.First(one => one.Key == key);
        return new ForecastStudy(
            request,
            fitted,
            record,
            largest,
            power,
            powerYear,
            [.. years.Select(year => Year(year, growth, trend))],
            [.. Crossings(growth, trend(Cost).Fit(request.IsRobust))],
            followed,
            [.. years.Select(year => Capability(followed, year, trend(FlopsPerDollar)))],
            [.. Budgets().SelectMany(budget => years.Select(year => Affordable(budget, year, growth, trend(RentedPerDollar))))],
            [.. book.Limits.Select(growth.Bound).OrderBy(bound => bound.Earliest ?? double.MaxValue)],
            [.. trends.BackTests()]
        );
    }

    private ImmutableArray<BudgetClass> Budgets() => request.Budgets.IsEmpty ? book.Budgets : request.Budgets;

    private ForecastYear Year(int year, ForecastGrowth growth, Func<string, FittedTrend> trend)
    {
        double middle = year + 0.5;
        var (cost, flops, dollar) = (
            trend(Cost).Fit(request.IsRobust),
            trend(Flops).Fit(request.IsRobust),
            trend(FlopsPerDollar).Fit(request.IsRobust)
        );
        return new ForecastYear(
            year,
            growth.Cost.At(middle),
            growth.Cost.Between(middle),
            cost.At(middle),
            cost.Prediction(middle),
            growth.Flops.At(middle),
            growth.Flops.Between(middle),
            flops.At(middle),
            flops.Prediction(middle),
            dollar.At(middle),
            dollar.Prediction(middle),
            growth.Power.At(middle),
            growth.DerivedPower.At(middle)
        );
    }

    private static IEnumerable<WatchedCrossing> Crossings(ForecastGrowth growth, TrendFit cost) =>
        ForecastRequest
            .Money.Select(mark => new WatchedCrossing("cost of a run", "USD", growth.Cost.Passes(mark), cost.Passes(mark)))
            .Concat(
                ForecastRequest.Power.Select(mark => new WatchedCrossing(
                    "power of the largest run",
                    "W",
                    growth.Power.Passes(mark),
                    growth.DerivedPower.Passes(mark)
                ))
            );

    /// <summary>The costliest cluster whose devices the catalog knows.</summary>
    private (Line? Power, double Year) Power() =>
        Known(CostBasis.Acquisition)
            .OrderByDescending(run => run.Usd)
            .Select(run => (ClusterPower.Of(run, accelerators, factors), run.Middle))
            .FirstOrDefault(pair => pair.Item1?.Value is not null);

    private CapabilityYear Capability(RunCost followed, int year, FittedTrend dollar)
    {
        double middle = year + 0.5;
        var fit = dollar.Fit(request.IsRobust);
        var flops = new Line("flops", $"FLOPs of {followed.Model}", followed.Flops, Dimension.Flop)
        {
            Sources = [new SourceReference(followed.Id, followed.Source, null, null, Grade.Estimated)],
        };
        var algorithms = book.Trend("algorithmic progress (compute for fixed perplexity)").Line("algorithms");
        var since = new Line("years", "Years since", Math.Max(0, middle - followed.Middle), Dimension.None);
        var bought = new Line("flopsPerDollar", "Training compute for a dollar, fitted", fit.At(middle), Dimension.Flop / Dimension.Money)
        {
            Interval = fit.Prediction(middle),
        };
        return new CapabilityYear(
            year,
            followed.Flops!.Value / fit.At(middle),
            Line.Computed(
                "capability",
                $"The capability of {followed.Model} in {year.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                Dimension.Money,
                "FLOPs × algorithms ^ years / training compute for a dollar",
                static parts => parts[0] * Math.Pow(parts[1], parts[2]) / parts[3],
                flops,
                algorithms,
                since,
                bought
            ) with
            {
                Interval = algorithms.Interval is { } range ? new Interval(At(range.Low), At(range.High)) : null,
                Note = "the interval is that of the algorithms' progress alone, which was seen up to 2023",
            }
        );

        double At(double yearly) => followed.Flops!.Value * Math.Pow(yearly, since.Value.GetValueOrDefault()) / fit.At(middle);
    }

    private AffordableModel Affordable(BudgetClass budget, int year, ForecastGrowth growth, FittedTrend rented)
    {
        double middle = year + 0.5;
        double flops = budget.Usd * rented.Fit(request.IsRobust).At(middle);
        double parameters = optimal.Parameters(flops);
        return new AffordableModel(
            budget,
            year,
            flops,
            parameters,
            parameters * optimal.Ratio,
            growth.Flops.At(middle) / flops,
            middle - growth.Flops.Passes(flops).Year!.Value
        );
    }
}
