using Petaday.Architectures;
using Petaday.Hardware;

namespace Petaday.Training.Simulation;

/// <summary>
/// Discrete-event simulation of one step: every pass of every micro-batch on every stage, pipeline sends, data-parallel traffic and the update, each starting
/// when what it needs is there and what it runs on is free. Times of kernels and collectives are those of <see cref="StepModel"/>; only how they
/// fit together is worked out anew. It is the check of the closed forms, and the picture of a step. The same input gives the same events.
/// </summary>
public static class StepSimulation
{
    /// <summary>Simulates a step. The strategy must be valid (<see cref="StrategyRules"/>).</summary>
    /// <exception cref="ArgumentException">The schedule cannot run so few micro-batches.</exception>
    public static Timeline Run(Architecture architecture, SystemSpec system, Stack stack, Recipe recipe, Strategy strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        var model = ModelProfile.Of(new ProfileContext(architecture, system, stack, recipe, strategy));
        var layout = StageLayout.Of(architecture, stack, strategy.Pipeline, strategy.VirtualPipeline);
        var devices = StepDevices.Of(model, layout);
        var recorder = new StepRecorder(devices, new DataStreams(devices), keepsEvents: true);
        var before = Played(devices, recorder);
        var straggling = before * StepComposition.StragglingShare(model.Context);
        var end = before + straggling + stack.Parameters.StepSeconds;
        for (var stage = 0; stage < strategy.Pipeline; stage++)
        {
            recorder.Add(new TimelineEvent(stage, TimelineStream.Compute, TimelineKind.Straggling, -1, 0, before, before + straggling));
            recorder.Add(new TimelineEvent(stage, TimelineStream.Compute, TimelineKind.Fixed, -1, 0, before + straggling, end));
        }

        return new Timeline(strategy.Pipeline, devices.PartsPerDevice, devices.MicroBatches, end, recorder.Events());
    }

    /// <summary>Seconds of a step from its start to the end of its last update: straggling and the fixed part come on top.</summary>
    internal static double Seconds(StepDevices devices) =>
        Played(devices, new StepRecorder(devices, new DataStreams(devices), keepsEvents: false));

    private static double Played(StepDevices devices, StepRecorder recorder)
    {
        var strategy = devices.Context.Strategy;
        // A pipeline of one stage has no schedule to speak of, whatever the strategy calls it.
        var schedule = strategy.Pipeline == 1 ? strategy with { Schedule = PipelineSchedule.OneForwardOneBackward } : strategy;
        var lists = ScheduleOrder.Of(schedule, devices.MicroBatches);
        return recorder.Close(
            new PipelineRun(schedule, devices.Times.ToArray(), devices.MicroBatches, lists, devices.Send, recorder).Seconds()
        );
    }
}
