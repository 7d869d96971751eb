using Petaday.Environment;
using Petaday.Explanations;

namespace Petaday.Sites;

/// <summary>A place where a project may stand: its grid and hall, and where it lies.</summary>
/// <param name="Grid">Carbon, tariff, overhead and water.</param>
/// <param name="Kind">country, state, zone, province, region, world or cloud-region.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where it is in none.</param>
/// <param name="Provider">The cloud that runs it; null for a grid.</param>
/// <param name="Position">Where it lies; null where not known.</param>
/// <param name="RenewableShare">Renewable share of the grid's mix.</param>
/// <param name="CarbonBasis">How the grid's carbon was counted; figures of other bases do not rank against it.</param>
public sealed record Place(
    GridSite Grid,
    string Kind,
    string? Country,
    string? Provider,
    Position? Position,
    Line RenewableShare,
    string? CarbonBasis
)
{
    /// <summary>Catalog id.</summary>
    public string Id => Grid.Id;

    /// <summary>What people call it.</summary>
    public string Name => Grid.Name;
}
