using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>The devices of the final run: rent, or hardware, hall, capital and idle time.</summary>
internal static class ComputeCost
{
    /// <summary>The cause.</summary>
    public static CostCause Cause { get; } = new("compute", "Compute of the final run", Lines);

    private static IEnumerable<Line> Lines(ProjectWork work) =>
        work.Basis == PriceBasis.Rental
            ? work.Compute.Parts
            : [.. work.Compute.Parts.Where(part => part.Key != "electricity"), Hall(work), Capital(work), Idle(work)];

    /// <summary>The hall: rented by the kW (colocation), built (its price spread over its life), or not counted.</summary>
    private static Line Hall(ProjectWork work)
    {
        const string Key = "hall";
        const string Name = "Hall for the devices";
        return work.Figures.Word("infrastructure.hosting") switch
        {
            "none" => NotCounted.Zero(Key, Name, "infrastructure.hosting says that there is none to pay"),
            "colocation" => Line.Product(
                Key,
                Name,
                work.Inputs.PeakWatts,
                work.Figures.Of("infrastructure.colocationPrice", Dimension.Money / Dimension.Joules),
                work.Inputs.Elapsed
            ),
            _ when work.Basis == PriceBasis.Acquisition => Line.Product(
                Key,
                Name,
                work.Inputs.PeakWatts,
                work.Figures.Of("infrastructure.facilityPrice", Dimension.Money / Dimension.Watts)
            ),
            _ => Line.Computed(
                Key,
                Name,
                Dimension.Money,
                "peak power × price of a hall / its life × time of the run",
                static parts => parts[0] * parts[1] / parts[2] * parts[3],
                work.Inputs.PeakWatts,
                work.Figures.Of("infrastructure.facilityPrice", Dimension.Money / Dimension.Watts),
                work.Figures.Of("infrastructure.facilityLife", Dimension.Seconds),
                work.Inputs.Elapsed
            ),
        };
    }

    /// <summary>What the money tied up in the cluster would have earned: on the amortised basis alone, where time has a price.</summary>
    private static Line Capital(ProjectWork work)
    {
        const string Key = "capital";
        const string Name = "Cost of capital";
        if (work.Basis == PriceBasis.Acquisition)
        {
            return NotCounted.Zero(Key, Name, "a purchase is a price, not a time");
        }

        if (work.Figures.Find("infrastructure.costOfCapital") is not { } rate)
        {
            return NotCounted.Line(Key, Name, "infrastructure.costOfCapital");
        }

        return Line.Computed(
            Key,
            Name,
            Dimension.Money,
            "loss of worth / rate of that loss × rate of capital",
            static parts => parts[3] > 0 ? (parts[0] + parts[1] + parts[2]) / parts[3] * parts[4] : 0,
            [.. Hardware(work), Depreciation.Rate(work.Inputs.Factors), rate]
        );
    }

    /// <summary>Hardware that stands idle between runs loses worth as well: the runs bear it.</summary>
    private static Line Idle(ProjectWork work)
    {
        const string Key = "idle";
        const string Name = "Hardware standing idle";
        if (work.Basis == PriceBasis.Acquisition)
        {
            return NotCounted.Zero(Key, Name, "a purchase is a price, not a time");
        }

        return work.Figures.Find("infrastructure.utilisation") is not { } share
            ? NotCounted.Line(Key, Name, "infrastructure.utilisation")
            : Line.Computed(
                Key,
                Name,
                Dimension.Money,
                "loss of worth × (1 / share of the time in use − 1)",
                static parts => (parts[0] + parts[1] + parts[2]) * ((1 / parts[3]) - 1),
                [.. Hardware(work), share]
            );
    }

    private static IEnumerable<Line> Hardware(ProjectWork work) =>
        work.Compute.Parts.Where(part => part.Key != "electricity").Select(part => Runs.Reference.To(part, "compute." + part.Key));
}
