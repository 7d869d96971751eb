using System.Globalization;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>The loss against the model's size, a line a family.</summary>
public static class ModelPlanChart
{
    /// <summary>The chart of a plan that chose a model.</summary>
    public static Chart Of(ModelPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new Chart(
            "Predicted loss along the budget",
            new ChartAxis("Parameters", Logarithmic: true),
            new ChartAxis("Loss", "nats a token"),
            [
                .. plan
                    .Curve.GroupBy(point => point.Family)
                    .Select(family => new ChartSeries(family.Key, ChartMark.Line, [.. family.Select(Point)])),
                .. plan
                    .Curve.GroupBy(point => point.Family)
                    .Select(family => new ChartSeries("", ChartMark.Scatter, [.. family.Where(point => point.Evaluated).Select(Point)])),
            ]
        );
    }

    private static ChartPoint Point(ModelPlanPoint point) =>
        new(
            point.Parameters,
            point.Loss,
            string.Create(CultureInfo.InvariantCulture, $"{point.Model}: {point.Loss:0.0000} after {point.Tokens:0.##e+0} tokens")
        );
}
