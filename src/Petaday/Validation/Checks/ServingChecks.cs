using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Serving;

namespace Petaday.Validation.Checks;

/// <summary>A service at a stated device time of a token, by <see cref="ServingFleet"/>: devices, servers, their price, their electricity.</summary>
internal static class ServingChecks
{
    private const double Days = 1;

    /// <summary>Device time of a day at the mean demand.</summary>
    public static Line DeviceTime(CheckInputs inputs, FactorBook factors) =>
        Line.Product("deviceSeconds", "Device time of a day", Fleet(inputs).BusyDevices, Day);

    /// <summary>Devices, in whole ones.</summary>
    public static Line Devices(CheckInputs inputs, FactorBook factors) => Fleet(inputs).Devices;

    /// <summary>Servers, in whole ones.</summary>
    public static Line Servers(CheckInputs inputs, FactorBook factors) => Fleet(inputs).Servers;

    /// <summary>What the servers cost to buy.</summary>
    public static Line Capital(CheckInputs inputs, FactorBook factors) =>
        Line.Product(
            "capital",
            "Price of the servers",
            Fleet(inputs).Servers,
            inputs.Line("serverPrice", "Price of a server", Dimension.Money)
        );

    /// <summary>Electricity of a day, of devices at work.</summary>
    public static Line Power(CheckInputs inputs, FactorBook factors)
    {
        Line energy = Line.Computed(
            "energy",
            "Energy on the meter in a day",
            Dimension.Joules,
            "devices at work / devices of a server × power of a server × day × power usage effectiveness",
            static parts => parts[0] / parts[1] * parts[2] * parts[3] * parts[4],
            Fleet(inputs).BusyDevices,
            inputs.Line("devicesPerServer", "Devices of a server", Dimension.None),
            inputs.Line("serverPower", "Power of a server", Dimension.Watts),
            Day,
            inputs.Line("pue", "Power usage effectiveness", Dimension.None)
        );
        return Line.Product("electricity", "Electricity", energy, inputs.Line("tariff", "Tariff", Dimension.MoneyPerJoule));
    }

    private static Line Day => new("day", "A day", Days * Units.SecondsPerDay, Dimension.Seconds);

    private static ServingFleet Fleet(CheckInputs inputs)
    {
        var demand = new ServingDemand(
            ServingDemand.OfUsers(
                inputs.Line("users", "Users", Dimension.None),
                inputs.Line("requestsPerUserPerDay", "Requests of a user on a day", Dimension.None)
            ),
            new Line("promptTokens", "Tokens of a prompt", 0, Dimension.Tokens),
            inputs.Line("outputTokens", "Tokens of an answer", Dimension.Tokens),
            new Line("cachedShare", "Share of a prompt that is cached", 0, Dimension.None),
            inputs.Line("peakFactor", "Peak over mean", Dimension.None),
            inputs.Line("peakUse", "Load at the peak", Dimension.None)
        );
        Line perServer = inputs.Line("devicesPerServer", "Devices of a server", Dimension.None);
        return ServingFleet.Of(
            demand,
            ServiceRate.Stated(inputs.Line("tokenSeconds", "Device time of a token", Dimension.Seconds), demand),
            (int)Math.Clamp(perServer.Value ?? 1, 1, int.MaxValue)
        );
    }
}
