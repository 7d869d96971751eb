using Petaday.Training;

namespace Petaday.Validation.Calibration;

/// <summary>The measured memories of a runs file.</summary>
internal static class MemoryRuns
{
    /// <summary>Scored rows with a measured memory that can be mapped, in the file's order.</summary>
    public static IEnumerable<MemoryRun> Of(IEnumerable<RunRow> rows, RunMapper mapper)
    {
        foreach (
            RunRow row in rows.Where(static row =>
                row.Scored && row.Outcome != "oom" && !MemoryDefinition.IsCalculated(row.MemoryDefinition)
            )
        )
        {
            if (row.Memory is { } figure && mapper.Map(row).Run is { } mapped)
            {
                MappingDraft draft = new();
                MappedRun run = GatheringMapping.Of(mapped, static other => Memory(Profile(other)).Fits, draft);
                (ModelProfile profile, StageLayout layout) = Profile(run);
                yield return new MemoryRun(
                    row.SourceGroup,
                    MemoryDefinition.Bytes(figure, row.MemoryDefinition, draft),
                    row.MemoryDefinition,
                    profile,
                    layout
                );
            }
        }
    }

    private static StepMemory Memory((ModelProfile Profile, StageLayout Layout) run) => StepModel.Memory(run.Profile, run.Layout);

    private static (ModelProfile Profile, StageLayout Layout) Profile(MappedRun run)
    {
        ModelProfile profile = ModelProfile.Of(new ProfileContext(run.Architecture, run.System, run.Stack, run.Recipe, run.Strategy));
        return (profile, StageLayout.Of(run.Architecture, run.Stack, run.Strategy.Pipeline, run.Strategy.VirtualPipeline));
    }
}
