using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Environment;

/// <summary>A grid's carbon from what its electricity is made of: the sum over origins of share × emission factor.</summary>
public static class GridMix
{
    /// <summary>Average carbon of the grid's electricity, kgCO2e/J.</summary>
    /// <param name="origins">A share (0 to 1) and an emission factor (kgCO2e/J) an origin; shares need not add up to 1: what is missing counts as nothing.</param>
    public static Line Carbon(params IEnumerable<(string Origin, Line Share, Line Factor)> origins) =>
        Line.Sum("carbon", "Carbon of the grid's electricity", Dimension.CarbonPerJoule, origins.Select(Part));

    private static Line Part((string Origin, Line Share, Line Factor) origin)
    {
        Bounds.NotNegative(origin.Share);
        Bounds.NotNegative(origin.Factor);
        return Line.Product(origin.Origin, $"Electricity from {origin.Origin}", origin.Share, origin.Factor);
    }
}
