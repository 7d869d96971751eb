using Petaday.Explanations;

namespace Petaday.Runs;

/// <summary>What of a job its failures and checkpoints depend on.</summary>
/// <param name="Devices">Devices in the job, 1 or more.</param>
/// <param name="AcceleratorId">Catalog id: chooses the failure rates.</param>
public sealed record JobShape(int Devices, string AcceleratorId)
{
    /// <summary>Devices of a node, 1 or more.</summary>
    public int DevicesPerNode { get; init; } = 8;

    /// <summary>Size of one checkpoint, B; null where the model is not known: loading it then takes no time, and a synchronous stall is not known.</summary>
    public Line? CheckpointBytes { get; init; }

    /// <summary>Link of one device to its host, B/s in one direction; null where not known.</summary>
    public Line? HostBandwidth { get; init; }

    /// <summary>Link of one device to other nodes, B/s in one direction; null where not known.</summary>
    public Line? FabricBandwidth { get; init; }

    /// <summary>Nodes of the job.</summary>
    public int Nodes => (Devices + DevicesPerNode - 1) / DevicesPerNode;
}
