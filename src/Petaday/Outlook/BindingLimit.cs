namespace Petaday.Outlook;

/// <summary>When the largest run comes to a bound.</summary>
/// <param name="Limit">The bound.</param>
/// <param name="Middle">Year in which the published growth of compute passes its middle.</param>
/// <param name="Earliest">Year in which it passes the low end.</param>
/// <param name="Latest">Year in which it passes the high end; null where the bound has none.</param>
public sealed record BindingLimit(ScaleLimit Limit, double? Middle, double? Earliest, double? Latest);
