namespace Petaday.Validation.Footprints;

/// <summary>A run whose carbon its authors state, with what they state of how they got it; null is not said.</summary>
/// <param name="Id">The row.</param>
/// <param name="Model">What was trained.</param>
/// <param name="AcceleratorId">On what: a catalog id.</param>
/// <param name="DeviceHours">Time for which devices were held, h.</param>
/// <param name="Watts">Average power of a device as they count it, W.</param>
/// <param name="MegawattHours">Energy, MWh, before the overhead that <paramref name="Pue"/> states.</param>
/// <param name="Pue">Overhead of the hall.</param>
/// <param name="GramsPerKilowattHour">Carbon of the grid, gCO2e/kWh.</param>
/// <param name="Tonnes">Operational carbon that they state, t.</param>
/// <param name="Embodied">Embodied carbon that they state.</param>
/// <param name="SiteId">Where it ran, as near as is known: a catalog id.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Url">Where.</param>
/// <param name="Checked">read, secondary or recalled.</param>
/// <param name="Notes">What else to know.</param>
public sealed record StatedFootprint(
    string Id,
    string Model,
    string AcceleratorId,
    double? DeviceHours,
    double? Watts,
    double? MegawattHours,
    double Pue,
    double GramsPerKilowattHour,
    double Tonnes,
    EmbodiedStatement? Embodied,
    string SiteId,
    string Source,
    string Url,
    string Checked,
    string Notes
);
