using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Adaptation;

/// <summary>What serving a task takes a month.</summary>
/// <param name="Monthly">Money of the first month, USD.</param>
/// <param name="Present">Money of all months of use, USD of today.</param>
/// <param name="Devices">Devices that serve at the horizon's load; null where a provider serves.</param>
internal sealed record ServingCosts(Line Monthly, Line Present, Line? Devices)
{
    private const double MonthSeconds = 730 * Units.SecondsPerHour;

    /// <summary>What a provider asks for the first month.</summary>
    public static Line HostedMonth(HostedModel model, TaskLines task) =>
        Line.Sum(
            "serving",
            "Serving, first month",
            Dimension.Money,
            Line.Product("read", "Tokens read", task.Input, model.Input, task.PriceFactor),
            Line.Product("extra", "Examples or passages before requests", task.ExtraTokens, model.CachedInput, task.PriceFactor),
            Line.Product("written", "Tokens written", task.Output, model.Output, task.PriceFactor)
        );

    /// <summary>Serving by a provider, by the token.</summary>
    public static ServingCosts Hosted(HostedModel model, TaskLines task, Line start)
    {
        Line monthly = HostedMonth(model, task);
        Line weight = Line.Computed(
            "months",
            "Discounted months of use",
            Dimension.None,
            "sum over the months of use of ((1 + growth)^(1/12) × 10^(−decline/12))^(m−1) × (1 + discount)^(−m/12)",
            static parts =>
                Months.Weight(
                    parts[0],
                    parts[1],
                    Months.Monthly((1 + parts[2]) * Math.Pow(10, -parts[3])),
                    Months.Monthly(1 / (1 + parts[4]))
                ),
            start,
            task.Horizon,
            task.Growth,
            task.Factors.Plain("hostedDecline", "Decline of hosted prices, orders of magnitude a year"),
            task.Discount
        );
        return new(monthly, Line.Product("servingPresent", "Serving, worth today", monthly, weight), null);
    }

    /// <summary>Serving on machines: whole replicas for the load at its peak.</summary>
    public static ServingCosts OnMachines(ServingQuote quote, MachineOffer machines, TaskLines task, Line start)
    {
        Line load = Load(quote, task);
        if (machines.Place != Place.Rented)
        {
            return ByUse(quote, machines, task, start, load);
        }

        Line replica = Line.Product(
            "replica",
            "A replica a month",
            quote.Devices,
            machines.Price,
            new Line("month", "Month", MonthSeconds, Dimension.Seconds)
        );
        Line monthly = Line.Computed(
            "serving",
            "Serving, first month",
            Dimension.Money,
            "replicas, whole ones × a replica a month",
            static parts => Months.Replicas(parts[0]) * parts[1],
            load,
            replica
        );
        Line present = Line.Computed(
            "servingPresent",
            "Serving, worth today",
            Dimension.Money,
            "a replica a month × sum over the months of use of whole replicas × 10^(−decline × (m−1)/12) × (1 + discount)^(−m/12)",
            static parts =>
                parts[0]
                * Months.ReplicaWeight(
                    parts[1],
                    Months.Monthly(1 + parts[2]),
                    Months.Monthly(Math.Pow(10, -parts[3])),
                    parts[4],
                    parts[5],
                    Months.Monthly(1 / (1 + parts[6]))
                ),
            replica,
            load,
            task.Growth,
            task.Factors.Plain("hardwareDecline", "Decline of rents, orders of magnitude a year"),
            start,
            task.Horizon,
            task.Discount
        );
        return new(monthly, present, Needed(quote, task, load));
    }

    /// <summary>One's own machines cost their electricity while they are in use.</summary>
    private static ServingCosts ByUse(ServingQuote quote, MachineOffer machines, TaskLines task, Line start, Line load)
    {
        Line monthly = Line.Computed(
            "serving",
            "Serving, first month",
            Dimension.Money,
            "(tokens read / rate + tokens written / rate) × devices of a replica × electricity of a device",
            static parts => ((parts[0] / parts[1]) + (parts[2] / parts[3])) * parts[4] * parts[5],
            task.Input,
            quote.InputRate,
            task.Output,
            quote.OutputRate,
            quote.Devices,
            machines.Price
        );
        Line weight = Line.Computed(
            "months",
            "Discounted months of use",
            Dimension.None,
            "sum over the months of use of (1 + growth)^((m−1)/12) × (1 + discount)^(−m/12)",
            static parts => Months.Weight(parts[0], parts[1], Months.Monthly(1 + parts[2]), Months.Monthly(1 / (1 + parts[3]))),
            start,
            task.Horizon,
            task.Growth,
            task.Discount
        );
        return new(monthly, Line.Product("servingPresent", "Serving, worth today", monthly, weight), Needed(quote, task, load));
    }

    private static Line Load(ServingQuote quote, TaskLines task) =>
        Line.Computed(
            "load",
            "Load at the peak, in replicas",
            Dimension.None,
            "peak / mean × (tokens read / rate + tokens written / rate) / (seconds of a month × load at the peak)",
            static parts => parts[0] * ((parts[1] / parts[2]) + (parts[3] / parts[4])) / (MonthSeconds * parts[5]),
            task.Task.Peak is { } peak ? TaskLines.Given("peak", "Peak over mean", peak) : quote.PeakFactor,
            task.Input,
            quote.InputRate,
            task.Output,
            quote.OutputRate,
            quote.PeakUse
        );

    private static Line Needed(ServingQuote quote, TaskLines task, Line load) =>
        Line.Computed(
            "servingDevices",
            "Devices for serving, at most",
            Dimension.None,
            "whole replicas for the larger of the loads now and at the horizon × devices of a replica",
            static parts => Months.Replicas(parts[0] * Math.Max(1, Math.Pow(1 + parts[1], parts[2] / Months.OfYear))) * parts[3],
            load,
            task.Growth,
            task.Horizon,
            quote.Devices
        );
}
