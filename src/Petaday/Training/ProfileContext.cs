using Petaday.Architectures;
using Petaday.Hardware;

namespace Petaday.Training;

/// <summary>What every block of a layer needs to know: the model, the machine, and this rank's share of a micro-batch.</summary>
/// <param name="Architecture">The model.</param>
/// <param name="System">The machine.</param>
/// <param name="Stack">The training software.</param>
/// <param name="Recipe">Sequence length and number format.</param>
/// <param name="Strategy">Tensor, sequence, context and expert parallelism and the micro-batch count here; the rest does not.</param>
public sealed record ProfileContext(Architecture Architecture, SystemSpec System, Stack Stack, Recipe Recipe, Strategy Strategy)
{
    /// <summary>The device.</summary>
    public Accelerator Device => System.Accelerator;

    /// <summary>Sequence positions on this rank: the sequence split over the context group.</summary>
    public double LocalSequence => (double)Recipe.SequenceLength / Strategy.Context;

    /// <summary>Tokens of a micro-batch on this rank (b s / c).</summary>
    public double Tokens => Strategy.MicroBatch * LocalSequence;

    /// <summary>Tokens whose residual stream this rank holds: split over the tensor group under sequence parallelism.</summary>
    public double ResidualTokens => Strategy.SequenceParallel ? Tokens / Strategy.Tensor : Tokens;

    /// <summary>Tokens whose input to a column-parallel layer this rank keeps.</summary>
    public double KeptInputTokens => Stack.KeepsGatheredInputs ? Tokens : ResidualTokens;

    /// <summary>Bytes of an activation element: 4 in fp32 and tf32, 2 in mixed precision.</summary>
    public double ActivationBytes => Recipe.Precision is Precision.Fp32 or Precision.Tf32 ? 4 : 2;

    /// <summary>Bytes of an element kept as a matrix product's input: 8-bit recipes keep the 8-bit copy.</summary>
    public double KeptInputBytes => IsNarrow ? 1 : ActivationBytes;

    /// <summary>Whether linear layers run in 8 or 4 bits, with casts around them.</summary>
    public bool IsNarrow => Recipe.Precision is Precision.Fp8 or Precision.Fp8Block or Precision.Mxfp8 or Precision.Fp4;

    /// <summary>Format of attention, router and logits, which stay in 16 bits (or as the recipe when that is wider).</summary>
    public Precision WidePrecision => IsNarrow ? Precision.Bf16 : Recipe.Precision;

    /// <summary>Whether gradients are accumulated and reduced in fp32.</summary>
    public bool FloatGradients => Stack.FloatGradients && !(Stack.HalfGradientsInFp16 && Recipe.Precision == Precision.Fp16);

    /// <summary>Whether base weights get no gradient (LoRA, QLoRA).</summary>
    public bool Frozen => Recipe.Task is TrainingTask.Lora or TrainingTask.Qlora;

    /// <summary>Whether gradients are reduced under the backward pass: where the stack can, unless the strategy says otherwise.</summary>
    public bool OverlapsGradients => Stack.OverlapDataParallel && Strategy.OverlapGradients;

    /// <summary>Whether weights are gathered under the forward pass: where the stack can, unless the strategy says otherwise.</summary>
    public bool OverlapsParameterGather => Stack.OverlapParameterGather && Strategy.OverlapWeights;

    /// <summary>Query heads on this rank.</summary>
    public double Heads => (double)Architecture.Heads / Strategy.Tensor;

    /// <summary>Key and value heads on this rank; a group larger than their number replicates them.</summary>
    public double KeyValueHeads => Math.Max(1, (double)Architecture.KeyValueHeads / Strategy.Tensor);

    /// <summary>The tensor-parallel group: neighbours in rank order.</summary>
    public CommunicationGroup TensorGroup => new(Strategy.Tensor, 1);

    /// <summary>The context-parallel group.</summary>
    public CommunicationGroup ContextGroup => new(Strategy.Context, Strategy.Tensor);

    /// <summary>The expert-parallel group: ranks of the tensor, context and data groups in order, experts' own tensor groups innermost.</summary>
    public CommunicationGroup ExpertGroup => new(Strategy.Expert, Strategy.ExpertTensor);

    /// <summary>Seconds of a streaming pass, with its kernels.</summary>
    public double Stream(double bytes, double kernels = 1) => StreamingKernel.Seconds(Device, bytes, kernels);
}
