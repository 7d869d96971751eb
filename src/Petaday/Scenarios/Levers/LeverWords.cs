namespace Petaday.Scenarios.Levers;

/// <summary>Words of levers, as they are written in flags and JSON.</summary>
public static class LeverWords
{
    /// <summary>The word of a metric.</summary>
    public static string Of(LeverMetric metric) =>
        metric switch
        {
            LeverMetric.Cost => "cost",
            LeverMetric.DeviceHours => "deviceHours",
            LeverMetric.Days => "days",
            LeverMetric.Flops => "flops",
            LeverMetric.Energy => "energy",
            _ => "carbon",
        };

    /// <summary>The metric of a word; null where there is none.</summary>
    public static LeverMetric? Metric(string word)
    {
        foreach (var metric in Enum.GetValues<LeverMetric>())
        {
            if (string.Equals(Of(metric), word, StringComparison.OrdinalIgnoreCase))
            {
                return metric;
            }
        }

        return null;
    }

    /// <summary>Every word of a metric.</summary>
    public static IReadOnlyList<string> Metrics { get; } = [.. Enum.GetValues<LeverMetric>().Select(Of)];
}
