using Petaday.Sites.Hours;

namespace Petaday.Scenarios.Siting;

/// <summary>When a project runs at a site whose prices or carbon are known by the hour.</summary>
/// <param name="Plan">The hours.</param>
/// <param name="Start">The first of them; null where the series has no year (a tariff by the week).</param>
/// <param name="StraightTariff">Mean price without a pause, USD/J; null where prices are not known by the hour.</param>
/// <param name="Tariff">Mean price of the hours at work, USD/J.</param>
/// <param name="StraightCarbon">Mean carbon without a pause, kgCO2e/J; null where it is not known by the hour.</param>
/// <param name="Carbon">Mean carbon of the hours at work, kgCO2e/J.</param>
public sealed record PauseAnswer(
    PausePlan Plan,
    DateTime? Start,
    double? StraightTariff,
    double? Tariff,
    double? StraightCarbon,
    double? Carbon
)
{
    /// <summary>Prices of every hour that could be chosen; null where they are not known by the hour.</summary>
    public HourlySeries? Prices { get; init; }

    /// <summary>Carbon of every hour that could be chosen; null where it is not known by the hour.</summary>
    public HourlySeries? Emissions { get; init; }

    /// <summary>What the choice saves; null where it is the first hours, one after the other.</summary>
    public PauseSaving? Saving { get; init; }
}
