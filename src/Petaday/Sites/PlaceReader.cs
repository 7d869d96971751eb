using Petaday.Catalog;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Sites;

/// <summary>Reads places from the catalog's tables of sites.</summary>
public static class PlaceReader
{
    /// <summary>A place with all that the catalog knows of it and of the grids that it belongs to.</summary>
    /// <param name="site">Its row.</param>
    /// <param name="library">Where its parents are found.</param>
    /// <param name="factors">Defaults of halls.</param>
    public static Place Read(Entry site, Library library, EnergyFactors factors)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new Place(
            GridSiteReader.Read(site, library, factors),
            site.Text("kind") ?? "",
            site.Text("country"),
            site.Text("provider"),
            site.Number("latitude") is { } latitude && site.Number("longitude") is { } longitude ? new Position(latitude, longitude) : null,
            Share(site),
            site.Text("carbon_basis")
        );
    }

    private static Line Share(Entry site) =>
        site.Number("renewable_share") is { } share
            ? new Line("renewableShare", "Renewable share of the grid", share, Dimension.None)
            {
                Sources = site.Figure("renewable_share") is { } figure && site.Source(figure) is { } source ? [source] : [],
            }
            : Line.Unknown("renewableShare", "Renewable share of the grid", Dimension.None, "the site does not state it");
}
