using MathNet.Numerics.Distributions;
using Petaday.Quantities;

namespace Petaday.Validation.Intervals;

/// <summary>
/// The range of measured over predicted by how much is known of a run, from runs whose standing among other sources is known (split conformal prediction, a
/// quantile a class; Vovk 2012). A class of fewer than three sources takes the range of all; one that knows less is never narrower than one that knows more;
/// runs beyond what was seen take the range of those of which less is known, widened, in logarithms, by as much as such runs were further off.
/// </summary>
internal sealed class RatioTable
{
    private const double LowFraction = 0.05;
    private const double HighFraction = 0.95;
    private const double Inside = 0.9;
    private const int FewestSources = 3;

    // Few sources go beyond the others: they do not bear more than this.
    private const double MostStretch = 3;

    private readonly Dictionary<Standing, Interval> ranges = [];

    private RatioTable(IReadOnlyCollection<(RatioSample Sample, Standing Standing)> samples)
    {
        Overall = Range(samples.Select(static pair => pair.Sample))!.Value;
        double stretch = Stretch(samples);
        Interval? wider = null;
        foreach (Familiarity familiarity in (Familiarity[])[Familiarity.Both, Familiarity.One, Familiarity.Neither])
        {
            RatioSample[] own =
            [
                .. samples.Where(pair => pair.Standing == new Standing(familiarity, false)).Select(static pair => pair.Sample),
            ];
            Interval range = Sources(own) >= FewestSources ? Range(own)!.Value : Overall;
            wider = wider is { } before ? new Interval(Math.Min(before.Low, range.Low), Math.Max(before.High, range.High)) : range;
            ranges[new Standing(familiarity, false)] = wider.Value;
        }

        // Beyond what was seen, a run counts as one of which less is known.
        ranges[new Standing(Familiarity.Both, true)] = Stretched(ranges[new Standing(Familiarity.One, false)], stretch);
        ranges[new Standing(Familiarity.One, true)] = Stretched(ranges[new Standing(Familiarity.Neither, false)], stretch);
        ranges[new Standing(Familiarity.Neither, true)] = Stretched(ranges[new Standing(Familiarity.Neither, false)], stretch);
    }

    /// <summary>Of every run, whatever is known of it.</summary>
    public Interval Overall { get; }

    /// <summary>Learns the ranges; null with fewer than three sources.</summary>
    public static RatioTable? Of(IReadOnlyCollection<(RatioSample Sample, Standing Standing)> samples) =>
        Sources(samples.Select(static pair => pair.Sample)) < FewestSources ? null : new RatioTable(samples);

    /// <summary>The range for a run.</summary>
    public Interval For(Standing standing) => ranges[standing];

    private static double Stretch(IReadOnlyCollection<(RatioSample Sample, Standing Standing)> samples)
    {
        RatioSample[] beyond = [.. samples.Where(static pair => pair.Standing.IsBeyond).Select(static pair => pair.Sample)];
        RatioSample[] within = [.. samples.Where(static pair => !pair.Standing.IsBeyond).Select(static pair => pair.Sample)];
        return Sources(beyond) >= FewestSources && Reach(within) is > 0 and var near && Reach(beyond) is { } far
            ? Math.Clamp(far / near, 1, MostStretch)
            : 1;
    }

    private static double? Reach(IEnumerable<RatioSample> samples) =>
        WeightedValues.Of(samples.Select(static sample => (Math.Abs(Math.Log(sample.Ratio)), sample.Weight))).Quantile(Inside);

    private static Interval Stretched(Interval range, double stretch) =>
        new(Math.Min(range.Low, Math.Pow(range.Low, stretch)), Math.Max(range.High, Math.Pow(range.High, stretch)));

    private static int Sources(IEnumerable<RatioSample> samples) =>
        samples.Select(static sample => sample.Source).Distinct(StringComparer.Ordinal).Count();

    private static Interval? Range(IEnumerable<RatioSample> samples)
    {
        RatioSample[] all = [.. samples];
        WeightedValues values = WeightedValues.Of(all.Select(static sample => (sample.Ratio, sample.Weight)));
        if (values.Quantile(LowFraction) is not { } low || values.Quantile(HighFraction) is not { } high)
        {
            return null;
        }

        double middle = values.Quantile(0.5)!.Value;
        double reach = Reach(Sources(all));
        return new Interval(middle * Math.Pow(low / middle, reach), middle * Math.Pow(high / middle, reach));
    }

    /// <summary>
    /// How much further than the quantiles of so few sources a new source is to be expected: Student's t over the normal distribution's quantile, with as many degrees of freedom as
    /// other sources (Student 1908). 2 or fewer sources take what 2 do.
    /// </summary>
    private static double Reach(int sources) =>
        StudentT.InvCDF(0, 1, Math.Max(1, sources - 1), HighFraction) / Normal.InvCDF(0, 1, HighFraction);
}
