using Bell = MathNet.Numerics.Distributions.Normal;

namespace Petaday.Quantities.Distributions;

/// <summary>
/// How likely a number is to have which value, in SI units of <see cref="Unit"/>. Values are drawn by <see cref="Quantile"/> of a uniform number,
/// so that stratified and paired draws need nothing else. <see cref="TryParse"/> reads how people write it.
/// </summary>
public sealed record Distribution
{
    /// <summary>Standard deviations from the median of a normal distribution to the end of the interval that holds 90 % of it: Φ⁻¹(0.95).</summary>
    public const double DeviationsOfInterval = 1.6448536269514722;

    private const int MeanSteps = 2000;
    private const double MeanReach = 8.5;

    // Ends of a bounded shape with its mode between them; median and the spread below and above it of the others.
    private readonly double low;
    private readonly double middle;
    private readonly double high;
    private readonly double least;
    private readonly double most = 1;

    private Distribution(DistributionShape shape, Dimension unit, double low, double middle, double high) =>
        (Shape, Unit, this.low, this.middle, this.high) = (shape, unit, low, middle, high);

    private Distribution(Distribution whole, double least, double most)
        : this(whole.Shape, whole.Unit, whole.low, whole.middle, whole.high) => (this.least, this.most) = (least, most);

    /// <summary>Its form.</summary>
    public DistributionShape Shape { get; }

    /// <summary>What it measures.</summary>
    public Dimension Unit { get; }

    /// <summary>What stands for it where one number is wanted: the mode of a triangle, the median of anything else as it was before <see cref="Within"/> cut it.</summary>
    public double Central => middle;

    /// <summary>From the quantile of 5 % to that of 95 %.</summary>
    public Interval Interval => new(Quantile(0.05), Quantile(0.95));

    /// <summary>Whether it has one value only.</summary>
    public bool IsFixed => IsBounded ? low == high : low == 0 && high == 0;

    private bool IsBounded => Shape is DistributionShape.Uniform or DistributionShape.Triangular;

    private bool IsCut => least > 0 || most < 1;

    /// <summary>Normal; the deviation must be finite and not below zero (<see cref="ArgumentOutOfRangeException"/>).</summary>
    public static Distribution Normal(Dimension unit, double mean, double deviation) =>
        new(DistributionShape.Normal, unit, Spread(deviation), Finite(mean), deviation);

    /// <summary>Lognormal: nine in ten values lie between median / factor and median × factor. Median above zero, factor 1 or more.</summary>
    public static Distribution LogNormal(Dimension unit, double median, double factor)
    {
        double spread = Spread(Math.Log(factor) / DeviationsOfInterval);
        return new(DistributionShape.LogNormal, unit, spread, Positive(median), spread);
    }

    /// <summary>Uniform between two ends.</summary>
    public static Distribution Uniform(Dimension unit, double low, double high) =>
        low <= high
            ? new(DistributionShape.Uniform, unit, Finite(low), low + ((high - low) / 2), Finite(high))
            : throw new ArgumentOutOfRangeException(nameof(high), high, "The high end lies below the low end.");

    /// <summary>Triangular between two ends, with its mode between them.</summary>
    public static Distribution Triangular(Dimension unit, double low, double mode, double high) =>
        low <= mode && mode <= high
            ? new(DistributionShape.Triangular, unit, Finite(low), mode, Finite(high))
            : throw new ArgumentOutOfRangeException(nameof(mode), mode, "The mode lies outside the ends.");

    /// <summary>
    /// The distribution of a number that is known as a value with a 90 % interval. Its median is the value, its quantiles of 5 and 95 % are the ends, each side with its own
    /// spread: lognormal where all are above zero, of the logit where all are shares below one, else normal. A value that is not inside, as a bound is not, cannot be the median: the
    /// middle of the interval (of its logarithm or logit, where that is distributed) then is.
    /// </summary>
    public static Distribution Around(Dimension unit, double value, Interval interval)
    {
        (double low, double high) = (Finite(interval.Low), Finite(interval.High));
        if (low == high)
        {
            return Normal(unit, low, 0);
        }

        bool inside = low < value && value < high;
        if (low <= 0)
        {
            double center = inside ? value : low + ((high - low) / 2);
            return Sided(DistributionShape.Normal, unit, center, center - low, high - center);
        }

        if (unit == Dimension.None && high < 1)
        {
            double share = inside ? value : 1 / (1 + Math.Exp(-(Logit(low) + Logit(high)) / 2));
            return Sided(DistributionShape.Share, unit, share, Logit(share) - Logit(low), Logit(high) - Logit(share));
        }

        double median = inside ? value : Math.Sqrt(low * high);
        return Sided(DistributionShape.LogNormal, unit, median, Math.Log(median / low), Math.Log(high / median));
    }

    /// <summary>Whether a text is written as a distribution rather than as one quantity.</summary>
    public static bool LooksLike(string text) => DistributionParser.LooksLike(text);

