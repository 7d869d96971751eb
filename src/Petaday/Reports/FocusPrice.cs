using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Reports;

/// <summary>How a cost line is a quantity at a price, in the units of the FOCUS specification's unit format.</summary>
/// <param name="Quantity">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="UnitPrice">USD for one.</param>
public sealed record FocusPrice(double Quantity, string Unit, double UnitPrice)
{
    private const double BytesPerGigabyte = 1e9;
    private const double SecondsPerMonth = 730 * Units.SecondsPerHour;

    private static readonly (Dimension Of, double Size, string Name)[] Known =
    [
        (Dimension.Seconds, Units.SecondsPerHour, "Hours"),
        (Dimension.Joules, 1_000 * Units.SecondsPerHour, "Kilowatt-Hours"),
        (Dimension.Bytes, BytesPerGigabyte, "GB"),
        (Dimension.Bytes * Dimension.Seconds, BytesPerGigabyte * SecondsPerMonth, "GB-Months"),
        (Dimension.Tokens, 1e6, "1000000 Tokens"),
        (Dimension.Requests, 1_000, "1000 Requests"),
        (Dimension.None, 1, "Units"),
    ];

    /// <summary>
    /// The quantity and the price of a line that is a product of one price and what it is paid for; one unit at the whole amount for any other line.
    /// Null where the amount is not known.
    /// </summary>
    public static FocusPrice? Of(Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Value is not { } amount)
        {
            return null;
        }

        var prices = line.Combination == Combination.Product ? line.Parts.Where(IsPrice).ToList() : [];
        if (prices.Count != 1 || prices[0].Value is not { } price || price == 0)
        {
            return new FocusPrice(1, "Units", amount);
        }

        var paidFor = Dimension.Money / prices[0].Unit;
        return Known.FirstOrDefault(known => known.Of == paidFor) is { Name: not null } unit
            ? new FocusPrice(amount / price / unit.Size, unit.Name, price * unit.Size)
            : new FocusPrice(1, "Units", amount);
    }

    private static bool IsPrice(Line part) => part.Unit[BaseUnit.Dollar] == 1;
}
