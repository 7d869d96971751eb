using System.Collections.Immutable;
using System.Globalization;
using Petaday.Economics.Project;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Scenarios;
using Petaday.Scenarios.Projects;

namespace Petaday.Reports;

/// <summary>A project's lines for finance tools: a <see cref="FocusCsv"/> row a line of the ledger, in its currency, with the other two bases beside.</summary>
public static class ProjectFocus
{
    private const string StartKey = "infrastructure.start";
    private const string HoursKey = "infrastructure.deviceHours";

    /// <summary>The text. The rows add up to the ledger's totals to the last unit.</summary>
    /// <param name="project">The project.</param>
    /// <param name="ledger">Its amounts.</param>
    /// <param name="asked">The scenario, which may say when the run starts; null where there is none to ask.</param>
    public static string Of(ProjectAnswer project, Ledger ledger, Scenario? asked)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(ledger);
        var lines = ledger.Lines.ToDictionary(static line => line.Key, StringComparer.Ordinal);
        string amount(string path, Func<LedgerLine, Money?> of) => lines.TryGetValue(path, out var line) ? of(line)?.Plain() ?? "" : "";
        return FocusCsv.Of(
            Total(ledger),
            Header(project, ledger, asked),
            path => amount(path, static line => line.Amount),
            ("x_Amortised", path => amount(path, static line => line.Amortised)),
            ("x_Rental", path => amount(path, static line => line.Rental)),
            ("x_Acquisition", path => amount(path, static line => line.Acquisition))
        );
    }

    private static FocusHeader Header(ProjectAnswer project, Ledger ledger, Scenario? asked)
    {
        DateOnly? start = DateOnly.TryParseExact(
            asked?.At(StartKey)?.Text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
        double days = Math.Ceiling(Seconds(project, asked) / Units.SecondsPerDay);
        return new FocusHeader(project.Run.Explanation.Name)
        {
            Currency = ledger.Currency.Code,
            Start = start,
            End = start is { } first && days < DateOnly.MaxValue.DayNumber - first.DayNumber ? first.AddDays((int)days) : null,
            IsPurchase = ledger.Basis == PriceBasis.Acquisition,
            Tags = ImmutableSortedDictionary<string, string>
                .Empty.Add("model", project.Run.Model.Id)
                .Add("system", project.Run.System.Id)
                .Add("devices", project.Run.System.Devices.ToString(CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>The run's time: of the device-hours that the scenario gives, else as predicted.</summary>
    private static double Seconds(ProjectAnswer project, Scenario? asked) =>
        asked?.At(HoursKey) is { } hours && Quantity.TryParse(hours.Text, Dimension.Seconds, out var held, out _)
            ? held.Value / project.Run.System.Devices
            : project.Run.Run.Seconds ?? double.NaN;

    private static Line Total(Ledger ledger) =>
        Line.Sum(
            "project",
            "Project",
            Dimension.Money,
            ledger
                .Lines.GroupBy(static line => (line.Cause, line.CauseName))
                .Select(cause =>
                    Line.Sum(cause.Key.Cause, cause.Key.CauseName, Dimension.Money, cause.Select(line => Charge(line, ledger)))
                )
        );

    /// <summary>The line at its amount in the ledger. A line is one row: what it is the sum of stays closed.</summary>
    private static Line Charge(LedgerLine line, Ledger ledger) =>
        line.Line with
        {
            Value = line.Amount?.Value,
            Interval = line.Interval,
            Combination = line.Line.Combination == Combination.Sum ? Combination.Other : line.Line.Combination,
            Parts = [.. line.Line.Parts.Select(part => Priced(part, ledger))],
            Sources = ProjectJson.SourcesOf(line.Line),
        };

    private static Line Priced(Line part, Ledger ledger) =>
        part.Unit[BaseUnit.Dollar] == 1 ? part with { Value = part.Value * ledger.Currency.Rate } : part;
}
