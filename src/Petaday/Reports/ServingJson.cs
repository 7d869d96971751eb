using System.Text.Json;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Scenarios;
using Petaday.Scenarios.ServingCases;
using Petaday.Serving;

namespace Petaday.Reports;

/// <summary>Answers about serving as the JSON that <c>docs/schemas/serving.schema.json</c> describes: SI units except where a key names its own.</summary>
public static class ServingJson
{
    private const double Million = 1e6;
    private const double JoulesPerMegawattHour = 3.6e9;

    /// <summary>Writes <c>{ currency, cases: [...] }</c>, a case an answer.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<ServingAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answers);
        writer.WriteStartObject();
        writer.WriteString("currency", "USD");
        writer.WriteStartArray("cases");
        foreach (var answer in answers)
        {
            Case(writer, answer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Case(Utf8JsonWriter writer, ServingAnswer answer)
    {
        var (one, estimate) = (answer.Case, answer.Estimate);
        writer.WriteStartObject();
        writer.WriteString("scenario", one.Name);
        writer.WriteString("model", one.Model.Id);
        writer.WriteString("system", one.System.Spec.Id);
        writer.WriteString("accelerator", one.System.Spec.Accelerator.Id);
        writer.WriteString("site", one.Question.Site.Id);
        writer.WriteString("basis", Words.Of(one.Question.Basis));
        writer.WriteString("weights", ServingWords.Of(one.Question.Format.Weights));
        writer.WriteString("cache", ServingWords.Of(one.Question.Format.Cache));
        writer.WriteBoolean("feasible", estimate is not null);
        writer.WriteString("constraint", answer.Infeasible?.Constraint);
        writer.WriteString("message", answer.Infeasible?.Message);
        writer.WriteString("nearest", answer.Infeasible?.Nearest);
        Nullable(writer, "demand", estimate, Demand);
        Nullable(writer, "replica", estimate?.Point, Replica);
        Nullable(writer, "fleet", estimate, Fleet);
        Nullable(writer, "energy", estimate, Energy);
        Nullable(writer, "cost", estimate, Cost);
        Intervals(writer, estimate);
        writer.WriteStartArray("notes");
        foreach (string note in answer.Notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>90 %, from the range of what software reaches of the modelled speed, at the same batch.</summary>
    private static void Intervals(Utf8JsonWriter writer, ServingEstimate? estimate)
    {
        writer.WriteStartObject("intervals");
        if (estimate is not null)
        {
            Interval(writer, "fleet.busyDevices", estimate.Fleet.BusyDevices, 1);
            foreach (var basis in estimate.Cost.Bases)
            {
                Interval(writer, basis.Month.Key + ".perMillionInputTokens", basis.PerInputToken, Million);
                Interval(writer, basis.Month.Key + ".perMillionOutputTokens", basis.PerOutputToken, Million);
            }
        }

        writer.WriteEndObject();
    }

    private static void Interval(Utf8JsonWriter writer, string key, Line line, double scale)
    {
        if (line.Interval is { } interval)
        {
            writer.WriteStartArray(key);
            writer.WriteNumberValue(interval.Low * scale);
            writer.WriteNumberValue(interval.High * scale);
            writer.WriteEndArray();
        }
    }

    private static void Nullable<T>(Utf8JsonWriter writer, string key, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is null)
        {
            writer.WriteNull(key);
            return;
        }

        writer.WriteStartObject(key);
        write(writer, value);
        writer.WriteEndObject();
    }

    private static void Demand(Utf8JsonWriter writer, ServingEstimate estimate)
    {
        var demand = estimate.Demand;
        writer.Number("requestsPerSecond", demand.Requests.Value);
        writer.Number("peakRequestsPerSecond", demand.PeakRequests.Value);
        writer.Number("promptTokens", demand.PromptTokens.Value);
        writer.Number("outputTokens", demand.OutputTokens.Value);
        writer.Number("cachedShare", demand.CachedShare.Value);
        writer.Number("inputTokensPerSecond", demand.InputRate.Value);
        writer.Number("outputTokensPerSecond", demand.OutputRate.Value);
    }

    private static void Replica(Utf8JsonWriter writer, OperatingPoint point)
    {
        writer.WriteNumber("tensor", point.Layout.Tensor);
        writer.WriteNumber("pipeline", point.Layout.Pipeline);
        writer.WriteNumber("expert", point.Layout.Data > 1 ? point.Layout.Expert : 1);
        writer.WriteNumber("devices", point.Layout.Devices);
        writer.Number("batch", point.Batch);
        writer.Number("tokensPerSecondPerUser", 1 / point.TokenSeconds);
        writer.Number("firstTokenSeconds", point.FirstTokenSeconds);
        writer.Number("outputTokensPerSecond", point.OutputTokensPerSecond);
        writer.Number("softwareShare", point.SoftwareShare);
        writer.Number("weightBytesPerDevice", point.Memory.WeightBytes);
        writer.Number("cacheBytesPerSequence", point.Memory.SequenceBytes);
        writer.WriteStartObject("stepSeconds");
        writer.Number("matmul", point.Step.Matmul);
        writer.Number("attention", point.Step.Attention);
        writer.Number("elementwise", point.Step.Elementwise);
        writer.Number("traffic", point.Step.Traffic);
        writer.WriteEndObject();
    }

    private static void Fleet(Utf8JsonWriter writer, ServingEstimate estimate)
    {
        var fleet = estimate.Fleet;
        writer.Number("busyDevices", fleet.BusyDevices.Value);
        writer.Number("replicas", fleet.Replicas.Value);
        writer.Number("devices", fleet.Devices.Value);
        writer.Number("servers", fleet.Servers.Value);
        writer.Number("load", fleet.Load.Value);
    }

    private static void Energy(Utf8JsonWriter writer, ServingEstimate estimate)
    {
        var footprint = estimate.Footprint;
        writer.Number("megawattHoursPerMonth", footprint.Energy.Facility.Value / JoulesPerMegawattHour);
        writer.Number("averageMegawatts", footprint.AverageWatts.Value / Million);
        writer.Number("ratedMegawatts", footprint.PeakWatts.Value / Million);
        writer.Number("joulesPerRequest", footprint.EnergyPerRequest.Value);
        writer.Number("operationalTonnesPerMonth", footprint.Carbon.OperationalTonnes);
        writer.Number("embodiedTonnesPerMonth", footprint.Carbon.EmbodiedTonnes);
        writer.Number("carbonKilogramsPerRequest", footprint.CarbonPerRequest.Value);
        writer.Number("carbonKilogramsPerMillionTokens", footprint.CarbonPerToken.Value * Million);
        writer.Number("waterCubicMetresPerMonth", footprint.Water.Value);
    }

    private static void Cost(Utf8JsonWriter writer, ServingEstimate estimate)
    {
        writer.Number("capital", estimate.Cost.Capital.Value);
        foreach (var basis in estimate.Cost.Bases)
        {
            writer.WriteStartObject(basis.Month.Key);
            writer.Number("month", basis.Month.Value);
            writer.Number("perMillionInputTokens", basis.PerInputToken.Value * Million);
            writer.Number("perMillionOutputTokens", basis.PerOutputToken.Value * Million);
            writer.Number("perMillionTokens", basis.PerToken.Value * Million);
            writer.Number("perRequest", basis.PerRequest.Value);
            writer.WriteStartArray("lines");
            foreach (var line in basis.Month.Parts)
            {
                writer.WriteStartObject();
                writer.WriteString("name", line.Name);
                writer.Number("amount", line.Value);
                writer.WriteString("formula", line.Formula);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }
}
