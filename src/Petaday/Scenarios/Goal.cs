namespace Petaday.Scenarios;

/// <summary>What a plan must keep to and what it makes small.</summary>
/// <param name="Budget">The most that it may cost, USD; null for no limit.</param>
/// <param name="DeadlineSeconds">The longest that it may take, s; null for no limit.</param>
/// <param name="CarbonCap">The most carbon, operational and embodied, kg CO2e; null for no limit.</param>
/// <param name="Minimize">What is made small within the limits.</param>
public sealed record Goal(double? Budget, double? DeadlineSeconds, double? CarbonCap, Objective Minimize)
{
    /// <summary>The most devices; null for no limit.</summary>
    public int? Devices { get; init; }

    /// <summary>The largest share of a device's memory that may be taken, 0 to 1; null for what a search leaves to the allocator.</summary>
    public double? MemoryShare { get; init; }
}
