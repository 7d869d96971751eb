using System.Collections.Immutable;
using System.Globalization;
using Petaday.Explanations;
using Petaday.Explanations.Risk;
using Petaday.Quantities;

namespace Petaday.Reports.Risk;

/// <summary>A study of risk for a person: chances, percentiles, what drives them.</summary>
public static class RiskPage
{
    private const int MostDrivers = 8;
    private const int DeepestLine = 2;

    // A cause that makes less of the variance than this is noise of the draws.
    private const double LeastDriver = 0.005;

    /// <summary>The blocks that a page of the tree's answer goes on with.</summary>
    public static ImmutableArray<Block> Blocks(RiskResult risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        var all = Causes(risk);
        var grid = Percentiles(risk.Lines.Where(static line => line.Spread is not null && Depth(line) <= DeepestLine));
        int place = all.IndexOf(all.OfType<Heading>().Skip(1).FirstOrDefault()!);
        return all.Insert(place < 0 ? all.Length : place, grid);
    }

    /// <summary>Chances and what drives the spreads, without the percentiles of lines.</summary>
    public static ImmutableArray<Block> Causes(RiskResult risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading("Risk"));
        blocks.Add(new Paragraph(Basis(risk)));
        if (!risk.Misses.IsEmpty)
        {
            blocks.Add(new FactList([.. risk.Misses.Select(Chance)]));
        }

        foreach (var target in risk.Targets)
        {
            blocks.Add(new Heading(DriversHeading(target)));
            blocks.Add(Drivers(target));
        }

        if (!risk.Notes.IsEmpty)
        {
            blocks.Add(new Notes(risk.Notes));
        }

        return blocks.ToImmutable();
    }

    internal static string DriversHeading(RiskTarget target) => $"What drives: {target.Of.Line.Name}";

    /// <summary>The percentiles of lines, one a row.</summary>
    public static Grid Percentiles(IEnumerable<RiskLine> lines) =>
        new(
            ["line", "5 %", "25 %", "median", "75 %", "95 %", "mean"],
            [false, true, true, true, true, true, true],
            [.. lines.Where(static line => line.Spread is not null).Select(static line => Row(line, line.Spread!))]
        );

    /// <summary>A value of a line, sized for a person; device time in hours, as it is sold.</summary>
    public static string Shown(Line line, double value)
    {
        ArgumentNullException.ThrowIfNull(line);
        return !double.IsFinite(value) ? "none"
            : line.Unit == Dimension.Seconds && line.Key.StartsWith("device", StringComparison.Ordinal)
                ? new Quantity(value, Dimension.Seconds).FormatIn("h")
            : line.Unit == Dimension.Joules ? Sizes.Energy(value)
            : Sizes.Of(value, line.Unit);
    }

    private static string Basis(RiskResult risk) =>
        risk.Variables.IsEmpty
            ? "Nothing was drawn: no key is given as a distribution and no figure of the answer has a cited range."
            : string.Create(CultureInfo.InvariantCulture, $"{risk.Draws:N0} draws of {risk.Variables.Length} unknowns, seed {risk.Seed}.");

    private static Fact Chance(RiskMiss miss) =>
        new(
            $"Chance of missing the {miss.Limit.Name.ToLowerInvariant()}",
            Sizes.Share(miss.Chance),
            miss.Limit.Limit.IsFixed ? Sizes.Of(miss.Limit.Limit.Central, miss.Limit.Limit.Unit) : null,
            miss.Chance > 0.5 ? Tone.Bad : Tone.Plain
        );

    private static ImmutableArray<string> Row(RiskLine line, Spread spread) =>
        [
            Group(line) + line.Line.Name + (spread.Lost > 0 ? $" (none in {Sizes.Share(spread.Lost)})" : ""),
            Shown(line.Line, spread.P5),
            Shown(line.Line, spread.P25),
            Shown(line.Line, spread.P50),
            Shown(line.Line, spread.P75),
            Shown(line.Line, spread.P95),
            Shown(line.Line, spread.Mean),
        ];

    private static string Group(RiskLine line) => new(' ', 2 * Math.Max(0, Depth(line) - 2));

    private static int Depth(RiskLine line) => line.Path.Split('.').Length;

    private static Grid Drivers(RiskTarget target) =>
        new(
            ["unknown", "at its 5 %", "at its 95 %", "alone", "in all"],
            [false, true, true, true, true],
            [
                .. target
                    .Drivers.Where(static driver => driver.Total >= LeastDriver)
                    .Take(MostDrivers)
                    .Select(driver =>
                        (ImmutableArray<string>)
                            [
                                driver.Variable.Name,
                                Shown(target.Of.Line, driver.Low),
                                Shown(target.Of.Line, driver.High),
                                Sizes.Share(Math.Clamp(driver.FirstOrder, 0, 1)),
                                Sizes.Share(driver.Total),
                            ]
                    ),
            ]
        );
}
