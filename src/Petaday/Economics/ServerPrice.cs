using System.Globalization;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics;

/// <summary>What a device and its share of the server are worth when training starts, apart.</summary>
/// <param name="Device">Worth of the device, USD.</param>
/// <param name="Server">Worth of its share of the rest of the server, USD.</param>
public sealed record ServerPrice(Line Device, Line Server)
{
    private const double DaysPerJulianYear = 365.25;

    /// <summary>As bought: undiminished by time.</summary>
    public static ServerPrice AsBought(CostInputs inputs, EconomicFactors factors) => Split(inputs.Prices.Purchase, inputs, factors);

    /// <summary>At the start of training: the price falls with the progress of hardware from its date on (Cottier et al. 2024, section 2).</summary>
    public static ServerPrice AtStart(CostInputs inputs, EconomicFactors factors) => Split(Decayed(inputs, factors), inputs, factors);

    private static ServerPrice Split(Line purchase, CostInputs inputs, EconomicFactors factors)
    {
        Line markup =
            factors.ServerMarkup.For(inputs.AcceleratorId)
            ?? Line.Unknown("serverMarkup", "Server over its devices", Dimension.None, "no mark-up is known for this accelerator");
        return inputs.Prices.CoversServer
            ? new ServerPrice(
                Part(
                    "deviceWorth",
                    "Worth of a device",
                    "price with its share of the server / mark-up",
                    static parts => parts[0] / parts[1],
                    purchase,
                    markup
                ),
                Part(
                    "serverWorth",
                    "Worth of its share of the server",
                    "price with its share of the server × (1 − 1 / mark-up)",
                    static parts => parts[0] - (parts[0] / parts[1]),
                    purchase,
                    markup
                )
            )
            : new ServerPrice(
                purchase,
                Part(
                    "serverWorth",
                    "Worth of its share of the server",
                    "price of a device × (mark-up − 1)",
                    static parts => parts[0] * (parts[1] - 1),
                    purchase,
                    markup
                )
            );
    }

    private static Line Part(string key, string name, string formula, LineFormula compute, params IEnumerable<Line> parts) =>
        Line.Computed(key, name, Dimension.Money, formula, compute, parts);

    private static Line Decayed(CostInputs inputs, EconomicFactors factors)
    {
        Line purchase = inputs.Prices.Purchase;
        if (inputs.Start is not { } start || From(inputs.Prices, factors) is not { } from || start <= from)
        {
            return purchase;
        }

        double years = (start.DayNumber - from.DayNumber) / DaysPerJulianYear;
        return Line.Computed(
            purchase.Key,
            purchase.Name + ", at the start of training",
            Dimension.Money,
            "price × 10^(−progress × years since it could be bought)",
            static parts => parts[0] * Math.Pow(10, -parts[1] * parts[2]),
            purchase,
            factors.HardwareProgress,
            new Line("years", "Years since it could be bought", years, Dimension.None)
            {
                Note = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {start:yyyy-MM-dd}"),
            }
        );
    }

    // The later of the price's own date and the day when large buyers got the hardware.
    private static DateOnly? From(PriceBook prices, EconomicFactors factors)
    {
        DateOnly? available = prices.Released?.AddDays((int)(factors.AcquisitionLag.Value.GetValueOrDefault() / Units.SecondsPerDay));
        DateOnly? priced = prices.Purchase.Everything().SelectMany(line => line.Sources).Select(source => source.Date).Max();
        return available is { } a && priced is { } p ? (a > p ? a : p) : available ?? priced;
    }
}
