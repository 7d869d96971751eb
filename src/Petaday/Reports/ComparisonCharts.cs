using System.Collections.Immutable;
using Petaday.Scenarios.Comparisons;

namespace Petaday.Reports;

/// <summary>What columns of a comparison are made of, as stacked bars on one scale.</summary>
public static class ComparisonCharts
{
    // As many as can be told apart by colour, with what is left over.
    private const int MostParts = 6;
    private const string Rest = "other parts";

    /// <summary>A step's time by part.</summary>
    public static Chart Step(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Stacked(
            "Time of a step by part",
            new ChartAxis("time of a step", "s"),
            comparison,
            one => [.. one.Answer.Step.Breakdown.Select(part => (Sizes.Label(part.Key), part.Amount, Sizes.Time(part.Amount)))]
        );
    }

    /// <summary>Memory of the fullest device by part.</summary>
    public static Chart Memory(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Stacked(
            "Memory of the fullest device by part",
            new ChartAxis("memory", "GiB"),
            comparison,
            one =>
                [
                    .. one.Answer.Memory.Breakdown.Select(part =>
                        (Sizes.Label(part.Key), part.Amount / (1L << 30), Sizes.Memory(part.Amount))
                    ),
                ]
        );
    }

    /// <summary>Cost by part; null where no column's is known.</summary>
    public static Chart? Cost(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var chart = Stacked(
            "Cost by part",
            new ChartAxis("cost", comparison.Cases.FirstOrDefault()?.Answer.Cost.Currency ?? ""),
            comparison,
            one =>
                [
                    .. one
                        .Answer.Cost.Lines.Where(line => line.Amount is not null)
                        .Select(line => (line.Name, line.Amount.GetValueOrDefault(), Sizes.Of(line.Amount, Quantities.Dimension.Money))),
                ]
        );
        return chart.Series.IsEmpty ? null : chart;
    }

    private static Chart Stacked(
        string title,
        ChartAxis vertical,
        Comparison comparison,
        Func<ComparedCase, ImmutableArray<(string Name, double Amount, string Text)>> parts
    )
    {
        ImmutableArray<ImmutableArray<(string Name, double Amount, string Text)>> columns =
        [
            .. comparison.Cases.Select(one => parts(one).Where(part => part.Amount > 0).ToImmutableArray()),
        ];
        var names = columns.SelectMany(column => column.Select(part => part.Name)).Distinct(StringComparer.Ordinal).ToList();
        double Largest(string name) => columns.Max(column => column.Where(part => part.Name == name).Sum(part => part.Amount));
        var shown = (names.Count <= MostParts + 1 ? names : names.OrderByDescending(Largest).Take(MostParts)).ToHashSet(
            StringComparer.Ordinal
        );
        var series = names
            .Where(shown.Contains)
            .Select(name => new ChartSeries(name, ChartMark.Stack, Points(name, part => part == name)))
            .ToList();
        if (shown.Count < names.Count)
        {
            series.Add(new ChartSeries(Rest, ChartMark.Stack, Points(Rest, part => !shown.Contains(part))));
        }

        return new Chart(title, new ChartAxis("") { Categories = [.. comparison.Cases.Select(one => one.Name)] }, vertical, [.. series]);

        ImmutableArray<ChartPoint> Points(string name, Func<string, bool> isOf) =>
            [
                .. columns.Select(
                    (column, index) =>
                    {
                        var found = column.Where(part => isOf(part.Name)).ToList();
                        double amount = found.Sum(part => part.Amount);
                        string text = found.Count == 1 ? found[0].Text : $"{amount:0.###} {vertical.Unit}";
                        return new ChartPoint(index, amount, $"{comparison.Cases[index].Name}: {name}: {text}");
                    }
                ),
            ];
    }
}
