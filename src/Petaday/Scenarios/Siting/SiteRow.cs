using Petaday.Explanations;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>A project at one of the sites that were looked at.</summary>
/// <param name="Place">The site.</param>
/// <param name="Offer">What is offered there.</param>
/// <param name="Power">Its electricity.</param>
/// <param name="Account">What the project takes there.</param>
/// <param name="Pause">When it runs, where prices or carbon are known by the hour; null where they are not.</param>
/// <param name="Refusal">Why the project may not or cannot stand there; null where it can.</param>
/// <param name="Latency">Round trip to the users, by their shares, s; null where no users are named.</param>
public sealed record SiteRow(
    Place Place,
    Offer Offer,
    SitePower Power,
    SiteAccount Account,
    PauseAnswer? Pause,
    string? Refusal,
    Line? Latency
)
{
    /// <summary>Beside the site that all are held against; null where there is none.</summary>
    public SiteGain? Gain { get; init; }

    /// <summary>The tree of its figures.</summary>
    public Line Tree =>
        new(Place.Id, Place.Name, null, Quantities.Dimension.None) { Parts = [.. Lines()], Combination = Combination.Other };

    private IEnumerable<Line> Lines() =>
        [
            Account.Cost,
            Account.Carbon,
            Account.Water,
            Account.Seconds,
            Account.Energy,
            Account.PeakWatts,
            .. Account.Cost.Parts.Contains(Account.Electricity) ? Array.Empty<Line>() : [Account.Electricity],
            .. Latency is null ? Array.Empty<Line>() : [Latency],
            .. Gain?.Lines ?? [],
        ];
}
