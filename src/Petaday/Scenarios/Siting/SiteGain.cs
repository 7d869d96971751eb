using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>A site beside the one that all are held against.</summary>
/// <param name="Electricity">Electricity saved, USD.</param>
/// <param name="Moving">What moving the data costs, USD.</param>
/// <param name="Money">Money saved in all, USD; below zero where it costs more.</param>
/// <param name="Carbon">Carbon saved, kgCO2e; below zero where it causes more.</param>
/// <param name="Flip">Figures at which the two would be equal.</param>
public sealed record SiteGain(Line Electricity, Line Moving, Line Money, Line Carbon, Flip Flip)
{
    /// <summary>Every line of it.</summary>
    public ImmutableArray<Line> Lines => [Electricity, Money, Carbon, Flip.CarbonIntensity, Flip.GreenShare, Flip.Tariff];
}
