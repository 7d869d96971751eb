using System.Collections.Immutable;
using System.Text.Json;
using Petaday.Economics.Project;
using Petaday.Explanations;
using Petaday.Explanations.Risk;
using Petaday.Quantities;
using Petaday.Reports.Risk;
using Petaday.Scenarios.Projects;

namespace Petaday.Reports;

/// <summary>A project as the JSON that <c>docs/schemas/project.schema.json</c> describes: amounts are decimal numbers that add up exactly.</summary>
public static class ProjectJson
{
    /// <summary>Writes a project as one object.</summary>
    /// <param name="writer">Gets it.</param>
    /// <param name="project">The project.</param>
    /// <param name="ledger">Its amounts.</param>
    /// <param name="risk">Its risk; null where nothing was drawn.</param>
    public static void Write(Utf8JsonWriter writer, ProjectAnswer project, Ledger ledger, RiskResult? risk = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(ledger);
        writer.WriteStartObject();
        Run(writer, project);
        writer.WriteStartObject("project");
        Amount(writer, "total", ledger.Total);
        writer.WriteString("currency", ledger.Currency.Code);
        writer.WriteString("basis", Word(ledger.Basis));
        writer.Range("interval", ledger.Interval);
        Rate(writer, ledger.Currency);
        writer.WriteStartArray("lines");
        foreach (var line in ledger.Lines)
        {
            Line(writer, ledger, line);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("bases");
        Amount(writer, "amortised", ledger.On(PriceBasis.Amortised));
        Amount(writer, "rental", ledger.On(PriceBasis.Rental));
        Amount(writer, "acquisition", ledger.On(PriceBasis.Acquisition));
        writer.WriteEndObject();
        writer.WriteEndObject();
        Rest(writer, project);
        if (risk is not null)
        {
            writer.WritePropertyName("risk");
            RiskJson.Write(writer, risk);
        }

        writer.WriteEndObject();
    }

    /// <summary>Every source that a line rests on, each once.</summary>
    public static ImmutableArray<SourceReference> SourcesOf(Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return [.. Whole(line).SelectMany(one => one.Sources).Distinct()];
    }

    // What a line points to is a part of what it rests on.
    private static IEnumerable<Line> Whole(Line line)
    {
        HashSet<Line> seen = new(ReferenceEqualityComparer.Instance);
        Stack<Line> waiting = new([line]);
        while (waiting.TryPop(out var next))
        {
            next = next.Origin ?? next;
            if (!seen.Add(next))
            {
                continue;
            }

            yield return next;
            foreach (var part in next.Parts.Reverse())
            {
                waiting.Push(part);
            }
        }
    }

    private static void Run(Utf8JsonWriter writer, ProjectAnswer project)
    {
        writer.WriteStartObject("run");
        writer.WriteString("model", project.Run.Model.Id);
        writer.WriteString("system", project.Run.System.Id);
        writer.WriteString("accelerator", project.Run.System.Accelerator);
        writer.WriteNumber("devices", project.Run.System.Devices);
        writer.Number("deviceHours", project.Cost.Run.DeviceHours);
        writer.WriteStartObject("computeUsd");
        writer.Number("amortised", project.Cost.Run.Amortised.Value);
        writer.Number("rental", project.Cost.Run.Rental.Value);
        writer.Number("acquisition", project.Cost.Run.Acquisition.Value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter writer, Ledger ledger, LedgerLine line)
    {
        writer.WriteStartObject();
        writer.WriteString("cause", line.Cause);
        writer.WriteString("name", line.Line.Name);
        writer.WriteString("key", line.Key);
        Amount(writer, "amount", line.Amount);
        writer.Number("share", ledger.Share(line.Amount));
        writer.Range("interval", line.Interval);
        writer.WriteString("formula", line.Line.Formula);
        writer.WriteString("note", line.Line.Note);
        AnswerJson.Sources(writer, SourcesOf(line.Line));
        writer.WriteStartObject("bases");
        Amount(writer, "amortised", line.Amortised);
        Amount(writer, "rental", line.Rental);
        Amount(writer, "acquisition", line.Acquisition);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Rate(Utf8JsonWriter writer, Currency currency)
    {
        writer.WriteStartObject("rate");
        writer.Number("perDollar", currency.Rate);
        AnswerJson.Sources(writer, currency.PerDollar.Sources);
        writer.WriteEndObject();
    }

    private static void Rest(Utf8JsonWriter writer, ProjectAnswer project)
    {
        writer.WriteStartObject("sizing");
        foreach (var size in project.Cost.Sizing.Parts)
        {
            writer.Number(size.Key, size.Value);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("defaults");
        foreach (var chosen in project.Defaults)
        {
            writer.WriteStartObject();
            writer.WriteString("key", chosen.Key);
            writer.WriteString("value", chosen.Value);
            writer.WriteString("why", chosen.Why);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notes");
        foreach (string note in project.Run.Notes.Concat(project.Notes).Distinct(StringComparer.Ordinal))
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
    }

    /// <summary>The word of a basis.</summary>
    internal static string Word(PriceBasis basis) =>
        basis switch
        {
            PriceBasis.Amortised => "amortised",
            PriceBasis.Rental => "rental",
            _ => "acquisition",
        };

    /// <summary>As the decimal that it is: a double would lose the last unit of a large amount.</summary>
    private static void Amount(Utf8JsonWriter writer, string name, Money? amount)
    {
        if (amount is { } known)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(known.Plain());
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
