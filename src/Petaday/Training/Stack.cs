using System.Collections.Immutable;

namespace Petaday.Training;

/// <summary>The training software: what it fuses, overlaps, compiles and launches.</summary>
/// <param name="Id">Catalog id, such as <c>megatron-core</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="FlashAttention">Whether attention is fused and never writes its scores.</param>
/// <param name="FusedNorms">Whether a norm is one pass.</param>
/// <param name="FusedActivation">Whether bias, activation and gate are one pass.</param>
/// <param name="FusedRotary">Whether rotary embeddings are one pass.</param>
/// <param name="FusedCrossEntropy">Whether the loss keeps no second copy of the logits in fp32.</param>
/// <param name="Compiled">Whether elementwise work is compiled into few kernels (torch.compile, XLA).</param>
/// <param name="Graphs">Whether launches are recorded (CUDA graphs): the host no longer limits.</param>
/// <param name="FloatGradients">Whether gradients are accumulated and reduced in fp32.</param>
/// <param name="MasterWeights">Whether an fp32 copy of the weights is kept.</param>
/// <param name="OverlapDataParallel">Whether gradients are reduced under the backward pass.</param>
/// <param name="OverlapParameterGather">Whether weights are gathered under the forward pass.</param>
/// <param name="OverlapTensorParallel">Whether tensor-parallel traffic hides behind the products it feeds.</param>
/// <param name="OverlapPipeline">Whether pipeline sends hide behind compute.</param>
/// <param name="OverlapExpert">Whether expert all-to-all hides behind compute.</param>
/// <param name="Parameters">Calibrated figures.</param>
public sealed record Stack(
    string Id,
    string Name,
    bool FlashAttention,
    bool FusedNorms,
    bool FusedActivation,
    bool FusedRotary,
    bool FusedCrossEntropy,
    bool Compiled,
    bool Graphs,
    bool FloatGradients,
    bool MasterWeights,
    bool OverlapDataParallel,
    bool OverlapParameterGather,
    bool OverlapTensorParallel,
    bool OverlapPipeline,
    bool OverlapExpert,
    StackParameters Parameters
)
{
    /// <summary>Kinds of parallelism that it has: tensor, sequence, context, pipeline, interleaved, zeroBubble, dualpipe, expert, zero1, zero2, zero3.</summary>
    public ImmutableArray<string> Strategies { get; init; } = [];

    /// <summary>Kinds of accelerator that it runs on: gpu, tpu, asic, npu; empty is any.</summary>
    public ImmutableArray<string> DeviceKinds { get; init; } = [];

    /// <summary>How kernels are launched, which stacks alike in it share: <c>recorded</c> graphs, <c>compiled</c> blocks, or <c>eager</c>, one by one.</summary>
    public string Launching =>
        Graphs ? "recorded"
        : Compiled ? "compiled"
        : "eager";

    /// <summary>ZeRO stage when a scenario does not say.</summary>
    public int DefaultZeroStage { get; init; }

    /// <summary>Whether it splits norms and residuals over a tensor group unless told otherwise.</summary>
    public bool SequenceParallelByDefault { get; init; }

    /// <summary>Whether fused attention is FlashAttention-2 (PyTorch's own too), rather than a kernel written for the accelerator at hand.</summary>
    public bool UsesFlashAttention2 { get; init; }

    /// <summary>
    /// Bytes that a bucket of gradients has for each data-parallel rank, where that is more than <see cref="GradientBucketBytes"/>: Megatron-Core takes
    /// a million parameters a rank, so that the latency of larger rings is paid less often.
    /// </summary>
    public double GradientBucketBytesPerRank { get; init; }

    /// <summary>Bytes of gradients that travel in one collective: each bucket pays the collective's latency.</summary>
    public double GradientBucketBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>Whether an fp16 recipe, which scales its loss, keeps and reduces gradients in 16 bits although others use fp32 (DeepSpeed).</summary>
    public bool HalfGradientsInFp16 { get; init; }

    /// <summary>
    /// Bytes of a logit at the peak of the loss: 14 for PyTorch's cross-entropy (16-bit logits, their fp32 copy, its log-softmax and its gradient), 6 when
    /// fused (logits and an fp32 gradient in place of them).
    /// </summary>
    public double LogitBytes { get; init; } = FusedCrossEntropy ? 6 : 14;

    /// <summary>The same where the vocabulary is split over a tensor-parallel group: PyTorch's <c>loss_parallel</c> needs more, its passes are not fused.</summary>
    public double ParallelLogitBytes { get; init; } = FusedCrossEntropy ? 6 : 14;

    /// <summary>
    /// Bytes a parameter that the update takes for its own copy of the gradient where gradients are in 16 bits and the master copy in fp32: 4 for an fp32 copy;
    /// DeepSpeed flattens them in 16 bits before.
    /// </summary>
    public double GradientCopyBytes { get; init; } = 4;

    /// <summary>
    /// Whether the output that a pipeline stage has sent on stays until its backward pass; Megatron frees it (Korthikanti et al. 2022, appendix B).
    /// </summary>
    public bool KeepsStageOutputs { get; init; }

    /// <summary>Whether stages are cut by the cost of layers and head rather than by the number of layers (nanotron).</summary>
    public bool BalancesStages { get; init; }

    /// <summary>
    /// Whether selective recomputation throws away every second matrix product and what is between products, and keeps attention's output (torchtitan), rather than
    /// throwing away the attention core alone.
    /// </summary>
    public bool RecomputesProducts { get; init; }

    /// <summary>Whether 16-bit gradients stand beside the fp32 ones they are added to.</summary>
    public bool KeepsHalfGradients { get; init; }

    /// <summary>
    /// Whether sequence parallelism keeps the gathered input of each column-parallel layer for the backward pass, which then does not gather it
    /// again; Megatron keeps this rank's slice (Korthikanti et al. 2022, section 4.2.2).
    /// </summary>
    public bool KeepsGatheredInputs { get; init; }

    /// <summary>Whether a token goes once to a node that several of its experts are on (DeepEP), instead of once per expert.</summary>
    public bool DeduplicatesDispatch { get; init; }

    /// <summary>Whether it has <paramref name="strategy"/>.</summary>
    public bool Has(string strategy) => Strategies.Contains(strategy, StringComparer.Ordinal);
}
