using Petaday.Planning;
using Petaday.Tests.Training;
using Petaday.Tests.Training.Simulation;
using Petaday.Training;

namespace Petaday.Tests.Planning;

/// <summary>What a search composes of a step is what the step model makes of it, or no more than that; its memory is the same.</summary>
public sealed class CompositionTests
{
    [Fact]
    public void Steps_are_exact_or_not_above_the_step_model_and_most_are_within_two_percent()
    {
        var (count, exact, far) = (0, 0, 0);
        foreach (var step in RandomSteps.Take(4000, seed: 31))
        {
            var context = new ProfileContext(step.Shape, Machines.A100, step.Stack, step.Recipe, step.Strategy);
            var model = ModelProfile.Of(context);
            var layout = StageLayout.Of(step.Shape, step.Strategy.Pipeline, step.Strategy.VirtualPipeline);
            var truth = StepModel.Outline(model, layout).Seconds;
            var (seconds, isExact) = Composed(model, layout);
            count++;
            exact += isExact ? 1 : 0;
            far += seconds < 0.98 * truth ? 1 : 0;
            seconds.ShouldBeLessThanOrEqualTo(truth * (1 + 1e-9), $"{step}");
            if (isExact)
            {
                seconds.ShouldBe(truth, 1e-9 * truth, $"{step}");
            }
        }

        exact.ShouldBeGreaterThan(count / 2);
        far.ShouldBeLessThan(count / 4);
    }

    [Fact]
    public void Devices_that_are_filled_again_are_as_new()
    {
        foreach (var step in RandomSteps.Take(300, seed: 32))
        {
            var model = ModelProfile.Of(new ProfileContext(step.Shape, Machines.A100, step.Stack, step.Recipe, step.Strategy));
            var layout = StageLayout.Of(step.Shape, step.Strategy.Pipeline, step.Strategy.VirtualPipeline);
            var fresh = StepDevices.Of(model, layout);
            var used = new StepDevices(layout, step.Strategy.Schedule);
            foreach (var mode in (RecomputeMode[])[RecomputeMode.Full, RecomputeMode.Block, RecomputeMode.None])
            {
                used.Fill(model, model.Context, new Recomputation(mode, 1));
            }

            used.Fill(model, model.Context, Recomputation.Of(step.Strategy));
            used.Times.SequenceEqual(fresh.Times).ShouldBeTrue();
            for (var device = 0; device < fresh.Count; device++)
            {
                used.Profile(device).ShouldBe(fresh.Profile(device));
                used.Stage(device).ShouldBe(StageProfile.All(model, layout)[device]);
            }
        }
    }

    private static (double Seconds, bool Exact) Composed(ModelProfile model, StageLayout layout)
    {
        var context = model.Context;
        var devices = StepDevices.Of(model, layout);
        var passes = PassSeconds.Of(devices);
        var traffic = new DataTraffic[devices.Count];
        var updates = new double[devices.Count];
        for (var device = 0; device < devices.Count; device++)
        {
            traffic[device] = DataTraffic.Of(context, devices.Profile(device));
            updates[device] = OptimizerModel.Seconds(context, devices.Profile(device));
        }

        var edges = TrafficSeconds.Of(devices, traffic, passes.Woven);
        var (update, late) = EdgeRuns.Update(devices, traffic, updates);
        var straggling = StepComposition.StragglingShare(context);
        return (
            StepComposition.Seconds(context.Stack, straggling, passes.Seconds, edges.Before + edges.After + late, update),
            passes.Exact
        );
    }
}
