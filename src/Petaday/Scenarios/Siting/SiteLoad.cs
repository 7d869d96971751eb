using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>What a site bears of a placement.</summary>
/// <param name="Place">The site.</param>
/// <param name="Projects">Projects there.</param>
/// <param name="Watts">Power that they take at most, W.</param>
/// <param name="CapacityWatts">Power that is free, W; null for no limit.</param>
public sealed record SiteLoad(Place Place, int Projects, double Watts, double? CapacityWatts);
