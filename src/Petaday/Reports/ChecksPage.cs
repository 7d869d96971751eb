using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Validation.Checks;

namespace Petaday.Reports;

/// <summary>Published figures beside what Petaday's own models make of their stated inputs.</summary>
public static class ChecksPage
{
    /// <summary>For a person and for <c>docs/checks.md</c>; the same catalog gives the same bytes.</summary>
    public static Page Of(ImmutableArray<PublishedCheck> checks)
    {
        var computed = checks.Where(check => check.Ours is not null).ToImmutableArray();
        var left = checks.Where(check => check.Ours is null).ToImmutableArray();
        int within = computed.Count(check => check.IsAsExpected == true);
        var numbers = new SourceNumbers(Lines(checks));
        return new Page([
            new Heading("Published figures, worked out anew", 1),
            new Paragraph(
                "Written by petaday validate --checks from catalog/validation/checks.csv and check-inputs.csv: ours is what the models of Petaday make of the inputs that a source states, never typed. "
                    + $"{Sizes.Count(within)} of {Sizes.Count(computed.Length)} differ by no more than is expected and explained."
            ),
            new Heading("Figures"),
            new Grid(
                ["figure", "published", "ours", "difference", "expected within", "why they differ", "sources"],
                [false, true, true, true, true, false, false],
                [.. computed.Select(check => Row(check, numbers))]
            ),
            .. left.IsEmpty
                ? ImmutableArray<Block>.Empty
                :
                [
                    new Heading("Not computed here"),
                    new Grid(
                        ["figure", "published", "why"],
                        [false, true, false],
                        [.. left.Select(check => ImmutableArray.Create(check.Name, check.Text, check.Why))]
                    ),
                ],
            new Heading("How each was worked out"),
            new Notes([.. computed.Select(check => $"{check.Name}: {How(check.Ours!)}")]),
            new Heading("Sources"),
            new SourceList(numbers.Sources),
        ]);
    }

    /// <summary>For a program.</summary>
    public static void Json(Utf8JsonWriter writer, ImmutableArray<PublishedCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        foreach (var check in checks)
        {
            writer.WriteStartObject();
            writer.WriteString("id", check.Id);
            writer.WriteString("name", check.Name);
            writer.WriteString("method", check.Method);
            writer.WriteString("unit", check.Ours?.Unit.ToString());
            writer.Number("published", check.Published?.Low);
            writer.Number("publishedHigh", check.Published?.High);
            writer.Number("ours", check.Ours?.Value);
            writer.Number("difference", check.Difference);
            writer.Number("allowed", check.Allowed);
            writer.WriteString("why", check.Why);
            writer.WriteString("source", check.Source.Id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>For a spreadsheet.</summary>
    public static string Csv(ImmutableArray<PublishedCheck> checks) =>
        CsvReport.Of(
            ["id", "name", "method", "unit", "published", "publishedHigh", "ours", "difference", "allowed", "why", "source"],
            checks.Select(check =>
                new[]
                {
                    check.Id,
                    check.Name,
                    check.Method,
                    check.Ours?.Unit.ToString() ?? "",
                    CsvReport.Number(check.Published?.Low),
                    CsvReport.Number(check.Published?.High),
                    CsvReport.Number(check.Ours?.Value),
                    CsvReport.Number(check.Difference),
                    CsvReport.Number(check.Allowed),
                    check.Why,
                    check.Source.Id,
                }
            )
        );

    private static IEnumerable<Line> Lines(ImmutableArray<PublishedCheck> checks) =>
        checks.SelectMany(check => new[] { Published(check) }.Concat(check.Ours is { } ours ? [ours] : []));

    private static Line Published(PublishedCheck check) => new("published", check.Name, null, Dimension.None) { Sources = [check.Source] };

    private static ImmutableArray<string> Row(PublishedCheck check, SourceNumbers numbers) =>
        [
            check.Name,
            check.Text,
            check.Ours is { Value: not null } ours ? Written(ours) : "not known",
            Change(check.Difference),
            check.Allowed is { } allowed ? string.Create(CultureInfo.InvariantCulture, $"{allowed * 100:0.#} %") : "",
            check.Why,
            numbers.Of(Published(check) with { Parts = [check.Ours!] }),
        ];

    private static string Change(double? difference) =>
        difference is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:+0.00;-0.00;0} %") : "";

    private static string Written(Line line) =>
        line.Unit == Dimension.Seconds
            ? string.Create(CultureInfo.InvariantCulture, $"{line.Value / Units.SecondsPerHour:#,0} h")
            : Sizes.Of(line.Value, line.Unit);

    /// <summary>The formula, then what stands below it, two levels deep.</summary>
    private static string How(Line line) =>
        string.Join(
            "; ",
            new[] { line }
                .Concat(line.Parts)
                .Concat(line.Parts.SelectMany(part => part.Parts))
                .Where(part => part.Formula is not null)
                .Select(part => $"{part.Name} = {part.Formula}")
                .Distinct()
                .DefaultIfEmpty(line.Combination == Combination.Sum ? "the sum of its parts" : "as stated")
        );
}
