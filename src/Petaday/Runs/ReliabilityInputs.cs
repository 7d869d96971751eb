using Petaday.Explanations;

namespace Petaday.Runs;

/// <summary>What a person knows of a cluster's failures; what is null is taken from catalog/factors/runs.yaml.</summary>
public sealed record ReliabilityInputs
{
    /// <summary>Running time of one device between two unexpected interruptions of a job, s; takes the place of all causes.</summary>
    public Line? DeviceTimePerInterruption { get; init; }

    /// <summary>How much more often this cluster breaks than its family does; 1 is as often.</summary>
    public Line? FailureRatio { get; init; }

    /// <summary>Whether nodes that fail again and again were found and taken out; null: unless operations are manual.</summary>
    public bool? Screened { get; init; }

    /// <summary>Word of <see cref="ReliabilityDefaults.Operations"/>; null for the usual.</summary>
    public string? Operations { get; init; }

    /// <summary>From a break to knowing what broke, s.</summary>
    public Line? Detection { get; init; }

    /// <summary>Replacing what broke and starting the job, s.</summary>
    public Line? Restart { get; init; }

    /// <summary>From a break to training again, s; takes the place of detection, replacement, restart and loading.</summary>
    public Line? Recovery { get; init; }

    /// <summary>Spare nodes that the job holds and pays for, as a share of its nodes; null where their owner has some, 0 where nobody has.</summary>
    public Line? Spares { get; init; }

    /// <summary>How checkpoints are taken.</summary>
    public CheckpointMode Checkpoint { get; init; }

    /// <summary>For how long one checkpoint stops training, s.</summary>
    public Line? CheckpointStall { get; init; }

    /// <summary>Training time between two checkpoints, s; null for Daly's interval.</summary>
    public Line? CheckpointInterval { get; init; }

    /// <summary>The least interval that storage allows, s.</summary>
    public Line? ShortestInterval { get; init; }

    /// <summary>What storage takes from the whole job, B/s.</summary>
    public Line? StorageBandwidth { get; init; }

    /// <summary>Running time of one spot device between two preemptions, s; null where devices are the job's own.</summary>
    public Line? DeviceTimePerPreemption { get; init; }

    /// <summary>How long before a preemption its user is told, s.</summary>
    public Line? PreemptionNotice { get; init; }

    /// <summary>Training time between stops that somebody wants, s.</summary>
    public Line? PlannedStopInterval { get; init; }

    /// <summary>Whether slow hosts stay in the job.</summary>
    public bool KeepsStragglers { get; init; }

    /// <summary>Share of slow hosts, 0 to 1.</summary>
    public Line? StragglerShare { get; init; }

    /// <summary>How much longer a slow host takes: 0.1 is a tenth.</summary>
    public Line? StragglerSlowdown { get; init; }

    /// <summary>Pauses for evaluation, over training time.</summary>
    public Line? EvaluationShare { get; init; }

    /// <summary>A goodput to take as it is, 0 to 1; nothing above is then used.</summary>
    public Line? Goodput { get; init; }
}
