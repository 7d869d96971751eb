using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>What the work needs beside money: a store that keeps the devices fed, a cluster that works up the data in the time wished for.</summary>
internal static class ProjectSizing
{
    /// <summary>The sizes, as a group.</summary>
    public static Line Of(ProjectInputs inputs) =>
        new("sizing", "Sizes", null, Dimension.None)
        {
            Parts =
            [
                DataCost.Raw(inputs) with
                {
                    Key = "rawBytes",
                },
                StorageCost.Datasets(inputs) with
                {
                    Key = "storedBytes",
                    Name = "Store for the data sets, replicas included",
                },
                StorageCost.Checkpoint(inputs) with
                {
                    Key = "checkpointBytes",
                },
                ReadBandwidth(inputs),
                DataCost.CoreSeconds(inputs),
                Cores(inputs),
            ],
            Combination = Combination.Other,
        };

    private static Line ReadBandwidth(ProjectInputs inputs) =>
        Line.Computed(
            "readBandwidth",
            "Read bandwidth that keeps the devices fed",
            Dimension.BytesPerSecond,
            "tokens × bytes of a token / time of the run",
            static parts => parts[1] > 0 ? parts[0] / parts[1] : 0,
            DataCost.Clean(inputs),
            inputs.Elapsed
        );

    private static Line Cores(ProjectInputs inputs) =>
        Line.Computed(
            "cores",
            "Cores of a cluster that works up the data in the time wished for",
            Dimension.None,
            "core time / (time wished for × share of it in use)",
            static parts => Math.Ceiling(parts[0] / (parts[1] * parts[2])),
            DataCost.CoreSeconds(inputs),
            inputs.Figures.Find("data.time") ?? inputs.Elapsed,
            inputs.Figures.Of("data.clusterUtilisation", Dimension.None)
        );
}
