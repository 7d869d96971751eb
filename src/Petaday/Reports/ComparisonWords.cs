using System.Globalization;
using Petaday.Scenarios.Comparisons;

namespace Petaday.Reports;

/// <summary>How a comparison is said: figures in the units that their trade quotes, differences with their sign, marks in words.</summary>
public static class ComparisonWords
{
    /// <summary>A value of a figure, in its usual unit.</summary>
    /// <param name="figure">What it is.</param>
    /// <param name="value">In the unit of the JSON result; null where not known.</param>
    public static string Value(ComparedFigure figure, double? value)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return value is not { } known ? Sizes.Number(null)
            : figure.Key.IsShare ? Sizes.Share(known)
            : figure.Key.Path switch
            {
                "memory.bytesPerDevice" => Sizes.Memory(known),
                "energy.megawattHours" => Sizes.Energy(known * figure.Key.Scale),
                "run.predictedLoss" => known.ToString("0.000", CultureInfo.InvariantCulture),
                _ => Sizes.Of(known * figure.Key.Scale, figure.Key.Dimension),
            };
    }

    /// <summary>The 90 % interval of a cell, low to high; null where none is known.</summary>
    public static string? Range(ComparedFigure figure, FigureCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Range is { } range ? $"{Value(figure, range.Low)} – {Value(figure, range.High)}" : null;
    }

    /// <summary>How many times the first column's value a cell is; null where it is not known.</summary>
    public static string? Ratio(FigureCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Ratio is { } ratio && double.IsFinite(ratio)
            ? "× "
                + ratio.ToString(
                    Math.Abs(ratio) is >= 100 or 0 ? "N0"
                        : Math.Abs(ratio) >= 0.1 ? "0.00"
                        : "0.####",
                    CultureInfo.InvariantCulture
                )
            : null;
    }

    /// <summary>What a cell is more (or less) than the first column's, with its sign and unit; null where it is not known.</summary>
    public static string? Difference(ComparedFigure figure, FigureCell cell)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Difference is not { } difference)
        {
            return null;
        }

        string sign = difference < 0 ? "−" : "+";
        return figure.Key.IsShare
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{100 * Math.Abs(difference):0.0} points")
            : sign + Value(figure, Math.Abs(difference));
    }

    /// <summary>What the intervals say about a difference; null where there is nothing to say.</summary>
    public static string? Standing(FigureCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Standing switch
        {
            Scenarios.Comparisons.Standing.Same => "the same",
            Scenarios.Comparisons.Standing.Overlapping => "intervals overlap",
            Scenarios.Comparisons.Standing.Shared => "intervals overlap, but the ratio stands",
            Scenarios.Comparisons.Standing.Unknown when cell.Difference is not null => "no interval is known",
            _ => null,
        };
    }

    /// <summary>How good a cell is among its row; null where it is not the best.</summary>
    public static string? Mark(FigureCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return !cell.IsBest ? null
            : cell.IsClear ? "best"
            : "best as predicted";
    }

    /// <summary>The word of a standing in the JSON result.</summary>
    internal static string Key(Standing standing) =>
        standing switch
        {
            Scenarios.Comparisons.Standing.Reference => "reference",
            Scenarios.Comparisons.Standing.Same => "same",
            Scenarios.Comparisons.Standing.Apart => "apart",
            Scenarios.Comparisons.Standing.Overlapping => "overlap",
            Scenarios.Comparisons.Standing.Shared => "shared",
            _ => "unknown",
        };

    /// <summary>What a column runs on.</summary>
    public static string Machines(Scenarios.Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return $"{Sizes.Count(answer.System.Devices)} x {answer.System.Id}";
    }

    /// <summary>How a column spreads a step: the degrees above one, the micro-batch and what is recomputed.</summary>
    public static string Strategy(Scenarios.Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var layout = answer.Strategy.Layout;
        var degrees = new (string Name, int Degree)[]
        {
            ("tensor", layout.Tensor),
            ("context", layout.Context),
            ("pipeline", layout.Pipeline),
            ("data", layout.Data),
            ("expert", layout.Expert),
        };
        return string.Join(
            ", ",
            [
                .. degrees.Where(static one => one.Degree > 1).Select(static one => $"{one.Name} {Sizes.Count(one.Degree)}"),
                string.Create(CultureInfo.InvariantCulture, $"ZeRO {layout.ZeroStage}"),
                $"micro-batch {Sizes.Count(layout.MicroBatch)}",
                $"recompute {Scenarios.Words.Of(layout.Recompute)}",
            ]
        );
    }
}
