using Petaday.Explanations;

namespace Petaday.Adaptation;

/// <summary>Machines that a path may use.</summary>
/// <param name="Place">How they are come by.</param>
/// <param name="SystemId">The system, an id of the catalog.</param>
/// <param name="Price">What a device costs while it is held: its rent, or its electricity, USD/s.</param>
/// <param name="Purchase">What a device costs to buy, with its share of server and network, USD; null where none is bought.</param>
/// <param name="Most">Devices that there are; null where more can be had.</param>
/// <param name="DevicesPerNode">Devices of a server: what is bought is whole servers.</param>
public sealed record MachineOffer(Place Place, string SystemId, Line Price, Line? Purchase, int? Most, int DevicesPerNode);
