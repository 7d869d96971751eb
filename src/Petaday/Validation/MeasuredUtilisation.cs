using System.Collections.Immutable;
using Petaday.Hardware;

namespace Petaday.Validation;

/// <summary>The largest model FLOPs utilisation that anybody measured on an accelerator with a stack, by our own count of FLOPs.</summary>
/// <param name="Accelerator">Catalog id.</param>
/// <param name="Stack">Catalog id.</param>
/// <param name="Format">The format whose peak it is held to.</param>
/// <param name="Adapters">Whether adapters alone learned.</param>
/// <param name="Mfu">0 to 1.</param>
/// <param name="Row">The published row that has it.</param>
/// <param name="Source">That row's source.</param>
/// <param name="Runs">Rows that it is the largest of.</param>
public sealed record MeasuredUtilisation(
    string Accelerator,
    string Stack,
    Precision Format,
    bool Adapters,
    double Mfu,
    string Row,
    string Source,
    int Runs
)
{
    /// <summary>The largest of scored rows, by accelerator, stack and format.</summary>
    public static ImmutableArray<MeasuredUtilisation> Of(IEnumerable<StepResult> rows) =>
        [
            .. rows.Where(row => row is { Scored: true, MeasuredMfu: not null, Run: not null })
                .GroupBy(row => (row.Run!.AcceleratorId, row.Run.StackId, Format: row.Format!.Value, row.Adapters))
                .OrderBy(group => group.Key.AcceleratorId, StringComparer.Ordinal)
                .ThenBy(group => group.Key.StackId, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Format)
                .ThenBy(group => group.Key.Adapters)
                .Select(group =>
                {
                    var most = group.MaxBy(row => row.MeasuredMfu)!;
                    return new MeasuredUtilisation(
                        group.Key.AcceleratorId,
                        group.Key.StackId,
                        group.Key.Format,
                        group.Key.Adapters,
                        most.MeasuredMfu!.Value,
                        most.Id,
                        most.SourceGroup,
                        group.Count()
                    );
                }),
        ];
}
