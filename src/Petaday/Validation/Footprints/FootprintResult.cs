using Petaday.Explanations;

namespace Petaday.Validation.Footprints;

/// <summary>A stated footprint beside what the method makes of it.</summary>
/// <param name="Stated">What the authors state.</param>
/// <param name="Given">Operational carbon from their own inputs, kgCO2e.</param>
/// <param name="OwnPower">With power by the method, overhead and grid as they state, kgCO2e; not known without device-hours.</param>
/// <param name="Own">With power, overhead and grid by the method and the catalog, kgCO2e.</param>
/// <param name="Embodied">Embodied carbon by the method, kgCO2e.</param>
/// <param name="EmbodiedAsStated">Embodied carbon with the authors' own figures of the hardware, kgCO2e; null where they state none.</param>
public sealed record FootprintResult(StatedFootprint Stated, Line Given, Line OwnPower, Line Own, Line Embodied, Line? EmbodiedAsStated)
{
    /// <summary>Given over stated, minus one.</summary>
    public double? GivenError => ErrorOf(Given);

    /// <summary>With power by the method over stated, minus one.</summary>
    public double? OwnPowerError => ErrorOf(OwnPower);

    /// <summary>With nothing given but the device-hours over stated, minus one.</summary>
    public double? OwnError => ErrorOf(Own);

    private double? ErrorOf(Line line) => Stated.Tonnes > 0 ? (line.Value / (Stated.Tonnes * 1000)) - 1 : null;
}
