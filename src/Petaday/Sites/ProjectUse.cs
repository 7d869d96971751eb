using Petaday.Explanations;

namespace Petaday.Sites;

/// <summary>What a project takes wherever it stands: a site's figures are linear in these.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Seconds">From start to end, s.</param>
/// <param name="Equipment">Energy of devices and servers, J.</param>
/// <param name="PeakWatts">Power of devices and servers at most, W.</param>
/// <param name="Devices">Number of devices; null where only the energy is known.</param>
/// <param name="Rent">Rent of a device, USD/s, electricity within it; null where hardware is owned or not counted.</param>
/// <param name="Owned">What owned hardware loses in worth over the run, USD; null where hardware is rented or not counted.</param>
/// <param name="Embodied">Share of making the hardware, kgCO2e; null where not counted.</param>
public sealed record ProjectUse(
    string Name,
    Line Seconds,
    Line Equipment,
    Line PeakWatts,
    Line? Devices,
    Line? Rent,
    Line? Owned,
    Line? Embodied
);
