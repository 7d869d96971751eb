using System.Collections.Immutable;

namespace Petaday.Validation.Evidence;

/// <summary>
/// Whether predictions choose well: over every group of layouts that one source measured of one run (model, machine, software, task, precision, devices, sequence
/// length and global batch alike), how fast the layout that is predicted fastest ran, as a share of the fastest of the group.
/// </summary>
/// <param name="SourceGroup">The source.</param>
/// <param name="Groups">Groups of two layouts or more.</param>
/// <param name="Layouts">Layouts in them; one that was measured more than once counts with its fastest run.</param>
/// <param name="Share">Measured throughput of the picks over that of the best, averaged over groups.</param>
/// <param name="WorstShare">The same of the group with the worst pick.</param>
/// <param name="BlindShare">The same of a layout taken blindly: the average of the groups' layouts. What the naive rule gives, which tells no two layouts apart.</param>
public sealed record LayoutPicking(string SourceGroup, int Groups, int Layouts, double Share, double WorstShare, double BlindShare)
{
    /// <summary>Every source that measured two layouts of a run or more, by name.</summary>
    internal static ImmutableArray<LayoutPicking> BySource(IEnumerable<RowEvaluation> evaluations) =>
        [
            .. evaluations
                .Where(static row => row.Step is { Scored: true, Error: not null })
                .GroupBy(static row => row.Row.SourceGroup, StringComparer.Ordinal)
                .OrderBy(static source => source.Key, StringComparer.Ordinal)
                .Select(static source => Of(source.Key, source))
                .OfType<LayoutPicking>(),
        ];

    private static LayoutPicking? Of(string source, IEnumerable<RowEvaluation> rows)
    {
        StepResult[][] groups =
        [
            .. rows.GroupBy(static row => Same(row.Row))
                .Select(static group =>
                    group
                        .GroupBy(static row => Layout(row.Row), static row => row.Step!)
                        .Select(static runs => runs.MaxBy(Speed)!)
                        .ToArray()
                )
                .Where(static group => group.Length > 1),
        ];
        return groups.Length == 0
            ? null
            : new LayoutPicking(
                source,
                groups.Length,
                groups.Sum(static group => group.Length),
                groups.Average(Picked),
                groups.Min(Picked),
                groups.Average(static group => group.Average(Speed) / group.Max(Speed))
            );
    }

    // What a person who plans the run has settled before choosing a layout.
    private static object Same(RunRow row) =>
        (
            (row.ModelName, row.Layers, row.Hidden, row.SequenceLength, row.GlobalBatch),
            (row.AcceleratorId, row.Devices, row.NetworkGigabitsPerSecond, row.StackId, row.TaskId, row.PrecisionId)
        );

    private static object Layout(RunRow row) =>
        (
            (row.Tensor, row.SequenceParallel, row.Context, row.Pipeline, row.VirtualPipeline, row.Data),
            (row.Expert, row.ExpertTensor, row.ZeroStage, row.ShardGroup, row.MicroBatch, row.RecomputeMode)
        );

    // Of layouts predicted alike the first by name is taken: an order that no measurement has a part in.
    private static double Picked(StepResult[] group) =>
        Speed(group.OrderByDescending(PredictedSpeed).ThenBy(static row => row.Id, StringComparer.Ordinal).First()) / group.Max(Speed);

    private static double Speed(StepResult row) => row.IsThroughput ? row.Measured!.Value : 1 / row.Measured!.Value;

    private static double PredictedSpeed(StepResult row) => row.IsThroughput ? row.Predicted!.Value : 1 / row.Predicted!.Value;
}
