using System.Text.Json;
using Petaday.Quantities;
using Petaday.Scenarios;
using Petaday.Scenarios.Siting;
using Petaday.Sites;

namespace Petaday.Reports;

/// <summary>A choice of sites for a program, as <c>docs/schemas/siting.schema.json</c> describes it: SI units except where a key names its own.</summary>
public static class SiteJson
{
    private const double KilowattHour = 1000 * Units.SecondsPerHour;

    /// <summary>Writes the study as one object.</summary>
    public static void Write(Utf8JsonWriter writer, SiteStudy study)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(study);
        writer.WriteStartObject();
        writer.WriteString("name", study.Name);
        writer.WriteString("minimize", SiteWords.Of(study.Minimize));
        writer.WriteString("accounting", SiteWords.Of(study.Accounting));
        Project(writer, study.Use);
        writer.WriteString("against", study.Against?.Place.Id);
        writer.WriteStartArray("sites");
        foreach (var row in study.Rows)
        {
            Row(writer, study, row);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("refused");
        foreach (var row in study.Refused)
        {
            writer.WriteStartObject();
            writer.WriteString("site", row.Place.Id);
            writer.WriteString("why", row.Refusal);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Serving(writer, study);
        Split(writer, study.Split);
        writer.WriteStartArray("notes");
        foreach (string note in study.Defaults.Select(chosen => $"{chosen.Key}: {chosen.Value} ({chosen.Why})").Concat(study.Notes))
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
        Infeasible(writer, study.Infeasible);
        writer.WriteEndObject();
    }

    /// <summary>Writes why nothing will do, or null.</summary>
    internal static void Infeasible(Utf8JsonWriter writer, Infeasibility? infeasible)
    {
        if (infeasible is null)
        {
            writer.WriteNull("infeasible");
            return;
        }

        writer.WriteStartObject("infeasible");
        writer.WriteString("constraint", infeasible.Constraint);
        writer.WriteString("message", infeasible.Message);
        writer.WriteString("nearest", infeasible.Nearest);
        writer.WriteEndObject();
    }

    private static void Project(Utf8JsonWriter writer, ProjectUse use)
    {
        writer.WriteStartObject("project");
        writer.Number("days", use.Seconds.Value / Units.SecondsPerDay);
        writer.Number("equipmentMegawattHours", use.Equipment.Value / (1000 * KilowattHour));
        writer.Number("peakMegawatts", use.PeakWatts.Value / 1e6);
        writer.Number("devices", use.Devices?.Value);
        writer.Number("hardwareCost", use.Owned?.Value);
        writer.Number("embodiedTonnes", use.Embodied?.Value / 1000);
        writer.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter writer, SiteStudy study, SiteRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("site", row.Place.Id);
        writer.WriteString("name", row.Place.Name);
        writer.Number("latitude", row.Place.Position?.Latitude);
        writer.Number("longitude", row.Place.Position?.Longitude);
        writer.Number("cost", row.Account.Cost.Value);
        writer.Number("electricity", row.Account.Electricity.Value);
        writer.Number("tariffPerKilowattHour", row.Power.Tariff.Value * KilowattHour);
        writer.Number("carbonTonnes", row.Account.Carbon.Value / 1000);
        writer.Number("carbonGramsPerKilowattHour", row.Power.Carbon.Value * 1000 * KilowattHour);
        writer.Number("waterCubicMetres", row.Account.Water.Value);
        writer.Number("days", row.Account.Seconds.Value / Units.SecondsPerDay);
        writer.Number("megawattHours", row.Account.Energy.Value / (1000 * KilowattHour));
        writer.Number("peakMegawatts", row.Account.PeakWatts.Value / 1e6);
        writer.Number("renewableShare", row.Place.RenewableShare.Value);
        writer.WriteBoolean("front", study.Front.Contains(row));
        Move(writer, row);
        writer.Number("roundTripMilliseconds", row.Latency?.Value * 1000);
        Pause(writer, row.Pause);
        Gain(writer, row.Gain);
        writer.WriteStartArray("lines");
        foreach (var line in row.Tree.Parts)
        {
            ExplanationJson.Write(writer, line);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Move(Utf8JsonWriter writer, SiteRow row)
    {
        if (row.Account.Move is not { } move)
        {
            writer.WriteNull("move");
            return;
        }

        writer.WriteStartObject("move");
        writer.WriteString("way", move.Chosen.IsShipped ? "shipped" : "network");
        Way(writer, "network", move.Network);
        Way(writer, "shipped", move.Shipment);
        writer.WriteEndObject();
    }

    private static void Way(Utf8JsonWriter writer, string name, Transfer way)
    {
        writer.WriteStartObject(name);
        writer.Number("cost", way.Cost.Value);
        writer.Number("days", way.Seconds.Value / Units.SecondsPerDay);
        writer.WriteEndObject();
    }

    private static void Pause(Utf8JsonWriter writer, PauseAnswer? pause)
    {
        if (pause is null)
        {
            writer.WriteNull("schedule");
            return;
        }

        writer.WriteStartObject("schedule");
        writer.WriteNumber("hoursAtWork", pause.Plan.Worked);
        writer.WriteNumber("hours", pause.Plan.Elapsed);
        writer.WriteNumber("restarts", pause.Plan.Restarts);
        writer.Number("straightTariffPerKilowattHour", pause.StraightTariff * KilowattHour);
        writer.Number("tariffPerKilowattHour", pause.Tariff * KilowattHour);
        writer.Number("straightGramsPerKilowattHour", pause.StraightCarbon * 1000 * KilowattHour);
        writer.Number("gramsPerKilowattHour", pause.Carbon * 1000 * KilowattHour);
        writer.Number("electricitySaved", pause.Saving?.Electricity.Value);
        writer.Number("carbonSavedTonnes", pause.Saving?.Carbon.Value / 1000);
        writer.Number("moneySaved", pause.Saving?.Money.Value);
        writer.WriteEndObject();
    }

    private static void Gain(Utf8JsonWriter writer, SiteGain? gain)
    {
        if (gain is null)
        {
            writer.WriteNull("gain");
            return;
        }

        writer.WriteStartObject("gain");
        writer.Number("electricitySaved", gain.Electricity.Value);
        writer.Number("movingCost", gain.Moving.Value);
        writer.Number("moneySaved", gain.Money.Value);
        writer.Number("carbonSavedTonnes", gain.Carbon.Value / 1000);
        writer.Number("equalCarbonGramsPerKilowattHour", gain.Flip.CarbonIntensity.Value * 1000 * KilowattHour);
        writer.Number("equalCarbonGreenShare", gain.Flip.GreenShare.Value);
        writer.Number("equalCostTariffPerKilowattHour", gain.Flip.Tariff.Value * KilowattHour);
        writer.WriteEndObject();
    }

    private static void Serving(Utf8JsonWriter writer, SiteStudy study)
    {
        writer.WriteStartArray("serving");
        foreach (var region in study.Serving)
        {
            writer.WriteStartObject();
            writer.WriteString("users", region.Users.Id);
            writer.WriteNumber("share", region.Share);
            writer.WriteString("from", region.From.Id);
            writer.Number("roundTripMilliseconds", region.RoundTrip.Value * 1000);
            if (region.IsRealTime is { } isRealTime)
            {
                writer.WriteBoolean("realTime", isRealTime);
            }
            else
            {
                writer.WriteNull("realTime");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Split(Utf8JsonWriter writer, SplitRun? split)
    {
        if (split is null)
        {
            writer.WriteNull("split");
            return;
        }

        writer.WriteStartObject("split");
        writer.WriteNumber("sites", split.Sites);
        writer.Number("synchronousBytesPerSecond", split.SynchronousRate.Value);
        writer.Number("bytesPerSecond", split.Rate.Value);
        writer.Number("exchangeSeconds", split.ExchangeSeconds.Value);
        writer.Number("slowdown", split.Slowdown.Value);
        writer.Number("days", split.Seconds.Value / Units.SecondsPerDay);
        writer.WriteString("note", split.Note);
        writer.WriteEndObject();
    }
}
