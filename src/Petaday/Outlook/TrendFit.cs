using MathNet.Numerics.Distributions;
using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>
/// A growth that is constant on a logarithmic axis, fitted to dated figures: log10 y = a + b t. By ordinary least squares, with the prediction interval of one more figure,
/// ± t(n − 2) s √(1 + 1/n + (t − t̄)² / Σ(tᵢ − t̄)²) (Draper and Smith, Applied Regression Analysis, section 1.4); or robustly: the median of all pairs' slopes (Theil 1950, Sen
/// 1968), the median of what is left as the level and 1.4826 times the median absolute residual as s, which one figure far off does not move.
/// </summary>
public sealed record TrendFit
{
    // The normal distribution's standard deviation over its median absolute deviation.
    private const double Consistent = 1.4826;
    private const double Tail = 0.95;
    private readonly double squares;

    private TrendFit(string method, double slope, double level, double deviation, double middle, double squares, int count)
    {
        (Method, Slope, Level, Deviation, Middle, Count) = (method, slope, level, deviation, middle, count);
        this.squares = squares;
    }

    /// <summary>The fewest figures that are fitted.</summary>
    public const int Fewest = 4;

    /// <summary>"least squares" or "Theil-Sen".</summary>
    public string Method { get; }

    /// <summary>b: powers of ten a year.</summary>
    public double Slope { get; }

    /// <summary>log10 of the fit at <see cref="Middle"/>.</summary>
    public double Level { get; }

    /// <summary>s: standard deviation of a figure about the fit, powers of ten.</summary>
    public double Deviation { get; }

    /// <summary>Mean year of the figures.</summary>
    public double Middle { get; }

    /// <summary>Figures fitted.</summary>
    public int Count { get; }

    /// <summary>Growth a year: 2 doubles.</summary>
    public double Growth => Math.Pow(10, Slope);

    /// <summary>90 % interval of <see cref="Growth"/>.</summary>
    public Interval GrowthInterval
    {
        get
        {
            double half = Student() * Deviation / Math.Sqrt(squares);
            return new Interval(Math.Pow(10, Slope - half), Math.Pow(10, Slope + half));
        }
    }

    /// <summary>Fits by least squares; null for fewer than four figures, or for figures of one date.</summary>
    public static TrendFit? LeastSquares(IReadOnlyList<DatedFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        double middle = figures.Count == 0 ? 0 : figures.Average(figure => figure.Year);
        double spread = figures.Sum(figure => Square(figure.Year - middle));
        if (figures.Count < Fewest || spread <= 0)
        {
            return null;
        }

        double level = figures.Average(figure => Math.Log10(figure.Value));
        double slope = figures.Sum(figure => (figure.Year - middle) * Math.Log10(figure.Value)) / spread;
        double left = figures.Sum(figure => Square(Math.Log10(figure.Value) - level - (slope * (figure.Year - middle))));
        return new TrendFit("least squares", slope, level, Math.Sqrt(left / (figures.Count - 2)), middle, spread, figures.Count);
    }

    /// <summary>Fits by medians; null for fewer than four figures, or for figures of one date.</summary>
    public static TrendFit? Robust(IReadOnlyList<DatedFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        double middle = figures.Count == 0 ? 0 : figures.Average(figure => figure.Year);
        double spread = figures.Sum(figure => Square(figure.Year - middle));
        if (figures.Count < Fewest || spread <= 0)
        {
            return null;
        }

        double slope = Median(
            figures.SelectMany(
                (one, index) =>
                    figures
                        .Skip(index + 1)
                        .Where(other => other.Year != one.Year)
                        .Select(other => (Math.Log10(other.Value) - Math.Log10(one.Value)) / (other.Year - one.Year))
            )
        );
        double level = Median(figures.Select(figure => Math.Log10(figure.Value) - (slope * (figure.Year - middle))));
        double deviation =
            Consistent * Median(figures.Select(figure => Math.Abs(Math.Log10(figure.Value) - level - (slope * (figure.Year - middle)))));
        return new TrendFit("Theil-Sen", slope, level, deviation, middle, spread, figures.Count);
    }

    /// <summary>The fit at a decimal year.</summary>
    public double At(double year) => Math.Pow(10, Logarithm(year));

    /// <summary>Where nine in ten of further figures of that year are expected, where growth goes on so.</summary>
    public Interval Prediction(double year)
    {
        double half = Half(year);
        return new Interval(Math.Pow(10, Logarithm(year) - half), Math.Pow(10, Logarithm(year) + half));
    }

    /// <summary>
    /// When the fit passes a value: the year of the middle, and of the upper and lower ends of the prediction interval. An end is null where that end does not pass it
    /// within a century; all are for a fit that does not rise.
    /// </summary>
    public Crossing Passes(double value)
    {
        if (!(Slope > 0))
        {
            return new Crossing(value, null, null, null);
        }

        double middle = Middle + ((Math.Log10(value) - Level) / Slope);
        return new Crossing(value, middle, Search(value, +1), Search(value, -1));
    }

    /// <summary>The end of the interval is not a straight line: its crossing is found by halving.</summary>
    private double? Search(double value, int side)
    {
        double wanted = Math.Log10(value);
        double End(double year) => Logarithm(year) + (side * Half(year)) - wanted;
        var (low, high) = (Middle - 100, Middle + 100);
        // The lower end rises only where the fit rises faster than the interval widens.
        low = side > 0 ? low : Middle;
        if (End(high) < 0 || End(low) > 0)
        {
            return null;
        }

        for (int step = 0; step < 100; step++)
        {
            double half = (low + high) / 2;
            (low, high) = End(half) < 0 ? (half, high) : (low, half);
        }

        return high;
    }

    private double Logarithm(double year) => Level + (Slope * (year - Middle));

    private double Half(double year) => Student() * Deviation * Math.Sqrt(1 + (1.0 / Count) + (Square(year - Middle) / squares));

    private double Student() => StudentT.InvCDF(0, 1, Count - 2, Tail);

    private static double Square(double value) => value * value;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
