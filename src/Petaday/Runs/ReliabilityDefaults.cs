using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>What published runs saw of failures and checkpoints: catalog/factors/runs.yaml.</summary>
public sealed record ReliabilityDefaults
{
    /// <summary>Time between failures by cause.</summary>
    public required FailureTable Failures { get; init; }

    /// <summary>How much more often one cluster breaks than another, by family.</summary>
    public required FamilyTable ClusterRatio { get; init; }

    /// <summary>How much more often hardware breaks a job where bad nodes were not taken out.</summary>
    public required Line UnscreenedRatio { get; init; }

    /// <summary>Detection and restart by word.</summary>
    public required ImmutableSortedDictionary<string, Operations> Operations { get; init; }

    /// <summary>Setting up communicators takes this, s,</summary>
    public required Line InitialisationSeconds { get; init; }

    /// <summary>on so many devices,</summary>
    public required Line InitialisationDevices { get; init; }

    /// <summary>and grows by this power of them.</summary>
    public required Line InitialisationExponent { get; init; }

    /// <summary>Waiting for a repair where there are no spare nodes, s.</summary>
    public required Line Repair { get; init; }

    /// <summary>What one node writes to storage, B/s.</summary>
    public required Line BandwidthPerNode { get; init; }

    /// <summary>What storage takes in all, B/s.</summary>
    public required Line Bandwidth { get; init; }

    /// <summary>For how long an asynchronous checkpoint stops training, apart from the copy to the host, s.</summary>
    public required Line CheckpointStall { get; init; }

    /// <summary>The least time between checkpoints in storage, s.</summary>
    public required Line ShortestInterval { get; init; }

    /// <summary>Time between checkpoints in storage of a job that keeps them in memory, s.</summary>
    public required Line PersistentInterval { get; init; }

    /// <summary>Time between stops that somebody wants, s.</summary>
    public required Line PlannedStopInterval { get; init; }

    /// <summary>Share of slow hosts.</summary>
    public required Line StragglerShare { get; init; }

    /// <summary>How much longer they take.</summary>
    public required Line StragglerSlowdown { get; init; }

    /// <summary>How long before a spot device is taken away its user is told, s.</summary>
    public required Line PreemptionNotice { get; init; }

    /// <summary>Checkpoints that are kept.</summary>
    public required Line CheckpointsKept { get; init; }

    /// <summary>Reads them. Throws <see cref="InvalidDataException"/> when a figure is missing or measures something else.</summary>
    internal static ReliabilityDefaults Read(Entry runs)
    {
        Line Time(string path, string name) => runs.Required(path, name, Dimension.Seconds);
        Line Plain(string path, string name) => runs.Required(path, name, Dimension.None);
        Line Rate(string path, string name) => runs.Required(path, name, Dimension.BytesPerSecond);
        return new ReliabilityDefaults
        {
            Failures = FailureTable.Read(runs, "failures"),
            ClusterRatio = runs.Family("clusterRatio", "Failures of a cluster over those of its family", Dimension.None),
            UnscreenedRatio = Plain("unscreenedRatio", "Failures where bad nodes were not taken out"),
            Operations = runs.Keys("operations")
                .ToImmutableSortedDictionary(
                    word => word,
                    word => new Operations(
                        Time($"operations.{word}.detection", $"Detection, {word}"),
                        Time($"operations.{word}.restart", $"Restart, {word}")
                    ),
                    StringComparer.Ordinal
                ),
            InitialisationSeconds = Time("initialisation.seconds", "Setting up communicators"),
            InitialisationDevices = Plain("initialisation.devices", "on so many devices"),
            InitialisationExponent = Plain("initialisation.exponent", "Growth of the set-up with devices"),
            Repair = Time("repair", "Repair of a node"),
            BandwidthPerNode = Rate("storage.bandwidthPerNode", "Writing of a node"),
            Bandwidth = Rate("storage.bandwidth", "Writing of all nodes"),
            CheckpointStall = Time("checkpointStall", "Stall of a checkpoint apart from copying"),
            ShortestInterval = Time("shortestInterval", "Shortest interval between checkpoints"),
            PersistentInterval = Time("persistentInterval", "Interval of checkpoints in storage"),
            PlannedStopInterval = Time("plannedStopInterval", "Time between planned stops"),
            StragglerShare = Plain("stragglers.share", "Share of slow hosts"),
            StragglerSlowdown = Plain("stragglers.slowdown", "Slowdown of a slow host"),
            CheckpointsKept = Plain("checkpointsKept", "Checkpoints kept"),
            PreemptionNotice = Time("preemptionNotice", "Notice of a preemption"),
        };
    }
}
