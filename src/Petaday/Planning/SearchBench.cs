using Petaday.Training;

namespace Petaday.Planning;

/// <summary>What one thread of a search works with, made once: devices by layout and schedule, and room for what is known of memory.</summary>
internal sealed class SearchBench(SearchProblem problem)
{
    private readonly Dictionary<(int Pipeline, int Chunks, PipelineSchedule Schedule), StepDevices> devices = [];

    /// <summary>What strategies of the schedule at hand take of memory at least.</summary>
    public MemoryFloor Floor { get; } = new();

    /// <summary>Devices to fill for a strategy.</summary>
    public StepDevices Devices(Strategy strategy)
    {
        var key = (strategy.Pipeline, strategy.VirtualPipeline, strategy.Schedule);
        if (!devices.TryGetValue(key, out var found))
        {
            found = new StepDevices(
                StageLayout.Of(problem.Architecture, problem.Stack, strategy.Pipeline, strategy.VirtualPipeline),
                strategy.Schedule
            );
            devices.Add(key, found);
        }

        return found;
    }
}
