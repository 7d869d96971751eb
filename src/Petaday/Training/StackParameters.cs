namespace Petaday.Training;

/// <summary>Free parameters of a stack, calibrated on published runs like an accelerator's.</summary>
/// <param name="HostLaunchSeconds">Host time to launch one kernel, s: small kernels wait for it.</param>
/// <param name="Efficiency">Share of the accelerator's sustained rate that the stack's kernels and layout reach.</param>
/// <param name="ExposedDataParallel">Share of overlappable data-parallel traffic that stays exposed.</param>
/// <param name="ExposedTensorParallel">Share of overlappable tensor-parallel traffic that stays exposed.</param>
/// <param name="TensorHopSeconds">Host time that one more rank adds to a tensor-parallel collective: launches, copies per rank, waiting for the last to arrive, s.</param>
/// <param name="PipelineHopSeconds">What it adds on top when pipeline sends cross the fabric: kernels that wait for a neighbour hold what the collective needs, s.</param>
/// <param name="StepSeconds">Fixed work of a step: data loading, logging, synchronisation, s.</param>
/// <param name="Contention">Seconds that compute loses per second of traffic hidden behind it: 0 is none.</param>
/// <param name="Straggling">Share of the step lost to the slowest rank, per doubling of the number of nodes.</param>
/// <param name="MemoryOverhead">Share of activations, buffers and caches added by the allocator (fragmentation).</param>
/// <param name="MemoryBase">Bytes taken before the first tensor: the device's context, libraries and their workspaces.</param>
public sealed record StackParameters(
    double HostLaunchSeconds,
    double Efficiency,
    double ExposedDataParallel,
    double ExposedTensorParallel,
    double TensorHopSeconds,
    double PipelineHopSeconds,
    double StepSeconds,
    double Contention,
    double Straggling,
    double MemoryOverhead,
    double MemoryBase
)
{
    /// <summary>Bytes of the buffers of one communicator, a group of devices that a collective library connects.</summary>
    public double CommunicatorBytes { get; init; }
}
