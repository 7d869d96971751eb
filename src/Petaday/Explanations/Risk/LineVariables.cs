using System.Globalization;
using Petaday.Quantities.Distributions;

namespace Petaday.Explanations.Risk;

/// <summary>Which lines of a tree are not known for certain.</summary>
public static class LineVariables
{
    /// <summary>
    /// The variable of a line that cannot be worked out from parts and has a 90 % interval: its value the median, its ends the quantiles of 5 and 95 %
    /// (<see cref="Distribution.Around"/>). Null for any other line.
    /// </summary>
    public static LineVariable? OfInterval(Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return
            line is { Value: { } value, Interval: { } interval, Combination: Combination.Leaf or Combination.Other, Origin: null }
            && interval.Low < interval.High
            ? new LineVariable(Identity(line), line.Name, Distribution.Around(line.Unit, value, interval))
            : null;
    }

    /// <summary>
    /// A scenario key where one sets the line. Else what the line says of itself: two lines of one name, value, interval and source are one figure that was read twice.
    /// </summary>
    public static string Identity(Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Input
            ?? string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Key}: {line.Name} = {line.Value:R} [{line.Interval?.Low:R}, {line.Interval?.High:R}] {string.Join(' ', line.Sources.Select(static source => source.Id))}"
            );
    }
}
