using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>Memory, storage and network: checkpoints, data sets with their replicas, what leaves the store.</summary>
internal static class StorageCost
{
    private static readonly Dimension PerByteAndTime = Dimension.Money / Dimension.Bytes / Dimension.Seconds;

    /// <summary>The cause.</summary>
    public static CostCause Cause { get; } = new("storage", "Storage and network", Lines);

    /// <summary>Bytes of one checkpoint.</summary>
    public static Line Checkpoint(ProjectInputs inputs) =>
        Line.Product(
            "checkpoint",
            "One checkpoint",
            inputs.Parameters,
            inputs.Figures.Of("infrastructure.checkpointBytes", Dimension.Bytes)
        );

    /// <summary>Bytes of the data sets with their replicas.</summary>
    public static Line Datasets(ProjectInputs inputs) =>
        Line.Computed(
            "datasets",
            "Data sets with replicas",
            Dimension.Bytes,
            "(raw × share kept + clean) × replicas",
            static parts => ((parts[0] * parts[1]) + parts[2]) * parts[3],
            DataCost.Raw(inputs),
            inputs.Figures.Of("data.rawKept", Dimension.None),
            DataCost.Clean(inputs),
            inputs.Figures.Of("data.replicas", Dimension.None)
        );

    private static IEnumerable<Line> Lines(ProjectWork work)
    {
        Line price = work.Figures.Of("infrastructure.storagePrice", PerByteAndTime);
        Line time = work.Figures.Find("infrastructure.storageTime") ?? work.Inputs.Elapsed;
        return
        [
            Line.Product(
                "checkpoints",
                "Checkpoints kept",
                Checkpoint(work.Inputs),
                work.Figures.Of("infrastructure.checkpointsKept", Dimension.None),
                price,
                time
            ),
            Line.Product("datasets", "Data sets kept", Datasets(work.Inputs), price, time),
            Line.Product(
                "egress",
                "Bytes that leave the store",
                work.Figures.Find("infrastructure.egress") ?? Weights(work.Inputs),
                work.Figures.Of("infrastructure.egressPrice", Dimension.Money / Dimension.Bytes)
            ),
            work.Priced("transfer", "Transfer between sites", "infrastructure.transfer", "infrastructure.transferPrice"),
        ];
    }

    /// <summary>The trained weights, once, in 16 bits.</summary>
    private static Line Weights(ProjectInputs inputs) =>
        Line.Product(
            "weights",
            "Weights of the model, once",
            inputs.Parameters,
            new Line("bytesPerWeight", "Bytes of a weight in 16 bits", 2, Dimension.Bytes)
        );
}
