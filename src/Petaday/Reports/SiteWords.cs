using System.Globalization;
using Petaday.Quantities;
using Petaday.Scenarios.Siting;
using Petaday.Sites;

namespace Petaday.Reports;

/// <summary>Words of a choice of sites.</summary>
internal static class SiteWords
{
    /// <summary>An objective as the scenario writes it.</summary>
    public static string Of(SiteObjective objective) =>
        objective switch
        {
            SiteObjective.Carbon => "carbon",
            SiteObjective.Water => "water",
            SiteObjective.Time => "time",
            _ => "cost",
        };

    /// <summary>What an objective measures.</summary>
    public static Dimension Unit(SiteObjective objective) =>
        objective switch
        {
            SiteObjective.Carbon => Dimension.Carbon,
            SiteObjective.Water => Dimension.Water,
            SiteObjective.Time => Dimension.Seconds,
            _ => Dimension.Money,
        };

    /// <summary>An accounting as the scenario writes it.</summary>
    public static string Of(CarbonAccounting accounting) =>
        accounting switch
        {
            CarbonAccounting.Market => "market",
            CarbonAccounting.Marginal => "marginal",
            _ => "location",
        };

    /// <summary>A figure; a hyphen where it is not known.</summary>
    public static string Figure(double? value, Dimension unit, int digits = 3) =>
        value is { } known ? new Quantity(known, unit).Format(digits) : "-";

    /// <summary>A figure with its sign.</summary>
    public static string Signed(double? value, Dimension unit) =>
        value is { } known ? (known > 0 ? "+" : "") + new Quantity(known, unit).Format() : "-";

    /// <summary>A round trip in ms.</summary>
    public static string Milliseconds(double? seconds) =>
        seconds is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 1000:0.0} ms") : "-";

    /// <summary>How data come to a site.</summary>
    public static string Way(SiteRow row) =>
        row.Account.Move is not { } move ? "-"
        : move.Chosen.IsShipped ? "shipped"
        : "network";
}
