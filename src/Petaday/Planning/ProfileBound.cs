using Petaday.Training;

namespace Petaday.Planning;

/// <summary>What no step with a profile is shorter than.</summary>
internal static class ProfileBound
{
    /// <summary>
    /// Seconds. A micro-batch takes W seconds of passes over the whole model, so that the busiest of p devices has W / p of it for each of its B / (d b) micro-batches: with
    /// d = N / (t c p) that is B t c W / (b N), whatever the pipeline.
    /// </summary>
    public static double Seconds(ModelProfile model, int devices)
    {
        var context = model.Context;
        var strategy = context.Strategy;
        var shape = context.Architecture;
        var all = Passes(model.Edges.Embedding) + Passes(model.Edges.Head);
        for (var layer = -shape.EncoderLayers; layer < shape.Layers; layer++)
        {
            var one = model.Layers[LayerKinds.Of(shape, layer)]!;
            all += Seconds(one.Forward) + Seconds(one.Backward);
        }

        var ranks = (double)strategy.Tensor * strategy.Context / devices;
        var busy = all * ranks * context.Recipe.GlobalBatchSequences / strategy.MicroBatch;
        return StepComposition.Seconds(context.Stack, 0, busy, 0, 0);
    }

    private static double Passes(BlockProfile block) => Seconds(block.Forward) + Seconds(block.Backward);

    private static double Seconds(Work work) => work.Compute + work.Traffic;
}
