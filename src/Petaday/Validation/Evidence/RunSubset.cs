using System.Collections.Immutable;

namespace Petaday.Validation.Evidence;

/// <summary>Published rows that other predictors were run on, or that a target names.</summary>
/// <param name="Id">Its name in the catalog's tables of peers and targets.</param>
/// <param name="Title">What a reader sees.</param>
/// <param name="Holds">Whether a row belongs to it.</param>
public sealed record RunSubset(string Id, string Title, Func<RunRow, bool> Holds)
{
    private const double GoodMfuPercent = 20;
    private const int WidestTensor = 8;

    /// <summary>Every subset, in the order of reports.</summary>
    public static ImmutableArray<RunSubset> All { get; } =
    [
        new(
            "korthikanti2022",
            "Korthikanti et al. 2022: table 5 and activation memory",
            static row => row.SourceGroup == "korthikanti2022"
        ),
        new("vtrain-single", "vTrain's grid, one node", static row => row.SourceGroup == "vtrain-single"),
        new("nanotron-grid", "nanotron's grid, all layouts", IsNanotron),
        new("nanotron-grid-mfu20", "nanotron's grid, MFU over 20 %", IsGood),
        new(
            "nanotron-grid-mfu20-tensor8",
            "nanotron's grid, MFU over 20 % and tensor group up to 8",
            static row => IsGood(row) && row.Tensor <= WidestTensor
        ),
    ];

    private static bool IsNanotron(RunRow row) => row.SourceGroup == "nanotron-grid";

    private static bool IsGood(RunRow row) => IsNanotron(row) && row.StatedMfuPercent > GoodMfuPercent;
}
