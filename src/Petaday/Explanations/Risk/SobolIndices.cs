namespace Petaday.Explanations.Risk;

/// <summary>
/// Shares of a variance by cause, from paired draws: f(A), f(B) and f(A with one variable from B). First order by Saltelli et al. 2010 (table 2, b), total by Jansen 1999
/// (Computer Physics Communications 117).
/// </summary>
internal static class SobolIndices
{
    /// <summary>First order and total of one variable; draws in which any of the three has no value are passed over. Zero where nothing varies.</summary>
    /// <param name="first">f(A).</param>
    /// <param name="second">f(B).</param>
    /// <param name="exchanged">f(A with the variable from B).</param>
    public static (double FirstOrder, double Total) Of(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        ReadOnlySpan<double> exchanged
    )
    {
        int known = 0;
        double sum = 0;
        for (int i = 0; i < exchanged.Length; i++)
        {
            if (Known(first[i], second[i], exchanged[i]))
            {
                sum += first[i] + second[i];
                known++;
            }
        }

        double mean = sum / (2 * known);
        (double variance, double alone, double apart) = (0, 0, 0);
        for (int i = 0; i < exchanged.Length; i++)
        {
            if (Known(first[i], second[i], exchanged[i]))
            {
                (double a, double b, double change) = (first[i] - mean, second[i] - mean, exchanged[i] - first[i]);
                variance += ((a * a) + (b * b)) / 2;
                alone += b * change;
                apart += change * change / 2;
            }
        }

        return variance > 0 ? (alone / variance, apart / variance) : (0, 0);
    }

    private static bool Known(double first, double second, double exchanged) =>
        double.IsFinite(first) && double.IsFinite(second) && double.IsFinite(exchanged);
}
