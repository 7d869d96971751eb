using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>One year of a forecast.</summary>
/// <param name="Year">The year; figures are of its middle.</param>
/// <param name="RecordCost">The costliest run by the published growth, USD.</param>
/// <param name="RecordRange">Its range by that of the growth.</param>
/// <param name="Cost">A run of the frontier by the fit, USD.</param>
/// <param name="CostInterval">90 % prediction interval of one such run.</param>
/// <param name="RecordFlops">The largest run by the published growth, FLOP.</param>
/// <param name="RecordFlopsRange">Its range.</param>
/// <param name="Flops">A run of the frontier by the fit, FLOP.</param>
/// <param name="FlopsInterval">90 % prediction interval of one such run.</param>
/// <param name="FlopsPerDollar">What a dollar bought of training, by the fit.</param>
/// <param name="FlopsPerDollarInterval">90 % prediction interval of one such run.</param>
/// <param name="Watts">Power of the largest run's machines by the published growth, W.</param>
/// <param name="DerivedWatts">The same from the growth of compute, efficiency and run length.</param>
public sealed record ForecastYear(
    int Year,
    double RecordCost,
    Interval? RecordRange,
    double Cost,
    Interval CostInterval,
    double RecordFlops,
    Interval? RecordFlopsRange,
    double Flops,
    Interval FlopsInterval,
    double FlopsPerDollar,
    Interval FlopsPerDollarInterval,
    double Watts,
    double DerivedWatts
);
