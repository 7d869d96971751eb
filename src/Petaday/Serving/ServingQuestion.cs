using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;

namespace Petaday.Serving;

/// <summary>What is to be served, on what, where, and how it is paid for.</summary>
/// <param name="Model">The model; null where the device time of a token is stated.</param>
/// <param name="Machine">The machines.</param>
/// <param name="Demand">What is asked of the service.</param>
/// <param name="Format">Number formats.</param>
/// <param name="Targets">What a user waits at most.</param>
/// <param name="Site">Where.</param>
/// <param name="Basis">How the devices are paid for.</param>
public sealed record ServingQuestion(
    ServedModel? Model,
    ServingMachine Machine,
    ServingDemand Demand,
    ServingFormat Format,
    LatencyTargets Targets,
    GridSite Site,
    MoneyBasis Basis
)
{
    /// <summary>Device time of an output token that somebody states, s; null for the model of a replica.</summary>
    public Line? StatedTokenSeconds { get; init; }

    /// <summary>Price of electricity in place of the site's, USD/J; null for the site's.</summary>
    public Line? Tariff { get; init; }

    /// <summary>Power usage effectiveness in place of the site's; null for the site's.</summary>
    public Line? Pue { get; init; }

    /// <summary>How long bought hardware serves, s; null for the catalog's default.</summary>
    public Line? Horizon { get; init; }

    /// <summary>Share of memory that weights and cache may take; null for the catalog's default.</summary>
    public double? MemoryShare { get; init; }
}
