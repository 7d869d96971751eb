using Petaday.Explanations;

namespace Petaday.Sites;

/// <summary>Data that must come to a site, and go from it.</summary>
/// <param name="Network">Over the wide area.</param>
/// <param name="Shipment">On devices that are shipped.</param>
/// <param name="Chosen">The one that is taken.</param>
public sealed record DataMove(Transfer Network, Transfer Shipment, Transfer Chosen)
{
    /// <summary>Time and money of the one taken.</summary>
    public (Line Seconds, Line Cost) Taken => (Chosen.Seconds, Chosen.Cost);
}
