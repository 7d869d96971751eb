using System.Globalization;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Reports.Forecasts;

/// <summary>Figures of a forecast as a person reads them.</summary>
internal static class ForecastText
{
    /// <summary>Two figures, as wide intervals deserve.</summary>
    public static string Of(double value, Dimension dimension) => Sizes.Of(value, dimension);

    /// <summary>An interval.</summary>
    public static string Range(Interval? interval, Dimension dimension) =>
        interval is { } known ? $"{Of(known.Low, dimension)} to {Of(known.High, dimension)}" : "-";

    /// <summary>FLOP for a dollar.</summary>
    public static string PerDollar(double value) => value.ToString("0.0e0", CultureInfo.InvariantCulture);

    /// <summary>A decimal year.</summary>
    public static string Year(double? year) => year is { } known ? known.ToString("0.0", CultureInfo.InvariantCulture) : "-";

    /// <summary>A crossing: its middle, and its interval.</summary>
    public static string Of(Crossing crossing) => $"{Year(crossing.Year)} ({Year(crossing.Earliest)} to {Year(crossing.Latest)})";

    /// <summary>A growth: <c>x 2.61 a year</c>.</summary>
    public static string Growth(double? growth) =>
        growth is { } known ? string.Create(CultureInfo.InvariantCulture, $"x {known:0.00}") : "-";

    /// <summary>An interval of growths.</summary>
    public static string Growth(Interval? interval) =>
        interval is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Low:0.00} to {known.High:0.00}") : "-";

    /// <summary>A plain number of a few digits.</summary>
    public static string Number(double value) =>
        value.ToString(Math.Abs(value) is >= 1e4 or < 0.01 ? "0.0e0" : "0.##", CultureInfo.InvariantCulture);

    /// <summary>A mark that is watched.</summary>
    public static string Mark(WatchedCrossing crossing) =>
        Sizes.Of(crossing.Cited.Value, crossing.Unit == "W" ? Dimension.Watts : Dimension.Money);
}
