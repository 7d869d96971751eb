using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Outlook;

/// <summary>Where cost, compute and power are going, and who can keep up.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Trends">Each fit beside what is published.</param>
/// <param name="RecordCost">The costliest run so far, from which the published growth is drawn on.</param>
/// <param name="RecordFlops">The largest run so far.</param>
/// <param name="Power">Power of the largest cluster so far, as lines.</param>
/// <param name="PowerYear">The year of that.</param>
/// <param name="Years">Year by year.</param>
/// <param name="Crossings">When a run passes 1, 10, 100 bn USD, and 1, 10 GW.</param>
/// <param name="Fixed">The run whose capability is followed.</param>
/// <param name="Capability">What it costs each year.</param>
/// <param name="Affordable">What each budget buys each year.</param>
/// <param name="Limits">What binds, the earliest first.</param>
/// <param name="BackTests">Earlier fits held against what came after.</param>
public sealed record ForecastStudy(
    ForecastRequest Request,
    ImmutableArray<FittedTrend> Trends,
    RunCost RecordCost,
    RunCost RecordFlops,
    Line Power,
    double PowerYear,
    ImmutableArray<ForecastYear> Years,
    ImmutableArray<WatchedCrossing> Crossings,
    RunCost Fixed,
    ImmutableArray<CapabilityYear> Capability,
    ImmutableArray<AffordableModel> Affordable,
    ImmutableArray<BindingLimit> Limits,
    ImmutableArray<BackTest> BackTests
)
{
    /// <summary>A trend by its key.</summary>
    public FittedTrend Trend(string key) => Trends.First(trend => trend.Key == key);
}
