using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>Small runs, searches and failed runs: item by item, else as a share of the final run's device time.</summary>
internal static class ExperimentCost
{
    private static readonly (string Key, string Name, string Runs, string Flops)[] Items =
    [
        ("smallRuns", "Small runs", "experiments.smallRuns", "experiments.smallRunFlops"),
        ("search", "Search for hyper-parameters", "experiments.searchRuns", "experiments.searchRunFlops"),
        ("scalingLaw", "Runs that fit a scaling law", "experiments.scalingRuns", "experiments.scalingRunFlops"),
    ];

    /// <summary>The cause.</summary>
    public static CostCause Cause { get; } = new("experiments", "Experiments", Lines);

    private static IEnumerable<Line> Lines(ProjectWork work) => IsItemised(work) ? Itemised(work) : Shared(work);

    private static bool IsItemised(ProjectWork work) =>
        Items.Any(item => work.Figures.IsGiven(item.Runs)) || work.Figures.IsGiven("experiments.failedShare");

    private static IEnumerable<Line> Shared(ProjectWork work)
    {
        Line time = Line.Product(
            "deviceSeconds",
            "Device time of experiments",
            work.Figures.Of("experiments.share", Dimension.None),
            Runs.Reference.To(work.Inputs.Compute.DeviceSeconds, "run.deviceSeconds")
        );
        return [work.Devices("devices", "Experiments, as a share of the final run", time)];
    }

    private static IEnumerable<Line> Itemised(ProjectWork work) =>
        [
            .. Items.Select(item =>
                work.Figures.Has(item.Runs, item.Flops)
                    ? work.Devices(item.Key, item.Name, Time(work, item.Runs, item.Flops))
                    : NotCounted.Line(item.Key, item.Name, item.Runs, item.Flops)
            ),
            work.Figures.Find("experiments.failedShare") is { } failed
                ? work.Devices(
                    "failed",
                    "Failed runs",
                    Line.Product("deviceSeconds", "Device time of failed runs", failed, work.Inputs.Compute.DeviceSeconds)
                )
                : NotCounted.Line("failed", "Failed runs", "experiments.failedShare"),
        ];

    private static Line Time(ProjectWork work, string runs, string flops) =>
        Line.Computed(
            "deviceSeconds",
            "Device time",
            Dimension.Seconds,
            "runs × FLOPs of one / rate of a device",
            static parts => parts[0] * parts[1] / parts[2],
            work.Figures.Find(runs)!,
            work.Figures.Find(flops)!,
            work.Inputs.DeviceRate
        );
}
