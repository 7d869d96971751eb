namespace Petaday.Explanations.Risk;

/// <summary>Where the draws of a line lie, in its unit. Percentiles are between draws in straight lines.</summary>
/// <param name="P5">One in twenty lies below.</param>
/// <param name="P10">One in ten lies below.</param>
/// <param name="P25">One in four lies below.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">One in four lies above.</param>
/// <param name="P90">One in ten lies above.</param>
/// <param name="P95">One in twenty lies above.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Lost">Share of draws in which the line has no value, such as the days of a run that never ends; the rest is of the others.</param>
public sealed record Spread(double P5, double P10, double P25, double P50, double P75, double P90, double P95, double Mean, double Lost)
{
    /// <summary>The spread of draws; null where none has a value. Sorts them.</summary>
    /// <param name="draws">The values, in any order; those that are no finite number are lost.</param>
    /// <param name="centre">A value near them: keeps the mean of equal values exact.</param>
    internal static Spread? Of(Span<double> draws, double centre)
    {
        int known = Finite(draws);
        if (known == 0)
        {
            return null;
        }

        double lost = 1 - ((double)known / draws.Length);
        draws = draws[..known];
        draws.Sort();
        double excess = 0;
        foreach (double draw in draws)
        {
            excess += draw - centre;
        }

        return new Spread(
            At(draws, 0.05),
            At(draws, 0.1),
            At(draws, 0.25),
            At(draws, 0.5),
            At(draws, 0.75),
            At(draws, 0.9),
            At(draws, 0.95),
            centre + (excess / known),
            lost
        );
    }

    private static int Finite(Span<double> draws)
    {
        int known = 0;
        for (int i = 0; i < draws.Length; i++)
        {
            if (double.IsFinite(draws[i]))
            {
                draws[known++] = draws[i];
            }
        }

        return known;
    }

    private static double At(ReadOnlySpan<double> sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
