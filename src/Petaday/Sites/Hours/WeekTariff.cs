using System.Collections.Immutable;

namespace Petaday.Sites.Hours;

/// <summary>A time-of-use tariff: a price for each of the 168 hours of a week.</summary>
/// <param name="Prices">USD/J, from Monday 00:00 local time.</param>
/// <param name="Origin">The file.</param>
public sealed record WeekTariff(ImmutableArray<double> Prices, string Origin)
{
    /// <summary>Hours of a week.</summary>
    public const int HoursPerWeek = 168;

    /// <summary>Prices by the hour for so many hours, from Monday 00:00.</summary>
    public HourlySeries Over(int hours) =>
        new(
            // Any Monday: the tariff knows no year.
            new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            [.. Enumerable.Range(0, hours).Select(hour => Prices[hour % HoursPerWeek])],
            Quantities.Dimension.MoneyPerJoule,
            Origin
        );
}
