using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Sites;
using Petaday.Sites.Hours;

namespace Petaday.Scenarios.Siting;

/// <summary>What a scenario asks of sites, with its defaults filled in.</summary>
/// <param name="Minimize">What they are ranked by.</param>
/// <param name="Accounting">How carbon is counted.</param>
/// <param name="Candidates">The sites to look at.</param>
/// <param name="Offers">What is offered there.</param>
/// <param name="Residency">Where the project may be.</param>
/// <param name="Limits">What it must keep to.</param>
internal sealed record SitingQuestion(
    SiteObjective Minimize,
    CarbonAccounting Accounting,
    ImmutableArray<Place> Candidates,
    ImmutableDictionary<string, Offer> Offers,
    Residency Residency,
    SiteLimits Limits
)
{
    /// <summary>Data that must be at the site, B; null for none.</summary>
    public Line? Dataset { get; init; }

    /// <summary>Where they are.</summary>
    public Place? DatasetAt { get; init; }

    /// <summary>Regions of users.</summary>
    public ImmutableArray<(Place Place, double Share)> Users { get; init; } = [];

    /// <summary>Sites to serve from.</summary>
    public ImmutableArray<Place> ServeAt { get; init; } = [];

    /// <summary>The site that all are held against.</summary>
    public Place? Against { get; init; }

    /// <summary>Rate of links, B/s.</summary>
    public required Line Bandwidth { get; init; }

    /// <summary>Price of moving data, USD/B.</summary>
    public required Line Egress { get; init; }

    /// <summary>Price of a hall where an offer states none, USD/W/s; null where halls are not paid for.</summary>
    public Line? Lease { get; init; }

    /// <summary>Green power at every site whose offer states none.</summary>
    public GreenPower? Green { get; init; }

    /// <summary>The scenario's own tariff, USD/J.</summary>
    public Line? Tariff { get; init; }

    /// <summary>The column of files of carbon.</summary>
    public HourlyColumn CarbonColumn { get; init; } = HourlyColumn.LifeCycleCarbon;

    /// <summary>The zone that such a file must be of.</summary>
    public string? Zone { get; init; }

    /// <summary>Work lost at a restart, s.</summary>
    public double RestartSeconds { get; init; }

    /// <summary>Over how many sites the run is spread.</summary>
    public int? Split { get; init; }

    /// <summary>Where files by the hour come from.</summary>
    public required IInputFiles Files { get; init; }

    /// <summary>The offer of a site, with what the scenario says for all.</summary>
    public Offer OfferAt(Place place)
    {
        var offer = Offers.GetValueOrDefault(place.Id) ?? new Offer(place.Id);
        return offer with
        {
            Lease = offer.Lease ?? (offer.Build is null ? Lease : null),
            Green = offer.Green ?? Green,
            Bandwidth = offer.Bandwidth ?? Bandwidth,
            Egress = offer.Egress ?? Egress,
        };
    }
}
