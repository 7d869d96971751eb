using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Serving;

/// <summary>What serving takes. Figures of a month are of a mean month, a twelfth of a year.</summary>
public sealed record ServingEstimate
{
    /// <summary>The replica that was chosen; null where the device time of a token is stated.</summary>
    public required OperatingPoint? Point { get; init; }

    /// <summary>Mean demand: requests, tokens, peak.</summary>
    public required ServingDemand Demand { get; init; }

    /// <summary>What one replica does.</summary>
    public required ServiceRate Rate { get; init; }

    /// <summary>Replicas, devices, servers and their load.</summary>
    public required ServingFleet Fleet { get; init; }

    /// <summary>Energy, carbon and water of a month.</summary>
    public required ServingFootprint Footprint { get; init; }

    /// <summary>Money of a month on three bases, and what a token costs.</summary>
    public required ServingCost Cost { get; init; }

    /// <summary>What is missing, and what is left out.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>USD of a token of a prompt, on the chosen basis.</summary>
    public Line PerInputToken => Cost.Chosen.PerInputToken;

    /// <summary>USD of a token of an answer, on the chosen basis.</summary>
    public Line PerOutputToken => Cost.Chosen.PerOutputToken;

    /// <summary>USD of a month, on the chosen basis.</summary>
    public Line PerMonth => Cost.Chosen.Month;
}
