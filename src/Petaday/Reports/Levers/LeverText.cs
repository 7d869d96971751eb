using System.Globalization;
using Petaday.Quantities;
using Petaday.Scenarios.Levers;

namespace Petaday.Reports.Levers;

/// <summary>Figures of levers as a person reads them.</summary>
internal static class LeverText
{
    /// <summary>A metric's value in its usual unit.</summary>
    public static string Of(LeverMetric metric, double? value) =>
        value is not { } known
            ? "-"
            : metric switch
            {
                LeverMetric.DeviceHours => Sizes.Number(known),
                LeverMetric.Energy => Sizes.Energy(known * LeverFigures.Scale(metric)),
                _ => Sizes.Of(known * LeverFigures.Scale(metric), LeverFigures.DimensionOf(metric)),
            };

    /// <summary>A ratio: <c>x 0.62</c>.</summary>
    public static string Ratio(double? ratio) => ratio is { } known ? string.Create(CultureInfo.InvariantCulture, $"x {known:0.###}") : "-";

    /// <summary>An interval of a ratio.</summary>
    public static string Range(Interval? interval) =>
        interval is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Low:0.###} to {known.High:0.###}") : "-";

    /// <summary>The metric in words.</summary>
    public static string Name(LeverMetric metric) => Sizes.Label(LeverWords.Of(metric));
}
