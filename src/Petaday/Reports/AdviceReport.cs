using System.Collections.Immutable;
using System.Text.Json;
using Petaday.Quantities;
using Petaday.Scenarios.Advising;

namespace Petaday.Reports;

/// <summary>Advice on a strategy.</summary>
public static class AdviceReport
{
    /// <summary>A page of its own.</summary>
    public static Page Page(Advice advice, string title)
    {
        ArgumentNullException.ThrowIfNull(advice);
        return new Page([new Heading("Advice", 1), new Paragraph(title), .. Blocks(advice)]);
    }

    /// <summary>What stands under its heading.</summary>
    internal static ImmutableArray<Block> Blocks(Advice advice)
    {
        var facts = new FactList([
            Share("Bottleneck", advice.Bottleneck),
            .. advice.LargestLoss is { } loss ? [Share("Largest loss", loss)] : Array.Empty<Fact>(),
        ]);
        return advice.Changes.Length == 0
            ? [facts, new Notes(["No single change of strategy, precision or stack on these devices fits and gains 1 % of the step."])]
            : [facts, Changes(advice), .. Remarks(advice)];
    }

    /// <summary>Writes the keys that an answer's JSON gets.</summary>
    internal static void WriteKeys(Utf8JsonWriter writer, Advice advice)
    {
        Share(writer, "bottleneck", advice.Bottleneck);
        if (advice.LargestLoss is { } loss)
        {
            Share(writer, "largestLoss", loss);
        }
        else
        {
            writer.WriteNull("largestLoss");
        }

        writer.WriteStartArray("advice");
        foreach (var change in advice.Changes)
        {
            Change(writer, change);
        }

        writer.WriteEndArray();
    }

    /// <summary>For a program: the same keys alone.</summary>
    public static void Json(Utf8JsonWriter writer, Advice advice)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(advice);
        writer.WriteStartObject();
        WriteKeys(writer, advice);
        writer.WriteEndObject();
    }

    /// <summary>For a spreadsheet: a row a change.</summary>
    public static string Csv(Advice advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        return CsvReport.Of(
            ["key", "from", "to", "along", "stepSeconds", "gain", "bytesPerDevice", "shrinks", "shrinksSeconds", "changesNumerics"],
            advice.Changes.Select(change =>
                new[]
                {
                    change.Change.Key,
                    change.Change.From,
                    change.Change.To,
                    Along(change),
                    CsvReport.Number(change.StepSeconds),
                    CsvReport.Number(change.Gain),
                    CsvReport.Number(change.BytesPerDevice),
                    change.Shrinks.Key,
                    CsvReport.Number(change.Shrinks.Amount),
                    change.ChangesNumerics ? "true" : "false",
                }
            )
        );
    }

    private static Fact Share(string label, StepShare share) =>
        new(label, Sizes.Label(share.Kind), $"{Sizes.Time(share.Seconds)}, {Sizes.Share(share.Share)} of the step");

    private static Grid Changes(Advice advice) =>
        new(
            ["change", "from", "to", "step", "gain", "memory", "what shrinks", "with it"],
            [false, false, false, true, true, true, false, false],
            [
                .. advice.Changes.Select(change =>
                    ImmutableArray.Create(
                        change.Change.Key,
                        change.Change.From,
                        change.Change.To,
                        Sizes.Time(change.StepSeconds),
                        change.Gain is { } gain ? Sizes.Share(gain) : "makes it fit",
                        Sizes.Memory(change.BytesPerDevice),
                        $"{Sizes.Label(change.Shrinks.Key)} by {Sizes.Time(change.Shrinks.Amount)}",
                        Along(change)
                    )
                ),
            ]
        );

    private static string Along(AdvisedChange change) =>
        string.Join(", ", change.Along.Select(other => $"{other.Key} {other.From} -> {other.To}"));

    private static IEnumerable<Block> Remarks(Advice advice) =>
        advice.Changes.Any(change => change.ChangesNumerics)
            ? [new Notes(["A narrower precision computes other numbers: whether the training bears it is not modelled."])]
            : [];

    private static void Share(Utf8JsonWriter writer, string name, StepShare share)
    {
        writer.WriteStartObject(name);
        writer.WriteString("kind", share.Kind);
        writer.Number("seconds", share.Seconds);
        writer.Number("share", share.Share);
        writer.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter writer, AdvisedChange change)
    {
        writer.WriteStartObject();
        Keys(writer, change.Change);
        writer.WriteStartArray("along");
        foreach (var other in change.Along)
        {
            writer.WriteStartObject();
            Keys(writer, other);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Number("stepSeconds", change.StepSeconds);
        writer.Number("gain", change.Gain);
        writer.Number("bytesPerDevice", change.BytesPerDevice);
        writer.WriteStartObject("shrinks");
        writer.WriteString("part", change.Shrinks.Key);
        writer.Number("seconds", change.Shrinks.Amount);
        writer.WriteEndObject();
        writer.WriteBoolean("changesNumerics", change.ChangesNumerics);
        writer.WriteEndObject();
    }

    private static void Keys(Utf8JsonWriter writer, KeyChange change)
    {
        writer.WriteString("key", change.Key);
        writer.WriteString("from", change.From);
        writer.WriteString("to", change.To);
    }
}
