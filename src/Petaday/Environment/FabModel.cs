using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Environment;

/// <summary>
/// Carbon of silicon by area from how it is made: (energy × carbon of the fab's grid + gases + materials) / yield (Gupta et al. 2022, ACT, equation 5).
/// It counts the die alone.
/// </summary>
public static class FabModel
{
    /// <summary>Carbon of silicon, kgCO2e/m2.</summary>
    /// <param name="energy">Energy that making it takes, J/m2.</param>
    /// <param name="grid">Carbon of the fab's electricity, kgCO2e/J.</param>
    /// <param name="gases">Carbon of process gases, kgCO2e/m2.</param>
    /// <param name="materials">Carbon of materials, kgCO2e/m2.</param>
    /// <param name="yield">Share of dies that work, above 0 to 1.</param>
    public static Line PerArea(Line energy, Line grid, Line gases, Line materials, Line yield)
    {
        ArgumentNullException.ThrowIfNull(yield);
        Bounds.NotNegative(energy);
        Bounds.NotNegative(grid);
        Bounds.NotNegative(gases);
        Bounds.NotNegative(materials);
        if (yield.Value is { } share)
        {
            Bounds.Fraction(share, nameof(yield));
        }

        return Line.Computed(
            "carbonPerArea",
            "Carbon of silicon",
            Dimension.Carbon / Dimension.Area,
            "(energy × carbon of the fab's grid + gases + materials) / yield",
            static parts => ((parts[0] * parts[1]) + parts[2] + parts[3]) / parts[4],
            energy,
            grid,
            gases,
            materials,
            yield
        );
    }
}
