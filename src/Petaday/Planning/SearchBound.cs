using Petaday.Training;

namespace Petaday.Planning;

/// <summary>What no strategy of a problem is below, found in a hundredth of a search's time: enough to pass a whole search over.</summary>
/// <param name="StepSeconds">A lower bound of step time, s; infinite where no strategy is valid.</param>
/// <param name="BusySeconds">A lower bound of the time in which a device computes in a step, s.</param>
/// <param name="Candidates">Valid strategies in the whole space.</param>
public readonly record struct SearchBound(double StepSeconds, double BusySeconds, long Candidates)
{
    /// <summary>
    /// The bound of a problem: the least over its profiles of what the passes of all micro-batches take of the devices (<see cref="ProfileBound"/>), without waiting, recomputation
    /// and the traffic that passes do not wait for.
    /// </summary>
    /// <param name="problem">What is searched for.</param>
    /// <param name="recomputation">What is recomputed; null for every choice.</param>
    public static SearchBound Of(SearchProblem problem, Recomputation? recomputation = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var space = new StrategySpace(problem, recomputation);
        var (step, busy, candidates) = (double.PositiveInfinity, double.PositiveInfinity, 0L);
        foreach (var profile in space.Profiles())
        {
            var model = ModelProfile.Of(new ProfileContext(problem.Architecture, problem.System, problem.Stack, problem.Recipe, profile));
            step = Math.Min(step, ProfileBound.Seconds(model, problem.Devices));
            busy = Math.Min(busy, Busy(model, problem.Devices));
            candidates += space.Count(profile);
        }

        return new SearchBound(step, busy, candidates);
    }

    /// <summary>The busiest device computes for no less than all of them do on average.</summary>
    private static double Busy(ModelProfile model, int devices)
    {
        var (shape, strategy) = (model.Context.Architecture, model.Context.Strategy);
        var all = 0.0;
        for (var layer = -shape.EncoderLayers; layer < shape.Layers; layer++)
        {
            var one = model.Layers[LayerKinds.Of(shape, layer)]!;
            all += one.Forward.Compute + one.Backward.Compute;
        }

        var ranks = (double)strategy.Tensor * strategy.Context / devices;
        return all * ranks * model.Context.Recipe.GlobalBatchSequences / strategy.MicroBatch;
    }
}
