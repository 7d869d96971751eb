using Petaday.Architectures;
using Petaday.Hardware;

namespace Petaday.Training;

/// <summary>One optimizer update under one strategy: time by part, memory by part, utilisation.</summary>
public static class StepModel
{
    /// <summary>
    /// Estimates a step. The strategy must be valid (<see cref="StrategyRules"/>): the product of its groups is the number of devices and
    /// its micro-batches divide the global batch.
    /// </summary>
    public static StepEstimate Estimate(Architecture architecture, SystemSpec system, Stack stack, Recipe recipe, Strategy strategy)
    {
        var profile = ModelProfile.Of(new ProfileContext(architecture, system, stack, recipe, strategy));
        return Estimate(profile, StageLayout.Of(architecture, stack, strategy.Pipeline, strategy.VirtualPipeline));
    }

    /// <summary>Seconds of a step alone: what a fit asks thousands of times.</summary>
    public static double Seconds(Architecture architecture, SystemSpec system, Stack stack, Recipe recipe, Strategy strategy)
    {
        var profile = ModelProfile.Of(new ProfileContext(architecture, system, stack, recipe, strategy));
        var layout = StageLayout.Of(architecture, stack, strategy.Pipeline, strategy.VirtualPipeline);
        return StepComposition.Of(StepDevices.Of(profile, layout)).Time.Seconds;
    }

    /// <summary>Bytes of the fullest device alone, from a profile made before and a layout of its stages: what a fit of memory asks.</summary>
    public static StepMemory Memory(ModelProfile profile, StageLayout layout) => Fullest(profile, StepDevices.Of(profile, layout));

    /// <summary>Seconds and bytes alone. The strategy must be valid (<see cref="StrategyRules"/>).</summary>
    public static StepOutline Outline(Architecture architecture, SystemSpec system, Stack stack, Recipe recipe, Strategy strategy)
    {
        var profile = ModelProfile.Of(new ProfileContext(architecture, system, stack, recipe, strategy));
        return Outline(profile, StageLayout.Of(architecture, stack, strategy.Pipeline, strategy.VirtualPipeline));
    }

    /// <summary>Seconds and bytes alone, from a profile made before and a layout of its stages: what a search asks.</summary>
    public static StepOutline Outline(ModelProfile profile, StageLayout layout)
    {
        var devices = StepDevices.Of(profile, layout);
        return new StepOutline(StepComposition.Of(devices).Time.Seconds, Fullest(profile, devices).Bytes);
    }

    /// <summary>Estimates a step from a profile made before and a layout of its stages.</summary>
    public static StepEstimate Estimate(ModelProfile profile, StageLayout layout)
    {
        var devices = StepDevices.Of(profile, layout);
        return Utilisation(profile.Context, StepComposition.Of(devices), Fullest(profile, devices));
    }

    /// <summary>Of stages that hold the same the first has the most micro-batches in flight.</summary>
    private static StepMemory Fullest(ModelProfile profile, StepDevices devices)
    {
        StepMemory? fullest = null;
        foreach (var run in devices.Layout.Runs)
        {
            var inFlight = PipelineModel.InFlight(profile.Context.Strategy, run.First, devices.MicroBatches);
            var memory = MemoryModel.Of(
                profile.Context,
                profile.Edges,
                devices.Stage(run.First),
                inFlight,
                run.First == 0,
                run.Last == devices.Count - 1
            );
            fullest = fullest is null || memory.Bytes > fullest.Bytes ? memory : fullest;
        }

        return fullest!;
    }

    private static StepEstimate Utilisation(ProfileContext context, StepComposition time, StepMemory memory)
    {
        var recipe = context.Recipe;
        var rules = new CountingRules(recipe.SequenceLength) { FrozenWeights = context.Frozen };
        var counts = OperatorCount.Of(context.Architecture, rules);
        var model = counts.TrainingPerToken * recipe.TokensPerStep;
        var hardware = model + (RecomputedFlops(context, counts) * recipe.TokensPerStep);
        var devices = context.Strategy.Devices;
        var capacity = time.Time.Seconds * devices * context.Device.Peak(context.Recipe.Precision);
        return new StepEstimate(
            time.Time,
            memory,
            model,
            hardware,
            model / capacity,
            hardware / capacity,
            recipe.TokensPerStep / time.Time.Seconds / devices,
            Math.Min(1, time.ComputeSeconds / time.Time.Seconds)
        );
    }

    private static double RecomputedFlops(ProfileContext context, OperatorCount counts)
    {
        var strategy = context.Strategy;
        var head = counts[ModelOperator.Logits].Forward / counts.Tokens;
        var core = (counts[ModelOperator.Scores].Forward + counts[ModelOperator.Context].Forward) / counts.Tokens;
        var layers = context.Architecture.TotalLayers;
        return strategy.Recompute switch
        {
            RecomputeMode.Full => counts.ForwardPerToken - head,
            RecomputeMode.Selective when context.Stack.RecomputesProducts => (counts.ForwardPerToken - head - core)
                * SelectiveProducts.SecondShare(context, context.Architecture.IsMixtureOfExperts),
            RecomputeMode.Selective => core,
            RecomputeMode.Block => (counts.ForwardPerToken - head)
                * Math.Min(1, (double)strategy.RecomputeLayers * strategy.Pipeline / layers),
            _ => 0,
        };
    }
}
