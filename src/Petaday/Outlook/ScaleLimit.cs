using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>A bound on the compute of one run: a row of catalog/trends/limits.csv.</summary>
/// <param name="Id">By which it is named.</param>
/// <param name="What">In words.</param>
/// <param name="Binds">power, chips, data or latency.</param>
/// <param name="Flops">FLOPs at which it binds; null where only a range is given.</param>
/// <param name="Range">The range of that.</param>
/// <param name="Year">The year that it is of; null where of none.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="Grade">How far it can be relied upon, as written.</param>
/// <param name="Notes">What else the row says.</param>
public sealed record ScaleLimit(
    string Id,
    string What,
    string Binds,
    double? Flops,
    Interval? Range,
    int? Year,
    string Source,
    string Grade,
    string? Notes
)
{
    /// <summary>The middle: as given, else of the range on logarithms.</summary>
    public double Middle => Flops ?? (Range is { } range ? Math.Sqrt(range.Low * range.High) : double.NaN);

    /// <summary>Where it begins to bind.</summary>
    public double Least => Range?.Low ?? Middle;
}
