using Petaday.Training;

namespace Petaday.Planning;

/// <summary>What no strategy of a problem is below, found in a hundredth of a search's time: enough to pass a whole search over.</summary>
/// <param name="StepSeconds">A lower bound of step time, s; infinite where no strategy is valid.</param>
/// <param name="Candidates">Valid strategies in the whole space.</param>
public readonly record struct SearchBound(double StepSeconds, long Candidates)
{
    /// <summary>The bound of a problem: the least over its profiles of what the passes of a micro-batch take of the devices, without waiting or traffic.</summary>
    /// <param name="problem">What is searched for.</param>
    /// <param name="recomputation">What is recomputed; null for every choice.</param>
    public static SearchBound Of(SearchProblem problem, Recomputation? recomputation = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var space = new StrategySpace(problem, recomputation);
        var (least, candidates) = (double.PositiveInfinity, 0L);
        foreach (var profile in space.Profiles())
        {
            var model = ModelProfile.Of(new ProfileContext(problem.Architecture, problem.System, problem.Stack, problem.Recipe, profile));
            least = Math.Min(least, ProfileBound.Seconds(model, problem.Devices));
            candidates += space.Count(profile);
        }

        return new SearchBound(least, candidates);
    }
}
