using System.Collections.Immutable;

namespace Petaday.Sites.Hours;

/// <summary>The hours in which work goes on.</summary>
/// <param name="Running">True for each hour at work, from the start to the last of them.</param>
/// <param name="Cost">Of working and holding, in the problem's unit.</param>
/// <param name="Restarts">Pauses that end.</param>
public sealed record PausePlan(ImmutableArray<bool> Running, double Cost, int Restarts)
{
    /// <summary>Hours from the start to the end.</summary>
    public int Elapsed => Running.Length;

    /// <summary>Hours at work.</summary>
    public int Worked => Running.Count(static at => at);

    /// <summary>The mean of a figure over the hours at work.</summary>
    public double MeanOf(HourlySeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        double sum = 0;
        for (int hour = 0; hour < Running.Length; hour++)
        {
            sum += Running[hour] ? series.Values[hour] : 0;
        }

        return sum / Worked;
    }
}
