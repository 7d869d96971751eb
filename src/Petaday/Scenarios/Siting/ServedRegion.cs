using Petaday.Explanations;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>A region of users and the site that serves it.</summary>
/// <param name="Users">The site that stands for the region.</param>
/// <param name="Share">Of all users, 0 to 1.</param>
/// <param name="From">The site that serves it.</param>
/// <param name="RoundTrip">Between them, s.</param>
/// <param name="IsRealTime">Whether that is within the cap; null where there is no cap.</param>
public sealed record ServedRegion(Place Users, double Share, Place From, Line RoundTrip, bool? IsRealTime);
