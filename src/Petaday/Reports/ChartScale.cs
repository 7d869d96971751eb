using System.Collections.Immutable;
using System.Globalization;

namespace Petaday.Reports;

/// <summary>Maps the numbers of one axis to positions along it, and chooses round ticks.</summary>
public sealed class ChartScale
{
    private const int TargetTicks = 6;
    private const int FineDecades = 2;
    private static readonly double[] Leads = [0, Math.Log10(2), Math.Log10(5)];
    private readonly bool logarithmic;
    private readonly double start;
    private readonly double end;

    private ChartScale(bool logarithmic, double low, double high)
    {
        this.logarithmic = logarithmic;
        start = low;
        end = high;
    }

    /// <summary>The lowest number on the axis.</summary>
    public double Low => logarithmic ? Math.Pow(10, start) : start;

    /// <summary>A scale that holds all of <paramref name="values"/> with round ends. Without a usable value it runs from 0 (or 1) to 1 (or 10).</summary>
    public static ChartScale Over(IEnumerable<double> values, bool logarithmic, bool fromZero = false)
    {
        ArgumentNullException.ThrowIfNull(values);
        var kept = values.Where(value => Shows(value, logarithmic)).ToList();
        if (kept.Count == 0)
        {
            return new ChartScale(logarithmic, 0, 1);
        }

        return logarithmic ? Logarithmic(kept) : Linear(kept, fromZero);
    }

    /// <summary>A linear scale between two numbers, which need not be round.</summary>
    internal static ChartScale Exactly(double low, double high) => new(false, low, high);

    /// <summary>Whether a number can stand on an axis of this kind.</summary>
    public static bool Shows(double value, bool logarithmic) => double.IsFinite(value) && (!logarithmic || value > 0);

    /// <summary>Position of a number: 0 at the low end, 1 at the high end.</summary>
    public double Position(double value) => ((logarithmic ? Math.Log10(value) : value) - start) / (end - start);

    /// <summary>Round numbers to mark, lowest first.</summary>
    public ImmutableArray<double> Ticks() => logarithmic ? LogarithmicTicks() : LinearTicks();

    /// <summary>A tick's number as a reader sees it: 1500 -> 1.5k, 0.001 -> 0.001.</summary>
    public static string Caption(double value)
    {
        double size = Math.Abs(value);
        return size switch
        {
            >= 1e15 or (> 0 and < 1e-3) => value.ToString("0.#e0", CultureInfo.InvariantCulture),
            >= 1e12 => Short(value / 1e12, "T"),
            >= 1e9 => Short(value / 1e9, "G"),
            >= 1e6 => Short(value / 1e6, "M"),
            >= 1e3 => Short(value / 1e3, "k"),
            _ => Short(value, ""),
        };
    }

    private static string Short(double value, string suffix) => value.ToString("0.####", CultureInfo.InvariantCulture) + suffix;

    private static ChartScale Logarithmic(List<double> values)
    {
        double low = Math.Floor(Math.Log10(values.Min()) + 1e-9);
        double high = Math.Ceiling(Math.Log10(values.Max()) - 1e-9);
        if (high - low > FineDecades)
        {
            return new ChartScale(true, low, high);
        }

        // Few decades: they end at 1, 2 or 5 of a power of ten, so that the points fill the picture.
        double first = low + Leads.Last(lead => low + lead <= Math.Log10(values.Min()) + 1e-9);
        double last = high - 1 + Leads.Append(1).First(lead => high - 1 + lead >= Math.Log10(values.Max()) - 1e-9);
        return new ChartScale(true, first, last > first + 1e-9 ? last : first + 1);
    }

    private static ChartScale Linear(List<double> values, bool fromZero)
    {
        double low = fromZero ? Math.Min(0, values.Min()) : values.Min();
        double high = fromZero ? Math.Max(0, values.Max()) : values.Max();
        if (high <= low)
        {
            double spread = Math.Max(Math.Abs(low), 1) / 2;
            (low, high) = (low - spread, high + spread);
        }

        double step = RoundStep((high - low) / TargetTicks);
        return new ChartScale(false, Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
    }

    /// <summary>The smallest of 1, 2, 5 times a power of ten that is at least <paramref name="raw"/>.</summary>
    private static double RoundStep(double raw)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double lead = raw / power;
        return power
            * (
                lead <= 1 ? 1
                : lead <= 2 ? 2
                : lead <= 5 ? 5
                : 10
            );
    }

    private ImmutableArray<double> LinearTicks()
    {
        double step = RoundStep((end - start) / TargetTicks);
        int first = (int)Math.Round(start / step);
        int last = (int)Math.Round(end / step);
        return [.. Enumerable.Range(first, last - first + 1).Select(index => index * step)];
    }

    private ImmutableArray<double> LogarithmicTicks()
    {
        if (end - start <= FineDecades)
        {
            int first = (int)Math.Floor(start + 1e-9);
            return
            [
                .. Enumerable
                    .Range(first, (int)Math.Ceiling(end - 1e-9) - first + 1)
                    .SelectMany(decade => new[] { 1, 2, 5 }, (decade, lead) => lead * Math.Pow(10, decade))
                    .Where(tick => Math.Log10(tick) >= start - 1e-9 && Math.Log10(tick) <= end + 1e-9),
            ];
        }

        int decades = (int)(end - start);
        int every = Math.Max(1, (decades + TargetTicks - 1) / TargetTicks);
        return [.. Enumerable.Range(0, decades + 1).Where(index => index % every == 0).Select(index => Math.Pow(10, start + index))];
    }
}
