using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Reports;

/// <summary>One catalog entry: all that it says, each figure with its source.</summary>
public static class EntryReport
{
    private static readonly ImmutableArray<string> Provenance = ["source", "grade", "date", "low", "high", "note", "value"];

    /// <summary>All that an entry says, in its order.</summary>
    public static IEnumerable<EntryFigure> Figures(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Root.Entries.SelectMany(pair => Below(entry, pair.Value));
    }

    /// <summary>For a person.</summary>
    public static Page Page(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new Page([
            new Heading($"{entry.Name} ({entry.Kind.Singular} {entry.Id})", 1),
            new FactList([.. Figures(entry).Select(figure => new Fact(figure.Path, figure.Text, Remark(figure)))]),
        ]);
    }

    /// <summary>For a program.</summary>
    public static void Json(Utf8JsonWriter writer, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(entry);
        writer.WriteStartObject();
        writer.WriteString("kind", entry.Kind.Singular);
        writer.WriteString("id", entry.Id);
        writer.WriteString("name", entry.Name);
        writer.WriteStartArray("figures");
        foreach (var figure in Figures(entry))
        {
            writer.WriteStartObject();
            writer.WriteString("key", figure.Path);
            writer.WriteString("text", figure.Text);
            writer.Number("value", figure.Value);
            writer.WriteString("unit", figure.Unit);
            writer.WriteString("note", figure.Note);
            AnswerJson.Sources(writer, figure.Source is { } source ? [source] : []);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>For a spreadsheet.</summary>
    public static string Csv(Entry entry) =>
        CsvReport.Of(
            ["key", "text", "value", "unit", "note", "source", "grade", "date"],
            Figures(entry)
                .Select(figure =>
                    new[]
                    {
                        figure.Path,
                        figure.Text,
                        CsvReport.Number(figure.Value),
                        figure.Unit,
                        figure.Note ?? "",
                        figure.Source?.Id ?? "",
                        figure.Source is { } source ? Scenarios.Words.Of(source.Grade) : "",
                        figure.Source?.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                    }
                )
        );

    private static IEnumerable<EntryFigure> Below(Entry entry, Node node) =>
        node.Kind switch
        {
            NodeKind.Map when node["value"] is { } value => [Figure(entry, node, value.Text)],
            NodeKind.Map => node.Entries.Where(pair => !Provenance.Contains(pair.Key)).SelectMany(pair => Below(entry, pair.Value)),
            NodeKind.List => [new EntryFigure(node.Path, string.Join("; ", node.Items.Select(item => item.Text)), null, "", null, null)],
            NodeKind.Scalar => [Figure(entry, node, node.Text)],
            _ => [],
        };

    private static EntryFigure Figure(Entry entry, Node node, string text)
    {
        bool words = Provenance.Contains(node.Path) || node.Path is "id" or "name" or "released";
        var figure = words ? null : entry.Figure(node.Path);
        return new EntryFigure(
            node.Path,
            text,
            figure?.Value,
            figure?.Dimension.ToString() ?? "",
            node["note"]?.Text,
            figure is null ? null : entry.Source(figure)
        );
    }

    private static string? Remark(EntryFigure figure)
    {
        string? source = figure.Source is null ? null : ExplanationPage.Source(figure.Source);
        return figure.Note is null ? source
            : source is null ? figure.Note
            : $"{figure.Note}; {source}";
    }
}
