using System.Text.Json;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Reports.Forecasts;

/// <summary>A forecast for a program, as docs/schemas/forecast.schema.json says.</summary>
public static class ForecastJson
{
    /// <summary>Writes a forecast as one object.</summary>
    public static void Write(Utf8JsonWriter writer, ForecastStudy study)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(study);
        writer.WriteStartObject();
        writer.WriteString("basis", study.Request.Basis.ToString().ToLowerInvariant());
        writer.WriteNumber("until", study.Request.Until);
        writer.WriteBoolean("robust", study.Request.IsRobust);
        Record(writer, "costliestRun", study.RecordCost);
        Record(writer, "largestRun", study.RecordFlops);
        Array(writer, "years", study.Years, year => Year(writer, year));
        Array(writer, "crossings", study.Crossings, crossing => Crossing(writer, crossing));
        Record(writer, "fixed", study.Fixed);
        Array(writer, "capability", study.Capability, year => Capability(writer, year));
        Array(writer, "affordable", study.Affordable, model => Affordable(writer, model));
        Array(writer, "limits", study.Limits, bound => Limit(writer, bound));
        Array(writer, "fits", study.Trends, trend => Fit(writer, trend));
        Array(writer, "backTests", study.BackTests, test => BackTest(writer, test));
        writer.WritePropertyName("power");
        ExplanationJson.Write(writer, study.Power);
        writer.WriteEndObject();
    }

    private static void Year(Utf8JsonWriter writer, ForecastYear year)
    {
        writer.WriteNumber("year", year.Year);
        writer.Number("costliestUsd", year.RecordCost);
        writer.Range("costliestRange", year.RecordRange);
        writer.Number("frontierUsd", year.Cost);
        writer.Range("frontierUsdInterval", year.CostInterval);
        writer.Number("largestFlops", year.RecordFlops);
        writer.Range("largestFlopsRange", year.RecordFlopsRange);
        writer.Number("frontierFlops", year.Flops);
        writer.Range("frontierFlopsInterval", year.FlopsInterval);
        writer.Number("flopsPerUsd", year.FlopsPerDollar);
        writer.Range("flopsPerUsdInterval", year.FlopsPerDollarInterval);
        writer.Number("megawatts", year.Watts / 1e6);
        writer.Number("derivedMegawatts", year.DerivedWatts / 1e6);
    }

    private static void Crossing(Utf8JsonWriter writer, WatchedCrossing crossing)
    {
        writer.WriteString("of", crossing.Name);
        writer.Number("value", crossing.Cited.Value);
        writer.WriteString("unit", crossing.Unit);
        Years(writer, "cited", crossing.Cited);
        Years(writer, "fitted", crossing.Fitted);
    }

    private static void Capability(Utf8JsonWriter writer, CapabilityYear year)
    {
        writer.WriteNumber("year", year.Year);
        writer.Number("hardwareAloneUsd", year.HardwareOnly);
        writer.Number("usd", year.Cost.Value);
        writer.WritePropertyName("explanation");
        ExplanationJson.Write(writer, year.Cost);
    }

    private static void Affordable(Utf8JsonWriter writer, AffordableModel model)
    {
        writer.WriteString("budget", model.Budget.Id);
        writer.Number("usd", model.Budget.Usd);
        writer.WriteNumber("year", model.Year);
        writer.Number("flops", model.Flops);
        writer.Number("parameters", model.Parameters);
        writer.Number("tokens", model.Tokens);
        writer.Number("gap", model.Gap);
        writer.Number("yearsBehind", model.YearsBehind);
    }

    private static void Limit(Utf8JsonWriter writer, BindingLimit bound)
    {
        writer.WriteString("id", bound.Limit.Id);
        writer.WriteString("what", bound.Limit.What);
        writer.WriteString("binds", bound.Limit.Binds);
        writer.Number("flops", bound.Limit.Middle);
        writer.Range("range", bound.Limit.Range);
        writer.Number("year", bound.Middle);
        writer.Number("earliest", bound.Earliest);
        writer.Number("latest", bound.Latest);
        writer.WriteString("grade", bound.Limit.Grade);
        writer.WriteString("source", bound.Limit.Source);
        writer.WriteString("notes", bound.Limit.Notes);
    }

    private static void Fit(Utf8JsonWriter writer, FittedTrend trend)
    {
        writer.WriteString("key", trend.Key);
        writer.WriteString("name", trend.Name);
        writer.WriteString("unit", trend.Unit);
        writer.WriteNumber("figures", trend.LeastSquares.Count);
        writer.Number("growth", trend.LeastSquares.Growth);
        writer.Range("growthInterval", trend.LeastSquares.GrowthInterval);
        writer.Number("scatter", Math.Pow(10, trend.LeastSquares.Deviation));
        writer.Number("robustGrowth", trend.Robust.Growth);
        writer.Number("publishedGrowth", trend.Cited?.Growth);
        writer.Range("publishedRange", trend.Cited?.GrowthRange);
        writer.WriteString("source", trend.Cited?.Source);
    }

    private static void BackTest(Utf8JsonWriter writer, BackTest test)
    {
        writer.WriteString("of", test.Name);
        writer.WriteNumber("until", test.Until);
        writer.WriteNumber("fitted", test.Fit.Count);
        writer.Number("growth", test.Fit.Growth);
        writer.Number("stated", Outlook.BackTest.Stated);
        writer.Number("coverage", test.Coverage);
        writer.Number("medianRatio", test.MedianRatio);
        Array(
            writer,
            "points",
            test.Points,
            point =>
            {
                writer.WriteString("name", point.Figure.Name);
                writer.Number("year", point.Figure.Year);
                writer.Number("value", point.Figure.Value);
                writer.Number("predicted", point.Predicted);
                writer.Range("interval", point.Interval);
                writer.WriteBoolean("inside", point.IsInside);
            }
        );
    }

    private static void Record(Utf8JsonWriter writer, string name, RunCost run)
    {
        writer.WriteStartObject(name);
        writer.WriteString("id", run.Id);
        writer.WriteString("model", run.Model);
        writer.WriteNumber("year", run.Year);
        writer.Number("usd", run.Usd);
        writer.Number("flops", run.Flops);
        writer.WriteString("source", run.Source);
        writer.WriteEndObject();
    }

    private static void Years(Utf8JsonWriter writer, string name, Crossing crossing)
    {
        writer.WriteStartObject(name);
        writer.Number("year", crossing.Year);
        writer.Number("earliest", crossing.Earliest);
        writer.Number("latest", crossing.Latest);
        writer.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
