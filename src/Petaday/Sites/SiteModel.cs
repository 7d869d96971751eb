using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Sites;

/// <summary>A project at a site: energy × overhead, then money, carbon and water by the site's figures.</summary>
public static class SiteModel
{
    /// <summary>The account of a project at a site.</summary>
    /// <param name="use">What it takes anywhere.</param>
    /// <param name="place">The site.</param>
    /// <param name="offer">What is offered there.</param>
    /// <param name="power">Its electricity.</param>
    /// <param name="move">Data that come there and go; null where none.</param>
    public static SiteAccount Account(ProjectUse use, Place place, Offer offer, SitePower power, DataMove? move)
    {
        ArgumentNullException.ThrowIfNull(use);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(power);
        var pue = offer.Pue ?? place.Grid.Pue;
        var energy = Line.Product("energy", "Energy on the meter", use.Equipment, pue);
        var peak = Line.Product("peakWatts", "Peak power on the meter", use.PeakWatts, pue);
        var run = power.Stretch is { } stretch
            ? Line.Product("elapsed", "Time of the run with its pauses", use.Seconds, stretch)
            : use.Seconds;
        var electricity = Line.Product("electricity", "Electricity", energy, power.Tariff);
        return new SiteAccount(
            Line.Sum("cost", "Cost", Dimension.Money, Money(use, offer, power, electricity, run, move)),
            Line.Product("carbon", "Carbon of the electricity", energy, power.Carbon) with
            {
                Note = power.Carbon.Note,
            },
            Water(use, place, offer, energy),
            Line.Sum("seconds", "Time from start to end", Dimension.Seconds, move is null ? [run] : [run, move.Chosen.Seconds]),
            energy,
            peak,
            electricity,
            move
        );
    }

    private static ImmutableArray<Line> Money(ProjectUse use, Offer offer, SitePower power, Line electricity, Line run, DataMove? move)
    {
        List<Line> lines = [];
        if (use.Rent is { } usual && use.Devices is { } devices)
        {
            // Rent holds the electricity already.
            lines.Add(Line.Product("rent", "Rent of the devices", devices, run, offer.Rent ?? usual));
        }
        else
        {
            lines.AddRange(use.Owned is null ? [electricity] : [Owned(use.Owned, power.Stretch), electricity]);
        }

        if (Hall(use, offer, run) is { } hall)
        {
            lines.Add(hall);
        }

        if (move is not null)
        {
            lines.Add(move.Chosen.Cost);
        }

        return [.. lines];
    }

    private static Line Owned(Line owned, Line? stretch) =>
        stretch is null ? owned : Line.Product("hardware", owned.Name + ", with pauses", owned, stretch);

    private static Line? Hall(ProjectUse use, Offer offer, Line run) =>
        offer.Lease is { } lease ? Line.Product("lease", "Lease of the hall", use.PeakWatts, lease, run)
        : offer.Build is { } build ? Line.Product("build", "The run's share of building the hall", use.PeakWatts, build, run)
        : null;

    private static Line Water(ProjectUse use, Place place, Offer offer, Line energy)
    {
        var onSite = Line.Product("onSite", "Water used on site", use.Equipment, offer.Water ?? place.Grid.OnSiteWater);
        var grid = Line.Product("offSite", "Water used by power plants", energy, place.Grid.GridWater);
        return Line.Sum("water", "Water", Dimension.Water, onSite, grid);
    }
}
