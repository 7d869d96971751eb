namespace Petaday.Training;

/// <summary>
/// Bytes that one device needs at its peak, by part, on the fullest stage: weights, gradients, optimizer states (sharded as ZeRO says), activations
/// of the micro-batches in flight, what recomputation brings back, logits, gathered weights, and what software takes.
/// </summary>
public static class MemoryModel
{
    /// <summary>Memory of <paramref name="stage"/> when <paramref name="inFlight"/> micro-batches' activations are alive on it.</summary>
    /// <param name="context">The rank.</param>
    /// <param name="edges">What the first and the last stage hold beside their layers.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="inFlight">Micro-batches whose activations are alive.</param>
    /// <param name="first">Whether it has the embedding.</param>
    /// <param name="last">Whether it has the head.</param>
    public static StepMemory Of(ProfileContext context, EdgeProfile edges, StageProfile stage, double inFlight, bool first, bool last) =>
        Parts(context, edges, stage, inFlight, first, last).Named(context.Device.MemoryBytes);

    /// <summary>The same as plain figures.</summary>
    internal static MemoryParts Parts(
        ProfileContext context,
        EdgeProfile edges,
        in StageProfile stage,
        double inFlight,
        bool first,
        bool last
    )
    {
        var strategy = context.Strategy;
        var parameters = context.Stack.Parameters;
        var shards = DataTraffic.Shards(strategy, DataTraffic.Replicas(context).Size);
        var expertShards = DataTraffic.Shards(strategy, DataTraffic.ExpertReplicas(context).Size);
        var all = stage.Parameters + stage.ExpertParameters;
        var split = (stage.Parameters / shards) + (stage.ExpertParameters / expertShards);
        double Sharded(double bytesPerParameter, int fromStage) => bytesPerParameter * (strategy.ZeroStage >= fromStage ? split : all);

        var full = context.ActivationBytes >= 4;
        var masters = !context.Frozen && !full && context.Stack.MasterWeights;
        var copies = strategy.Schedule == PipelineSchedule.DualPipe ? 2 : 1;
        // Under ZeRO-3 the sharded master copy is the weights; 16-bit ones exist only while gathered.
        var weights = strategy.ZeroStage == 3 && masters ? 0 : copies * Sharded(WeightBytes(context), 3);
        var adapters = context.Frozen ? Adapters(context, stage) : 0;
        var gradients = context.Frozen ? 4 * adapters : copies * Sharded(GradientBytes(context, masters), 2);
        // Without a master copy an optimizer's moments take the format of the weights.
        var moments = OptimizerModel.StateBytes(context.Recipe.Optimizer) * (masters || full || context.Frozen ? 1 : 0.5);
        var states = moments + (masters ? 4 : 0);
        var optimizer =
            strategy.OffloadOptimizer ? 0
            : context.Frozen ? (states + 6) * adapters
            : Sharded(states, 1);
        var copied = masters && !strategy.OffloadOptimizer ? Sharded(GradientCopyBytes(context), 1) : 0;
        var gathered = strategy.ZeroStage == 3 && shards > 1 ? Gathered(context, edges, stage, first, last) : 0;
        var activations = strategy.OffloadActivations ? stage.WorkingBytes : (stage.KeptBytes + SentBytes(context, last)) * inFlight;
        // The loss is over when the first layer goes backward: its logits and what that layer needs do not stand side by side.
        var passing = PassingBytes(context, stage);
        var logits = last && edges.LogitsBytes > stage.WorkingBytes + passing ? edges.LogitsBytes : 0;
        var (working, sequence) = logits > 0 ? (0, 0) : (stage.WorkingBytes, passing);
        var fragmentation = parameters.MemoryOverhead * (activations + working + sequence + logits + gathered);
        return new MemoryParts(
            weights + (2 * adapters),
            gradients,
            optimizer,
            copied,
            activations,
            working,
            sequence,
            logits,
            gathered,
            fragmentation,
            Communicators.Of(context) * parameters.CommunicatorBytes,
            parameters.MemoryBase
        );
    }

    /// <summary>
    /// Bytes of a gradient as the device holds it between micro-batches. Shards of ZeRO-3 have the format of the fp32 weights that they update (PyTorch FSDP
    /// casts them after the reduction).
    /// </summary>
    private static double GradientBytes(ProfileContext context, bool masters) =>
        context.FloatGradients || context.ActivationBytes >= 4 ? 4 + (context.Stack.KeepsHalfGradients ? 2 : 0)
        : masters && context.Strategy.ZeroStage == 3 ? 4
        : 2;

    /// <summary>
    /// Bytes a parameter of the copy of 16-bit gradients that an update in fp32 works on. Blocks that activations leave free are too small for it, so that it comes on
    /// top of them.
    /// </summary>
    private static double GradientCopyBytes(ProfileContext context) =>
        context.FloatGradients || context.Strategy.ZeroStage == 3 ? 0 : context.Stack.GradientCopyBytes;

    /// <summary>
    /// Weights and gradients that are whole for a while under ZeRO-3: the layer that runs and the next one, fetched ahead, the embedding and head of this
    /// stage, which stay from the forward to the backward pass (the root unit of FSDP, Zhao et al. 2023), and one layer's gradients before their reduction.
    /// </summary>
    private static double Gathered(ProfileContext context, EdgeProfile edges, StageProfile stage, bool first, bool last)
    {
        var shared = first && last && context.Architecture.TiedEmbeddings;
        var root = (first ? edges.EmbeddingParameters : 0) + (last && !shared ? edges.HeadParameters : 0);
        var gradientBytes = context.FloatGradients ? 4 : context.ActivationBytes;
        var gradients = context.Frozen ? 0 : gradientBytes * stage.LargestLayerParameters;
        return (WeightBytes(context) * ((2 * stage.LargestLayerParameters) + root)) + gradients;
    }

    /// <summary>The output of a stage that was sent on, where the stack keeps it for the backward pass.</summary>
    private static double SentBytes(ProfileContext context, bool last) =>
        context.Stack.KeepsStageOutputs && !last ? context.ResidualTokens * context.Architecture.Hidden * context.ActivationBytes : 0;

    /// <summary>
    /// Under sequence parallelism a layer's gathered input and that input's gradient, before it is scattered, are whole while the layer runs (Korthikanti et al.
    /// 2022, figure 5); an input that is kept gathered is counted with the activations.
    /// </summary>
    private static double PassingBytes(ProfileContext context, StageProfile stage) =>
        context.Strategy is { SequenceParallel: true, Tensor: > 1 } && stage.Layers > 0
            ? (context.Stack.KeepsGatheredInputs ? 1 : 2) * context.Tokens * context.Architecture.Hidden * context.ActivationBytes
            : 0;

    /// <summary>Bytes of a weight as the device holds it.</summary>
    private static double WeightBytes(ProfileContext context) =>
        context.Recipe.Task == TrainingTask.Qlora
            ? 0.516 /* 4 bits, and 8-bit scales per 64 values, quantised again (Dettmers et al. 2023) */
            : context.ActivationBytes;

    /// <summary>Parameters of low-rank adapters on every linear layer: r (in + out) of each, against in x out.</summary>
    private static double Adapters(ProfileContext context, StageProfile stage) =>
        stage.Parameters * 2 * context.Recipe.LoraRank / context.Architecture.Hidden;
}
