using System.Globalization;

namespace Petaday.Quantities.Distributions;

/// <summary>Reads the forms of a distribution that have a name; each gives what is wrong, or null with the distribution.</summary>
internal static class DistributionForms
{
    /// <summary>Median and factor.</summary>
    public static string? LogNormal(string text, string[] operands, string shared, Dimension unit, out Distribution? read)
    {
        read = null;
        double factor = 0;
        if (Operands.TryRead([operands[0]], shared, unit, out double[] values, out string? problem))
        {
            problem = Quantity.TryParse(operands[1], Dimension.None, out Quantity times, out string? wrong)
                ? null
                : $"the factor of '{NumberText.Clip(text)}': {wrong}";
            factor = times.Value;
        }

        if (problem is not null)
        {
            return problem;
        }

        if (values[0] <= 0)
        {
            return $"'{NumberText.Clip(text)}' has a median that is not above zero: the logarithm of such a number is not defined";
        }

        if (factor < 1)
        {
            return string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{NumberText.Clip(text)}' has a factor below 1; expected how many times larger or smaller nine in ten values are at most, such as 2x"
                )
                + (
                    factor > 0
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $"; a sigma of {factor:0.###} is {Math.Exp(factor * Distribution.DeviationsOfInterval):0.###}x"
                        )
                        : ""
                );
        }

        read = Distribution.LogNormal(unit, values[0], factor);
        return null;
    }

    /// <summary>Two ends.</summary>
    public static string? Uniform(string text, string[] operands, string shared, Dimension unit, out Distribution? read)
    {
        read = null;
        if (!Operands.TryRead(operands, shared, unit, out double[] ends, out string? problem))
        {
            return problem;
        }

        if (ends[0] > ends[1])
        {
            return Backwards(text);
        }

        read = Distribution.Uniform(unit, ends[0], ends[1]);
        return null;
    }

    /// <summary>Low end, mode, high end.</summary>
    public static string? Triangle(string text, string[] operands, string shared, Dimension unit, out Distribution? read)
    {
        read = null;
        if (!Operands.TryRead(operands, shared, unit, out double[] corners, out string? problem))
        {
            return problem;
        }

        if (corners[0] > corners[2])
        {
            return Backwards(text);
        }

        if (corners[1] < corners[0] || corners[1] > corners[2])
        {
            return $"the mode of '{NumberText.Clip(text)}' does not lie between its ends; expected low, mode, high in this order";
        }

        read = Distribution.Triangular(unit, corners[0], corners[1], corners[2]);
        return null;
    }

    /// <summary>That the ends are the wrong way round.</summary>
    public static string Backwards(string text) => $"'{NumberText.Clip(text)}' has its low end above its high end";
}
