using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Petaday.Explanations;
using Petaday.Explanations.Risk;
using Petaday.Quantities;
using Petaday.Reports.Risk;
using Petaday.Scenarios;
using Petaday.Training;

namespace Petaday.Reports;

/// <summary>
/// An answer as the JSON that <c>docs/schemas/result.schema.json</c> describes: stable keys in a stable order, SI units except where a key names its own,
/// null where a thing is not known.
/// </summary>
public static class AnswerJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON text of an answer.</summary>
    public static string Text(Answer answer) => Text(writer => Write(writer, answer));

    /// <summary>The JSON text of whatever <paramref name="write"/> writes, ended by a line break.</summary>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>Writes an answer as one object.</summary>
    public static void Write(Utf8JsonWriter writer, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answer);
        writer.WriteStartObject();
        Fields(writer, answer);
        writer.WriteEndObject();
    }

    /// <summary>Writes an answer with its risk as one object.</summary>
    public static void Write(Utf8JsonWriter writer, Answer answer, RiskResult risk)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answer);
        writer.WriteStartObject();
        Fields(writer, answer);
        writer.WritePropertyName("risk");
        RiskJson.Write(writer, risk);
        writer.WriteEndObject();
    }

    /// <summary>Writes what an answer has into an object that is open.</summary>
    internal static void Fields(Utf8JsonWriter writer, Answer answer)
    {
        Machines(writer, answer);
        Strategy(writer, answer.Strategy);
        Step(writer, answer.Step);
        Memory(writer, answer.Memory);
        Run(writer, answer);
        Environment(writer, answer);
        Cost(writer, answer.Cost);
        Search(writer, answer.Search);
        Rest(writer, answer);
        if (answer.Advice is { } advice)
        {
            AdviceReport.WriteKeys(writer, advice);
        }
    }

    private static void Machines(Utf8JsonWriter writer, Answer answer)
    {
        writer.WriteStartObject("model");
        writer.WriteString("id", answer.Model.Id);
        writer.Number("parameters", answer.Model.Parameters);
        writer.Number("activeParameters", answer.Model.ActiveParameters);
        writer.Number("flopsPerToken", answer.Model.FlopsPerToken);
        writer.WriteEndObject();
        writer.WriteStartObject("system");
        writer.WriteString("id", answer.System.Id);
        writer.WriteString("accelerator", answer.System.Accelerator);
        writer.WriteNumber("devices", answer.System.Devices);
        writer.WriteNumber("nodes", answer.System.Nodes);
        writer.WriteEndObject();
    }

    /// <summary>Writes <c>strategy</c>.</summary>
    internal static void Strategy(Utf8JsonWriter writer, StrategyAnswer strategy)
    {
        var layout = strategy.Layout;
        writer.WriteStartObject("strategy");
        writer.WriteNumber("tensor", layout.Tensor);
        writer.WriteBoolean("sequenceParallel", layout.SequenceParallel);
        writer.WriteNumber("context", layout.Context);
        writer.WriteNumber("pipeline", layout.Pipeline);
        writer.WriteNumber("virtualPipeline", layout.VirtualPipeline);
        writer.WriteNumber("data", layout.Data);
        writer.WriteNumber("expert", layout.Expert);
        writer.WriteNumber("expertTensor", layout.ExpertTensor);
        writer.WriteNumber("zeroStage", layout.ZeroStage);
        writer.WriteNumber("shardGroup", layout.ShardGroup);
        writer.WriteNumber("microBatch", layout.MicroBatch);
        writer.WriteNumber("globalBatchSequences", strategy.GlobalBatchSequences);
        writer.WriteNumber("microBatches", strategy.MicroBatches);
        writer.WriteString("recompute", Words.Of(layout.Recompute));
        writer.WriteNumber("recomputeLayers", layout.RecomputeLayers);
        writer.WriteString("schedule", Words.Of(layout.Schedule));
        writer.WriteBoolean("offloadOptimizer", layout.OffloadOptimizer);
        writer.WriteBoolean("offloadActivations", layout.OffloadActivations);
        writer.WriteBoolean("overlapGradients", layout.OverlapGradients);
        writer.WriteBoolean("overlapWeights", layout.OverlapWeights);
        writer.WriteEndObject();
    }

    private static void Step(Utf8JsonWriter writer, StepAnswer step)
    {
        writer.WriteStartObject("step");
        writer.Number("seconds", step.Seconds);
        writer.Number("mfu", step.Mfu);
        writer.Number("hfu", step.Hfu);
        writer.Number("tokensPerSecondPerDevice", step.TokensPerSecondPerDevice);
        writer.Number("tflopsPerDevice", step.FlopPerSecondPerDevice / 1e12);
        Breakdown(writer, step.Breakdown);
        writer.WriteEndObject();
    }

    private static void Memory(Utf8JsonWriter writer, MemoryAnswer memory)
    {
        writer.WriteStartObject("memory");
        writer.Number("bytesPerDevice", memory.BytesPerDevice);
        writer.Number("capacityBytes", memory.CapacityBytes);
        Breakdown(writer, memory.Breakdown);
        writer.WriteEndObject();
    }

    private static void Breakdown(Utf8JsonWriter writer, ImmutableArray<NamedAmount> parts)
    {
        writer.WriteStartObject("breakdown");
        foreach (var part in parts)
        {
            writer.Number(part.Key, part.Amount);
        }

        writer.WriteEndObject();
    }

    private static void Run(Utf8JsonWriter writer, Answer answer)
    {
        var run = answer.Run;
        writer.WriteStartObject("run");
        writer.Number("tokens", run.Tokens);
        writer.Number("flops", run.Flops);
        writer.Number("petaflopDays", run.Flops / (1e15 * 86_400));
        writer.Number("days", run.Seconds / 86_400);
        writer.Number("deviceHours", run.DeviceSeconds / 3_600);
        writer.Number("goodput", run.Goodput);
        writer.Number("predictedLoss", run.PredictedLoss);
        writer.Number("checkpointBytes", run.CheckpointBytes);
        Calendar(writer, run);
        writer.WriteEndObject();
    }

    private static void Calendar(Utf8JsonWriter writer, RunAnswer run)
    {
        writer.WriteStartArray("calendar");
        foreach (var line in run.Calendar)
        {
            writer.WriteStartObject();
            writer.WriteString("key", line.Key);
            writer.WriteString("name", line.Name);
            writer.Number("days", line.Seconds / 86_400);
            if (line.Interval is { } range)
            {
                writer.WriteStartArray("interval");
                writer.WriteNumberValue(range.Low / 86_400);
                writer.WriteNumberValue(range.High / 86_400);
                writer.WriteEndArray();
            }
            else
            {
                writer.WriteNull("interval");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Environment(Utf8JsonWriter writer, Answer answer)
    {
        writer.WriteStartObject("energy");
        writer.Number("megawattHours", answer.Energy.Joules / 3.6e9);
        writer.Number("averageMegawatts", answer.Energy.AverageWatts / 1e6);
        writer.Number("peakMegawatts", answer.Energy.PeakWatts / 1e6);
        writer.WriteEndObject();
        writer.WriteStartObject("carbon");
        writer.Number("operationalTonnes", answer.Carbon.OperationalKilograms / 1_000);
        writer.Number("embodiedTonnes", answer.Carbon.EmbodiedKilograms / 1_000);
        writer.WriteEndObject();
        writer.WriteStartObject("water");
        writer.Number("cubicMetres", answer.WaterCubicMetres);
        writer.WriteEndObject();
    }

    private static void Cost(Utf8JsonWriter writer, CostAnswer cost)
    {
        writer.WriteStartObject("cost");
        writer.Number("total", cost.Total);
        writer.WriteString("currency", cost.Currency);
        writer.WriteStartArray("lines");
        foreach (var line in cost.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("name", line.Name);
            writer.Number("amount", line.Amount);
            writer.Number("share", line.Share);
            writer.WriteString("formula", line.Formula);
            Sources(writer, line.Sources);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("prices");
        writer.Number("rental", cost.Rental);
        writer.Number("amortised", cost.Amortised);
        writer.Number("acquisition", cost.Acquisition);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes <c>sources</c>: id, title, url, date and grade of each.</summary>
    internal static void Sources(Utf8JsonWriter writer, ImmutableArray<SourceReference> sources)
    {
        writer.WriteStartArray("sources");
        foreach (var source in sources)
        {
            writer.WriteStartObject();
            writer.WriteString("id", source.Id);
            writer.WriteString("title", source.Title);
            writer.WriteString("url", source.Url);
            writer.WriteString("date", source.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteString("grade", Words.Of(source.Grade));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Search(Utf8JsonWriter writer, SearchAnswer? search)
    {
        if (search is null)
        {
            writer.WriteNull("search");
            return;
        }

        writer.WriteStartObject("search");
        writer.WriteNumber("candidates", search.Candidates);
        writer.WriteNumber("evaluated", search.Evaluated);
        writer.WriteNumber("feasible", search.Feasible);
        writer.Number("seconds", search.Seconds);
        writer.WriteEndObject();
    }

    private static void Rest(Utf8JsonWriter writer, Answer answer)
    {
        writer.WriteStartObject("intervals");
        foreach (var (key, interval) in answer.Intervals)
        {
            writer.WriteStartArray(key);
            writer.WriteNumberValue(interval.Low);
            writer.WriteNumberValue(interval.High);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("notes");
        foreach (string note in answer.Notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
    }
}
