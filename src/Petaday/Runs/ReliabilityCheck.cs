namespace Petaday.Runs;

/// <summary>The ranges that what is known of a job and its cluster must keep.</summary>
internal static class ReliabilityCheck
{
    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for what cannot be.</summary>
    public static void Of(JobShape job, ReliabilityInputs inputs, ReliabilityDefaults defaults)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(job.Devices, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(job.DevicesPerNode, 1);
        Bounds.NotNegative(job.CheckpointBytes);
        Bounds.Positive(job.HostBandwidth);
        Bounds.Positive(job.FabricBandwidth);
        Bounds.Positive(inputs.DeviceTimePerInterruption);
        Bounds.Positive(inputs.FailureRatio);
        Bounds.NotNegative(inputs.Detection);
        Bounds.NotNegative(inputs.Restart);
        Bounds.NotNegative(inputs.Recovery);
        Bounds.NotNegative(inputs.Spares);
        Bounds.NotNegative(inputs.CheckpointStall);
        Bounds.Positive(inputs.CheckpointInterval);
        Bounds.Positive(inputs.ShortestInterval);
        Bounds.Positive(inputs.StorageBandwidth);
        Bounds.Positive(inputs.DeviceTimePerPreemption);
        Bounds.NotNegative(inputs.PreemptionNotice);
        Bounds.Positive(inputs.PlannedStopInterval);
        Bounds.NotNegative(inputs.StragglerShare);
        Bounds.NotNegative(inputs.StragglerSlowdown);
        Bounds.NotNegative(inputs.EvaluationShare);
        if (inputs.Goodput?.Value is { } goodput)
        {
            Bounds.Fraction(goodput, "goodput");
        }

        if (inputs.Operations is { } word && !defaults.Operations.ContainsKey(word))
        {
            throw new ArgumentException($"No operations '{word}'; known: {string.Join(", ", defaults.Operations.Keys)}.", nameof(inputs));
        }
    }
}
