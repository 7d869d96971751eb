using System.Collections.Immutable;
using System.Globalization;
using Petaday.Outlook;

namespace Petaday.Reports.Forecasts;

/// <summary>The fits of a forecast, and what earlier fits were worth.</summary>
internal static class ForecastFitsPage
{
    /// <summary>Each fit beside what is published.</summary>
    public static Grid Fits(ForecastStudy study) =>
        new(
            ["trend", "figures", "least squares, a year", "90 %", "scatter", "Theil-Sen", "published", "range"],
            [false, true, true, true, true, true, true, true],
            [
                .. study.Trends.Select(trend =>
                    ImmutableArray.Create(
                        $"{trend.Name} ({trend.Unit})",
                        Text(trend.LeastSquares.Count),
                        ForecastText.Growth(trend.LeastSquares.Growth),
                        ForecastText.Growth(trend.LeastSquares.GrowthInterval),
                        $"x {ForecastText.Number(Math.Pow(10, trend.LeastSquares.Deviation))}",
                        ForecastText.Growth(trend.Robust.Growth),
                        ForecastText.Growth(trend.Cited?.Growth),
                        ForecastText.Growth(trend.Cited?.GrowthRange)
                    )
                ),
            ]
        );

    /// <summary>Earlier fits, held against what came after.</summary>
    public static Grid BackTests(ForecastStudy study) =>
        new(
            ["figures", "fitted on", "growth a year", "later figures", "inside 90 %", "median of true over predicted"],
            [false, true, true, true, true, true],
            [
                .. study.BackTests.Select(test =>
                    ImmutableArray.Create(
                        test.Name,
                        Text(test.Fit.Count),
                        ForecastText.Growth(test.Fit.Growth),
                        Text(test.Points.Length),
                        $"{Text(test.Points.Count(point => point.IsInside))} ({Sizes.Share(test.Coverage)})",
                        $"x {ForecastText.Number(test.MedianRatio)}"
                    )
                ),
            ]
        );

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
