using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Economics;

/// <summary>What hardware costs beyond its price tag, from catalog/factors/economics.yaml (the method of Cottier et al. 2024, arXiv:2405.21015).</summary>
/// <param name="HardwareProgress">Orders of magnitude a year by which hardware of the same worth gets cheaper.</param>
/// <param name="ServerMarkup">Price of a server over that of its devices, by accelerator.</param>
/// <param name="InterconnectShare">Share of the cluster's whole price that joins the servers, 0 to below 1.</param>
/// <param name="AcquisitionLag">From release until a large buyer gets hardware, s.</param>
/// <param name="Year">The year that the rates count, s.</param>
public sealed record EconomicFactors(
    Line HardwareProgress,
    FamilyTable ServerMarkup,
    Line InterconnectShare,
    Line AcquisitionLag,
    Line Year
)
{
    /// <summary>Share of its worth that hardware loses, 1/s, where a scenario fixes it; null for the rate of progress.</summary>
    public Line? Loss { get; init; }

    /// <summary>Reads catalog/factors/economics.yaml. Throws <see cref="InvalidDataException"/> when a figure is missing.</summary>
    public static EconomicFactors Read(Entry economics) =>
        new(
            economics.Required("hardwareProgress", "Orders of magnitude a year by which hardware gets cheaper", Dimension.None),
            economics.Family("serverMarkup", "Server over its devices", Dimension.None),
            economics.Required("interconnectShare", "Interconnect's share of the cluster", Dimension.None),
            economics.Required("acquisitionLag", "From release to large buyers", Dimension.Seconds),
            economics.Required("year", "Year", Dimension.Seconds)
        );
}
