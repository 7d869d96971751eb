namespace Petaday.Training;

/// <summary>
/// Bytes that one device needs at its peak, by part, on the fullest stage: weights, gradients, optimizer states (sharded as ZeRO says), activations
/// of the micro-batches in flight, what recomputation brings back, logits, gathered weights, and what software takes.
/// </summary>
public static class MemoryModel
{
    /// <summary>Memory of <paramref name="stage"/> when <paramref name="inFlight"/> micro-batches' activations are alive on it.</summary>
    public static StepMemory Of(ProfileContext context, EdgeProfile edges, StageProfile stage, double inFlight, bool last) =>
        Parts(context, edges, stage, inFlight, last).Named(context.Device.MemoryBytes);

    /// <summary>The same as plain figures.</summary>
    internal static MemoryParts Parts(ProfileContext context, EdgeProfile edges, in StageProfile stage, double inFlight, bool last)
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
        var gradients = context.Frozen ? 4 * adapters : copies * Sharded(GradientBytes(context), 2);
        // Without a master copy an optimizer's moments take the format of the weights.
        var moments = OptimizerModel.StateBytes(context.Recipe.Optimizer) * (masters || full || context.Frozen ? 1 : 0.5);
        var states = moments + (masters ? 4 : 0);
        var optimizer =
            strategy.OffloadOptimizer ? 0
            : context.Frozen ? (states + 6) * adapters
            : Sharded(states, 1);
        var gathered = strategy.ZeroStage == 3 && shards > 1 ? 2 * stage.LargestLayerParameters * context.ActivationBytes : 0;
        var activations = strategy.OffloadActivations ? stage.WorkingBytes : stage.KeptBytes * inFlight;
        var logits = last ? edges.LogitsBytes : 0;
        var fragmentation = parameters.MemoryOverhead * (activations + stage.WorkingBytes + logits + gathered);
        return new MemoryParts(
            weights + (2 * adapters),
            gradients,
            optimizer,
            activations,
            stage.WorkingBytes,
            logits,
            gathered,
            fragmentation,
            parameters.MemoryBase
        );
    }

    /// <summary>Bytes of a gradient as the device holds it between micro-batches.</summary>
    private static double GradientBytes(ProfileContext context) =>
        context.FloatGradients || context.ActivationBytes >= 4 ? 4 + (context.Stack.KeepsHalfGradients ? 2 : 0) : 2;

    /// <summary>Bytes of a weight as the device holds it.</summary>
    private static double WeightBytes(ProfileContext context) =>
        context.Recipe.Task == TrainingTask.Qlora
            ? 0.516 /* 4 bits, and 8-bit scales per 64 values, quantised again (Dettmers et al. 2023) */
            : context.ActivationBytes;

    /// <summary>Parameters of low-rank adapters on every linear layer: r (in + out) of each, against in x out.</summary>
    private static double Adapters(ProfileContext context, StageProfile stage) =>
        stage.Parameters * 2 * context.Recipe.LoraRank / context.Architecture.Hidden;
}
