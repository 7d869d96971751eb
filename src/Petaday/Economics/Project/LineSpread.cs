using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>
/// The 90 % interval of a line from those of what it is made of: each is put to its low and its high end alone, and the distances of the logarithms add as squares, for the causes
/// are independent factors. Exact for a product of lognormal factors, and where one cause carries all; where a line may be zero or less, the distances themselves are added so.
/// </summary>
public sealed class LineSpread
{
    private readonly Dictionary<Line, double?> values = new(ReferenceEqualityComparer.Instance);
    private readonly Line root;
    private object? moved;
    private double movedTo;

    private LineSpread(Line root) => this.root = root;

    /// <summary>The interval; null where nothing below has one, or the line is not known.</summary>
    public static Interval? Of(Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new LineSpread(line).Range();
    }

    private Interval? Range()
    {
        if (root.Value is not { } value)
        {
            return null;
        }

        Dictionary<object, Interval> causes = [];
        Collect(root, causes, new HashSet<Line>(ReferenceEqualityComparer.Instance));
        List<(double Low, double High)> ends = [.. causes.Select(cause => Ends(cause.Key, cause.Value, value))];
        if (ends.Count == 0)
        {
            return null;
        }

        bool positive = value > 0 && ends.All(end => end.Low > 0);
        double far(Func<(double Low, double High), double> distance) => Math.Sqrt(ends.Sum(end => Math.Pow(distance(end), 2)));
        return positive
            ? new Interval(
                value * Math.Exp(-far(end => Math.Log(value / end.Low))),
                value * Math.Exp(far(end => Math.Log(end.High / value)))
            )
            : new Interval(value - far(end => value - end.Low), value + far(end => end.High - value));
    }

    /// <summary>Where the line goes when one cause alone goes to its ends.</summary>
    private (double Low, double High) Ends(object cause, Interval interval, double value)
    {
        double low = At(cause, interval.Low);
        double high = At(cause, interval.High);
        return (Math.Min(value, Math.Min(low, high)), Math.Max(value, Math.Max(low, high)));
    }

    private static Line Whole(Line line) => line.Origin ?? line;

    /// <summary>A figure that a key sets is one, wherever it stands; another is itself.</summary>
    private static object Name(Line line) => line.Input ?? (object)line;

    private static void Collect(Line line, Dictionary<object, Interval> causes, HashSet<Line> seen)
    {
        line = Whole(line);
        if (!seen.Add(line))
        {
            return;
        }

        if (line.Interval is { } interval)
        {
            causes[Name(line)] = interval;
            return;
        }

        foreach (var part in line.Parts)
        {
            Collect(part, causes, seen);
        }
    }

    private double At(object cause, double end)
    {
        (moved, movedTo) = (cause, end);
        values.Clear();
        return Value(root) ?? root.Value!.Value;
    }

    private double? Value(Line line)
    {
        line = Whole(line);
        if (values.TryGetValue(line, out double? known))
        {
            return known;
        }

        double? value = line switch
        {
            { Interval: not null } => Equals(Name(line), moved) ? movedTo : line.Value,
            { Combination: Combination.Sum } => line.Parts.Aggregate((double?)0, (total, part) => total + Value(part)),
            { Combination: Combination.Product } => line.Parts.Aggregate((double?)1, (product, part) => product * Value(part)),
            { Combination: Combination.Computed } => Computed(line),
            _ => line.Value,
        };
        values[line] = value;
        return value;
    }

    private double? Computed(Line line)
    {
        double?[] parts = [.. line.Parts.Select(Value)];
        return parts.All(part => part is not null) ? line.Compute!([.. parts.Select(part => part!.Value)]) : null;
    }
}
