using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>What moves training forward: steps, and what makes some of them longer.</summary>
internal static class ForwardLines
{
    /// <summary>The lines of a run; those that take no time are left out.</summary>
    /// <param name="training">All steps at their usual time, s.</param>
    /// <param name="job">The job.</param>
    /// <param name="inputs">What is known of the cluster.</param>
    /// <param name="defaults">What published runs saw.</param>
    /// <param name="more">Further lines, s.</param>
    public static ImmutableArray<Line> Of(
        Line training,
        JobShape job,
        ReliabilityInputs inputs,
        ReliabilityDefaults defaults,
        params ReadOnlySpan<Line?> more
    )
    {
        ImmutableArray<Line>.Builder lines = ImmutableArray.CreateBuilder<Line>();
        lines.Add(training);
        lines.AddRange(more.ToArray().OfType<Line>());
        if (inputs.KeepsStragglers)
        {
            lines.Add(Stragglers(Together(lines), job, inputs, defaults));
        }

        return lines.ToImmutable();
    }

    private static Line Together(IEnumerable<Line> lines) => Line.Sum("steps", "Steps", Dimension.Seconds, lines);

    // A synchronous step takes as long as its slowest host: the chance that one is slow, times how much slower it is.
    private static Line Stragglers(Line steps, JobShape job, ReliabilityInputs inputs, ReliabilityDefaults defaults) =>
        Line.Computed(
            "stragglers",
            "Slow hosts",
            Dimension.Seconds,
            "steps x slowdown of a slow host x (1 - (1 - share of slow hosts)^nodes)",
            static v => v[0] * v[1] * (1 - Math.Pow(1 - v[2], v[3])),
            steps,
            inputs.StragglerSlowdown ?? defaults.StragglerSlowdown,
            inputs.StragglerShare ?? defaults.StragglerShare,
            new Line("nodes", "Nodes", job.Nodes, Dimension.None)
        );
}