    /// <summary>
    /// Reads "30% +- 10%", "2.5 USD/h +- 20%", "1 .. 3 USD/h", "normal(2.5, 0.3) USD/h", "lognormal(10 d, 2x)", "uniform(1, 3) USD/h", "triangular(1, 2, 4) USD/h".
    /// </summary>
    /// <param name="text">What a person wrote.</param>
    /// <param name="unit">What it must measure.</param>
    /// <param name="distribution">What was read; null when this returns false.</param>
    /// <param name="problem">What is wrong and what was expected; null when this returns true.</param>
    public static bool TryParse(string text, Dimension unit, out Distribution? distribution, out string? problem) =>
        DistributionParser.TryParse(text, unit, out distribution, out problem);

    /// <summary>The triangle of a list of three quantities: low end, mode, high end.</summary>
    public static bool TryTriangle(IReadOnlyList<string> texts, Dimension unit, out Distribution? distribution, out string? problem) =>
        DistributionParser.TryTriangle(texts, unit, out distribution, out problem);

    /// <summary>The value that a share of <paramref name="probability"/> (0 to 1) lies below.</summary>
    public double Quantile(double probability) => At(probability, IsBounded || IsCut ? 0 : Deviations(probability));

    /// <summary>The same where the normal quantile of the probability is at hand: what draws many numbers works it out once.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="deviations">Φ⁻¹ of it.</param>
    public double At(double probability, double deviations)
    {
        double p = least + ((most - least) * probability);
        double z = IsCut && !IsBounded ? Deviations(p) : deviations;
        double spread = z * (z < 0 ? low : high);
        return Shape switch
        {
            DistributionShape.Uniform => low + ((high - low) * p),
            DistributionShape.Triangular => OfTriangle(p),
            // Without spread the median itself, to the bit.
            _ when spread == 0 => middle,
            DistributionShape.Normal => middle + spread,
            DistributionShape.LogNormal => middle * Math.Exp(spread),
            _ => 1 / (1 + ((1 - middle) / middle * Math.Exp(-spread))),
        };
    }

    /// <summary>The mean.</summary>
    public double Mean() =>
        Shape switch
        {
            DistributionShape.Uniform when !IsCut => low + ((high - low) / 2),
            DistributionShape.Triangular when !IsCut => middle + ((low - middle + (high - middle)) / 3),
            _ => Central + Excess(),
        };

    /// <summary>
    /// The same distribution without what lies outside the limits: the rest takes the place of what is cut off. Null where more than what a 90 % interval leaves out on
    /// a side, or for a shape with ends any of it, lies outside: it is then not what was meant.
    /// </summary>
    public Distribution? Within(double minimum, double maximum)
    {
        var inner = IsBounded ? new Interval(low, high) : Interval;
        if (inner.Low < minimum || inner.High > maximum)
        {
            return null;
        }

        return IsBounded || IsFixed ? this : new Distribution(this, Share(minimum), 1 - Beyond(maximum));
    }

    /// <summary>Φ⁻¹: the standard normal quantile; zero of a half exactly.</summary>
    public static double Deviations(double probability) => probability == 0.5 ? 0 : Bell.InvCDF(0, 1, probability);

    private static Distribution Sided(DistributionShape shape, Dimension unit, double median, double below, double above) =>
        new(shape, unit, Spread(below / DeviationsOfInterval), Finite(median), Spread(above / DeviationsOfInterval));

    private double OfTriangle(double p)
    {
        double width = high - low;
        if (width == 0)
        {
            return middle;
        }

        double turn = (middle - low) / width;
        return p < turn ? low + Math.Sqrt(p * width * (middle - low)) : high - Math.Sqrt((1 - p) * width * (high - middle));
    }

    // The mean less the median: the quantile integrated over the normal density by the trapezoid rule, which is exact to rounding for functions that fade so fast.
    private double Excess()
    {
        double step = 2 * MeanReach / MeanSteps;
        (double total, double weights) = (0, 0);
        for (int i = 0; i <= MeanSteps; i++)
        {
            double z = -MeanReach + (i * step);
            double weight = Math.Exp(-z * z / 2);
            total += weight * (At(Bell.CDF(0, 1, z), z) - Central);
            weights += weight;
        }

        return total / weights;
    }

    private double Share(double value) => double.IsNegativeInfinity(value) ? 0 : Bell.CDF(0, 1, Away(value));

    private double Beyond(double value) => double.IsPositiveInfinity(value) ? 0 : Bell.CDF(0, 1, -Away(value));

    /// <summary>How many spreads a value lies from the median.</summary>
    private double Away(double value)
    {
        double distance = Shape switch
        {
            DistributionShape.Normal => value - middle,
            DistributionShape.LogNormal => value <= 0 ? double.NegativeInfinity : Math.Log(value / middle),
            _ => value <= 0 ? double.NegativeInfinity
            : value >= 1 ? double.PositiveInfinity
            : Logit(value) - Logit(middle),
        };
        double spread = distance < 0 ? low : high;
        return distance == 0 ? 0 : distance / spread;
    }

    private static double Logit(double share) => Math.Log(share / (1 - share));

    private static double Finite(double value) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a finite number.");

    private static double Spread(double value) =>
        double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a finite spread, zero or above.");

    private static double Positive(double value) =>
        double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a finite number above zero.");
}
