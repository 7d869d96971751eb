using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Sites;

/// <summary>What is offered at a site beside what its grid states: capacity, prices, machines, green power, series by the hour. Null is not said.</summary>
/// <param name="SiteId">The site's catalog id.</param>
public sealed record Offer(string SiteId)
{
    /// <summary>Power of halls that is free, W on the meter.</summary>
    public Line? Capacity { get; init; }

    /// <summary>Price of opening the site whatever is placed there, USD.</summary>
    public Line? Opening { get; init; }

    /// <summary>Rent of a device there, USD/s.</summary>
    public Line? Rent { get; init; }

    /// <summary>Tariff, USD/J, in place of the grid's.</summary>
    public Line? Tariff { get; init; }

    /// <summary>Price of building a hall, USD/W.</summary>
    public Line? Build { get; init; }

    /// <summary>Lease of a hall, USD/W/s.</summary>
    public Line? Lease { get; init; }

    /// <summary>Overhead of its hall, in place of the site's.</summary>
    public Line? Pue { get; init; }

    /// <summary>Water of its cooling, m3/J, in place of the site's.</summary>
    public Line? Water { get; init; }

    /// <summary>Green power taken directly.</summary>
    public GreenPower? Green { get; init; }

    /// <summary>Rate of its link, B/s.</summary>
    public Line? Bandwidth { get; init; }

    /// <summary>Price of moving data to or from it, USD/B.</summary>
    public Line? Egress { get; init; }

    /// <summary>Ids of systems that can be had there; empty where any can.</summary>
    public ImmutableArray<string> Systems { get; init; } = [];

    /// <summary>File of prices by the hour; null for none.</summary>
    public string? PriceFile { get; init; }

    /// <summary>File of prices by the hour of the week; null for none.</summary>
    public string? WeekFile { get; init; }

    /// <summary>File of carbon by the hour; null for none.</summary>
    public string? CarbonFile { get; init; }

    /// <summary>What else is said of it.</summary>
    public string? Note { get; init; }
}
