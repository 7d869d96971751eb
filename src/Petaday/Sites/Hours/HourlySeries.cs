using System.Collections.Immutable;
using Petaday.Quantities;

namespace Petaday.Sites.Hours;

/// <summary>A figure by the hour, without a gap.</summary>
/// <param name="Start">The first hour, UTC.</param>
/// <param name="Values">In SI units, one an hour.</param>
/// <param name="Unit">What they measure.</param>
/// <param name="Origin">The file, and what else to know of it.</param>
public sealed record HourlySeries(DateTime Start, ImmutableArray<double> Values, Dimension Unit, string Origin)
{
    /// <summary>Hours in it.</summary>
    public int Hours => Values.Length;

    /// <summary>The mean of all hours.</summary>
    public double Mean => Values.Average();

    /// <summary>The first hours.</summary>
    public HourlySeries First(int hours) => this with { Values = Values[..Math.Min(hours, Values.Length)] };
}
