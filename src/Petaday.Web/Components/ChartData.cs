using System.Text;
using System.Text.Json;
using Petaday.Reports;
using Petaday.Web.Texts;

namespace Petaday.Web.Components;

/// <summary>A chart's data for the browser, and as a table.</summary>
internal static class ChartData
{
    /// <summary>The chart as JSON, its words in a language.</summary>
    public static string Text(Chart chart, Language language)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            Axis(writer, "x", chart.X, language);
            Axis(writer, "y", chart.Y, language);
            writer.WriteStartArray("series");
            foreach (var series in chart.Series)
            {
                Series(writer, series, language);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The chart as CSV: a row a point.</summary>
    public static string Csv(Chart chart) =>
        CsvReport.Of(
            ["series", chart.X.Caption, chart.Y.Caption, "label"],
            chart.Series.SelectMany(series =>
                series.Points.Select(point =>
                    (IEnumerable<string>)
                        [series.Name, CsvReport.Number(point.X), CsvReport.Number(point.Y), point.Label ?? point.Text ?? ""]
                )
            )
        );

    private static void Axis(Utf8JsonWriter writer, string name, ChartAxis axis, Language language)
    {
        writer.WriteStartObject(name);
        writer.WriteString("caption", language[axis.Caption]);
        writer.WriteBoolean("log", axis.Logarithmic);
        writer.WriteStartArray("categories");
        foreach (string category in axis.Categories)
        {
            writer.WriteStringValue(language[category]);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Series(Utf8JsonWriter writer, ChartSeries series, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("name", language[series.Name]);
        writer.WriteString("mark", series.Mark.ToString().ToLowerInvariant());
        writer.WriteStartArray("points");
        foreach (var point in series.Points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(point.X);
            writer.WriteNumberValue(point.Y);
            writer.WriteNumberValue(point.Radius);
            writer.WriteStringValue((point.Label ?? point.Text) is { } label ? language[label] : null);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
