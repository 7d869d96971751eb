using Petaday.Quantities;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>What a project at a site must keep to; null for no limit.</summary>
/// <param name="Budget">USD.</param>
/// <param name="DeadlineSeconds">s.</param>
/// <param name="CarbonCap">kgCO2e, of the electricity and of making the hardware.</param>
/// <param name="WaterCap">m3.</param>
internal sealed record SiteLimits(double? Budget, double? DeadlineSeconds, double? CarbonCap, double? WaterCap)
{
    /// <summary>The first limit that an account does not keep to: its key, and by what ratio; what is not known keeps to no limit.</summary>
    public (string Key, string Text, double Ratio)? Missed(SiteAccount account, double? embodied)
    {
        foreach (
            var (key, limit, value, unit) in new (string, double?, double?, Dimension)[]
            {
                ("goal.budget", Budget, account.Cost.Value, Dimension.Money),
                ("goal.deadline", DeadlineSeconds, account.Seconds.Value, Dimension.Seconds),
                ("goal.carbonCap", CarbonCap, account.Carbon.Value + embodied, Dimension.Carbon),
                ("siting.waterCap", WaterCap, account.Water.Value, Dimension.Water),
            }
        )
        {
            if (limit is { } most && !(value <= most))
            {
                string has = value is { } known ? new Quantity(known, unit).Format() : "not known";
                return (key, $"{has} against {key} of {new Quantity(most, unit).Format()}", (value ?? double.MaxValue) / most);
            }
        }

        return null;
    }
}
