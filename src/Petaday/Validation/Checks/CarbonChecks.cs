using System.Collections.Immutable;
using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Validation.Checks;

/// <summary>Carbon by <see cref="EnergyModel"/>, <see cref="CarbonModel"/>, <see cref="EmbodiedModel"/>, <see cref="SiliconModel"/> and <see cref="GridMix"/>.</summary>
internal static class CarbonChecks
{
    private const string Unstated = "not part of this check";
    private const double NanometresPerMetre = 1e9;

    /// <summary>Operational carbon of a run from its compute, the rate and power of its devices, the hall and the grid, kgCO2e.</summary>
    public static Line Operational(CheckInputs inputs, FactorBook factors)
    {
        EnergyUse energy = EnergyModel.Estimate(
            new PowerInputs("", "gpu", 1)
            {
                MeasuredWatts = inputs.Line("watts", "Average power of a device and its share of the server", Dimension.Watts),
            },
            ComputeChecks.Time(inputs),
            inputs.Line("pue", "Power usage effectiveness", Dimension.None),
            factors.Energy
        );
        return CarbonModel.Estimate(energy, Site(inputs), Unknown("embodied", Dimension.Carbon)).Operational;
    }

    /// <summary>Embodied carbon of a run's share of devices and servers, kgCO2e.</summary>
    public static Line Embodied(CheckInputs inputs, FactorBook factors)
    {
        Line perServer = inputs.Line("devicesPerServer", "Devices of a server", Dimension.None);
        return EmbodiedModel.Estimate(
            new EmbodiedInputs(ComputeChecks.Time(inputs))
            {
                DieArea = inputs.Line("dieArea", "Silicon of a device", Dimension.Area),
                ProcessNanometres = Nanometres(inputs, "process"),
                ServerParts =
                [
                    Shared(
                        SiliconModel.Die(
                            inputs.Line("cpuArea", "Silicon of the processor", Dimension.Area),
                            Nanometres(inputs, "cpuProcess"),
                            factors.Embodied
                        ),
                        perServer
                    ),
                    Shared(
                        SiliconModel.Memory(inputs.Line("memory", "Memory of the server", Dimension.Bytes), factors.Embodied),
                        perServer
                    ),
                    Shared(
                        SiliconModel.Storage(inputs.Line("storage", "Storage of the server", Dimension.Bytes), factors.Embodied),
                        perServer
                    ),
                    Shared(inputs.Line("others", "Other parts of the server", Dimension.Carbon), perServer),
                ],
            },
            factors.Embodied
        );
    }

    /// <summary>Carbon of a die: by what its fab takes where that is stated, else by the catalog's figure for the process, kgCO2e.</summary>
    public static Line Die(CheckInputs inputs, FactorBook factors)
    {
        Line area = inputs.Line("dieArea", "Silicon of a device", Dimension.Area);
        if (!inputs.Has("fabEnergy"))
        {
            return SiliconModel.Die(area, Nanometres(inputs, "process"), factors.Embodied);
        }

        var perArea = Dimension.Carbon / Dimension.Area;
        return Line.Product(
            "die",
            "Silicon of a device",
            area,
            FabModel.PerArea(
                inputs.Line("fabEnergy", "Energy of making silicon", Dimension.Joules / Dimension.Area),
                inputs.Line("fabGrid", "Carbon of the fab's electricity", Dimension.CarbonPerJoule),
                inputs.Line("fabGases", "Carbon of process gases", perArea),
                inputs.Line("fabMaterials", "Carbon of materials", perArea),
                inputs.Line("fabYield", "Dies that work", Dimension.None)
            )
        );
    }

    /// <summary>Carbon of a grid from the origins of its electricity, kgCO2e/J.</summary>
    public static Line Grid(CheckInputs inputs, FactorBook factors) =>
        GridMix.Carbon(
            inputs
                .Under("share.")
                .Select(origin =>
                    (
                        origin,
                        inputs.Line("share." + origin, $"Share of {origin}", Dimension.None),
                        inputs.Line("factor." + origin, $"Carbon of {origin}", Dimension.CarbonPerJoule)
                    )
                )
        );

    // A device carries its share of the server.
    private static Line Shared(Line part, Line devices) =>
        Line.Computed(
            part.Key,
            $"{part.Name}, a device's share",
            Dimension.Carbon,
            "of the server / devices of a server",
            static parts => parts[0] / parts[1],
            part,
            devices
        );

    private static GridSite Site(CheckInputs inputs) =>
        new(
            "stated",
            "As stated",
            inputs.Line("carbon", "Carbon of the grid's electricity", Dimension.CarbonPerJoule),
            Unknown("market", Dimension.CarbonPerJoule),
            Unknown("marginal", Dimension.CarbonPerJoule),
            Unknown("tariff", Dimension.MoneyPerJoule),
            inputs.Line("pue", "Power usage effectiveness", Dimension.None),
            Unknown("onSiteWater", Dimension.WaterPerJoule),
            Unknown("gridWater", Dimension.WaterPerJoule),
            ImmutableArray<string>.Empty
        );

    private static double Nanometres(CheckInputs inputs, string key) =>
        (inputs.Line(key, "Process", Dimension.Length).Value ?? double.NaN) * NanometresPerMetre;

    private static Line Unknown(string key, Dimension unit) => Line.Unknown(key, key, unit, Unstated);
}
