using System.Collections.Immutable;
using Petaday.Quantities;

namespace Petaday.Sites.Hours;

/// <summary>Where a file by the hour has what is looked for.</summary>
/// <param name="Name">What it is, for messages.</param>
/// <param name="Columns">Names of the column, the first that is there is taken; case does not matter.</param>
/// <param name="Unit">What it measures.</param>
/// <param name="Scale">From the column's unit to SI.</param>
/// <param name="Lowest">The least number that can be true, in the column's unit.</param>
/// <param name="Highest">The greatest.</param>
public sealed record HourlyColumn(string Name, ImmutableArray<string> Columns, Dimension Unit, double Scale, double Lowest, double Highest)
{
    private const double JoulesPerKilowattHour = 1000 * Units.SecondsPerHour;

    /// <summary>Life-cycle carbon as Electricity Maps exports it: its present column, and that of exports before 2025.</summary>
    public static HourlyColumn LifeCycleCarbon { get; } =
        new(
            "life-cycle carbon",
            [
                "Carbon intensity gCO₂eq/kWh (Life cycle)",
                "Carbon Intensity gCO₂eq/kWh (LCA)",
                "Carbon intensity gCO₂eq/kWh (life cycle assessment)",
            ],
            Dimension.CarbonPerJoule,
            1e-3 / JoulesPerKilowattHour,
            0,
            2000
        );

    /// <summary>Direct carbon as Electricity Maps exports it.</summary>
    public static HourlyColumn DirectCarbon { get; } =
        LifeCycleCarbon with
        {
            Name = "direct carbon",
            Columns = ["Carbon intensity gCO₂eq/kWh (direct)"],
        };

    /// <summary>Price by the hour; below zero where a market pays for taking power.</summary>
    public static HourlyColumn Price { get; } =
        new("price", ["usd_per_kwh", "price_usd_per_kwh"], Dimension.MoneyPerJoule, 1 / JoulesPerKilowattHour, -10, 100);
}
