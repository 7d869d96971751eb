using Petaday.Training.Simulation;

namespace Petaday.Training;

/// <summary>
/// What stands before and after the passes of a step: weights that the first forward passes wait for, gradients that are still on their way when the
/// last backward pass ends, and the update, which waits for all gradients since clipping needs their norm. A stage that is reached later, or done earlier,
/// than the one that decides has that time besides; what its last backward pass loses to traffic delays the stages before it.
/// </summary>
/// <param name="DataParallel">Traffic of weights and gradients that sticks out, and what compute loses beside the rest, s.</param>
/// <param name="Optimizer">The update on the device that is last with it, s.</param>
internal readonly record struct StepEdges(double DataParallel, double Optimizer)
{
    /// <summary>The edges of a step whose passes take <paramref name="passes"/> seconds by themselves.</summary>
    public static StepEdges Of(StepDevices devices, double passes)
    {
        var traffic = new DataTraffic[devices.Count];
        var optimizers = new double[devices.Count];
        foreach (var run in devices.EdgeRuns)
        {
            traffic[run.First] = DataTraffic.Of(devices.Context, devices.Profile(run.First));
            optimizers[run.First] = OptimizerModel.Seconds(devices.Context, devices.Profile(run.First));
        }

        var (update, late) = EdgeRuns.Update(devices, traffic, optimizers);
        var dataParallel = Weaves(devices)
            ? Math.Max(0, StepSimulation.Seconds(devices) - passes - update)
            : EdgeRuns.Before(devices, traffic) + EdgeRuns.After(devices, traffic) + late;
        return new StepEdges(dataParallel, update);
    }

    /// <summary>
    /// Whether traffic is woven into the schedule as played: interleaving and DualPipe with few micro-batches, where the chunks' traffic decides between
    /// passes and no form of it holds.
    /// </summary>
    public static bool Weaves(StepDevices devices)
    {
        var strategy = devices.Context.Strategy;
        var unequalGroups = devices.MicroBatches % strategy.Pipeline != 0;
        var few =
            strategy.VirtualPipeline > 1 ? (unequalGroups ? 8 : 2)
            : devices.Mirrored ? 5
            : 0;
        return strategy.ZeroStage < 3
            && devices.MicroBatches <= few * strategy.Pipeline
            && ScheduleOrder.Runs(strategy, devices.MicroBatches);
    }
}
