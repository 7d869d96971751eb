using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Validation.Footprints;

/// <summary>Holds the carbon that authors state against the method: given what they state, and given device-hours alone.</summary>
public static class FootprintStudy
{
    private const double JoulesPerMegawattHour = 1e6 * Units.SecondsPerHour;
    private const double KilogramsPerJoule = 1e-3 / (1000 * Units.SecondsPerHour);

    /// <summary>Evaluates every row; one whose accelerator or site the catalog does not have is left out, with a diagnostic.</summary>
    public static ImmutableArray<FootprintResult> Of(
        ImmutableArray<StatedFootprint> rows,
        Library library,
        FactorBook factors,
        ICollection<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(factors);
        return
        [
            .. rows.Select(row =>
                    library.Find(EntryKind.Accelerators, row.AcceleratorId, diagnostics) is { } accelerator
                    && library.Find(EntryKind.Sites, row.SiteId, diagnostics) is { } site
                        ? Result(row, accelerator, GridSiteReader.Read(site, library, factors.Energy), factors)
                        : null
                )
                .OfType<FootprintResult>(),
        ];
    }

    private static FootprintResult Result(StatedFootprint row, Entry accelerator, GridSite site, FactorBook factors)
    {
        var held = row.DeviceHours is { } hours
            ? new Line("deviceSeconds", "Device time", hours * Units.SecondsPerHour, Dimension.Seconds) { Note = "as stated" }
            : Line.Unknown("deviceSeconds", "Device time", Dimension.Seconds, "not stated");
        var asStated = site with
        {
            Pue = new Line("pue", "Power usage effectiveness", row.Pue, Dimension.None) { Note = "as stated" },
            Carbon = new Line("carbon", "Carbon of the grid", row.GramsPerKilowattHour * KilogramsPerJoule, Dimension.CarbonPerJoule)
            {
                Note = "as stated",
            },
        };
        var power = PowerInputs.Read(accelerator, null, 1);
        var embodied = EmbodiedModel.Estimate(EmbodiedInputs.Read(accelerator, held), factors.Embodied);
        return new FootprintResult(
            row,
            Given(row, power, held, asStated, factors),
            Operational(power, held, asStated, factors),
            Operational(power, held, site, factors),
            embodied,
            row.Embodied?.Of(held)
        );
    }

    private static Line Given(StatedFootprint row, PowerInputs power, Line held, GridSite site, FactorBook factors)
    {
        if (row.MegawattHours is not { } stated)
        {
            var measured = new Line("measuredWatts", "Average power of a device", row.Watts, Dimension.Watts) { Note = "as stated" };
            return Operational(power with { MeasuredWatts = measured }, held, site, factors);
        }

        var energy = new Line("equipment", "Energy of devices and servers", stated * JoulesPerMegawattHour, Dimension.Joules)
        {
            Note = "as stated",
        };
        return Line.Product("operational", "Operational carbon, by location", energy, site.Pue, site.Carbon);
    }

    private static Line Operational(PowerInputs power, Line held, GridSite site, FactorBook factors)
    {
        var none = new Line("embodied", "Embodied carbon", 0, Dimension.Carbon);
        return CarbonModel.Estimate(EnergyModel.Estimate(power, held, site.Pue, factors.Energy), site, none).Operational;
    }
}
