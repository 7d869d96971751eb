using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Sites;

/// <summary>What a project takes at one site.</summary>
/// <param name="Cost">Money, USD; its parts add up to it.</param>
/// <param name="Carbon">Carbon of the electricity by the accounting asked for, kgCO2e.</param>
/// <param name="Water">Water, m3; its parts add up to it.</param>
/// <param name="Seconds">From start to end, with moving data, s.</param>
/// <param name="Energy">On the meter, J.</param>
/// <param name="PeakWatts">On the meter at most, W.</param>
/// <param name="Electricity">What the electricity costs at the site's tariff, USD, whoever pays it.</param>
/// <param name="Move">How data come there; null where none has to.</param>
public sealed record SiteAccount(
    Line Cost,
    Line Carbon,
    Line Water,
    Line Seconds,
    Line Energy,
    Line PeakWatts,
    Line Electricity,
    DataMove? Move
)
{
    /// <summary>The figures in the order of objectives.</summary>
    public ImmutableArray<Line> Figures => [Cost, Carbon, Water, Seconds];

    /// <summary>The figure of an objective.</summary>
    public double? this[SiteObjective objective] => Figures[(int)objective].Value;
}
