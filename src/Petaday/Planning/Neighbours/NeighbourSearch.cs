using System.Collections.Immutable;
using Petaday.Architectures;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Planning.Neighbours;

/// <summary>Finds the single changes of a setting that make its step shorter, or make it fit, by working out every one with the same model.</summary>
/// <param name="architecture">The model.</param>
/// <param name="system">The machines.</param>
public sealed class NeighbourSearch(Architecture architecture, SystemSpec system)
{
    /// <summary>The least share of the step that a change must save to be worth a word: less is within what the model cannot tell apart.</summary>
    public const double LeastGain = 0.01;

    /// <summary>
    /// The best value of each key whose change saves at least <see cref="LeastGain"/> of the step and fits in <see cref="StrategySearch.MemoryShare"/> of the
    /// memory, the largest gain first. Where the setting itself does not fit in the device's memory, whatever fits is given, the fastest first. Devices stay as
    /// they are. Of values as fast as each other the first is taken.
    /// </summary>
    /// <param name="from">The setting; its strategy must be valid.</param>
    /// <param name="stacks">Other stacks that may take its place.</param>
    /// <param name="keep">The most changes given.</param>
    public ImmutableArray<RatedNeighbour> Best(Setting from, IReadOnlyList<Stack> stacks, int keep)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(stacks);
        var now = Estimate(from);
        double limit = now.Memory.Fits ? now.Time.Seconds * (1 - LeastGain) : double.PositiveInfinity;
        double room = StrategySearch.MemoryShare * now.Memory.CapacityBytes;
        return
        [
            .. new StrategyNeighbours(architecture, system)
                .Of(from, stacks)
                .Where(IsValid)
                .Select(neighbour => (Neighbour: neighbour, Step: Outline(neighbour.Setting)))
                .Where(pair => pair.Step.Seconds <= limit && pair.Step.MemoryBytes <= room)
                .GroupBy(pair => pair.Neighbour.Key)
                .Select(values => values.MinBy(pair => pair.Step.Seconds))
                .OrderBy(pair => pair.Step.Seconds)
                .Take(keep)
                .Select(pair => new RatedNeighbour(pair.Neighbour, Estimate(pair.Neighbour.Setting))),
        ];
    }

    private bool IsValid(Neighbour neighbour) =>
        StrategyRules
            .Check(architecture, system, neighbour.Setting.Recipe, neighbour.Setting.Strategy, neighbour.Setting.Strategy.Devices)
            .Count == 0;

    /// <summary>Time and memory alone: most neighbours are no better.</summary>
    private StepOutline Outline(Setting setting) =>
        StepModel.Outline(architecture, system, setting.Stack, setting.Recipe, setting.Strategy);

    private StepEstimate Estimate(Setting setting) =>
        StepModel.Estimate(architecture, system, setting.Stack, setting.Recipe, setting.Strategy);
}
