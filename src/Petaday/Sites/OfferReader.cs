using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Sites;

/// <summary>Reads a CSV file of what is offered at sites, a row a site. Every figure may be left out.</summary>
public static class OfferReader
{
    private const double JoulesPerKilowattHour = 1000 * Units.SecondsPerHour;
    private const double SecondsPerMonth = Units.SecondsPerYear / 12;
    private const string Green = "green_share";

    private static readonly OfferColumn Capacity = new("capacity_mw", "Power that is free", Dimension.Watts, 1e6, 0, 1e6);
    private static readonly OfferColumn Opening = new("opening_usd", "Price of opening the site", Dimension.Money, 1, 0, 1e12);
    private static readonly OfferColumn Rent = new(
        "rent_usd_per_device_hour",
        "Rent of a device",
        Dimension.MoneyPerSecond,
        1 / Units.SecondsPerHour,
        0,
        1e4
    );
    private static readonly OfferColumn Tariff = new(
        "tariff_usd_per_kwh",
        "Price of electricity",
        Dimension.MoneyPerJoule,
        1 / JoulesPerKilowattHour,
        -1,
        10
    );
    private static readonly OfferColumn Build = new("build_usd_per_kw", "Price of building a hall", SiteFactors.MoneyPerWatt, 1e-3, 0, 1e6);
    private static readonly OfferColumn Lease = new(
        "lease_usd_per_kw_month",
        "Lease of a hall",
        SiteFactors.MoneyPerWatt / Dimension.Seconds,
        1e-3 / SecondsPerMonth,
        0,
        1e5
    );
    private static readonly OfferColumn Pue = new("pue", "Power usage effectiveness", Dimension.None, 1, 1, 5);
    private static readonly OfferColumn Water = new(
        "water_onsite_l_per_kwh",
        "Water used on site",
        Dimension.WaterPerJoule,
        1e-3 / JoulesPerKilowattHour,
        0,
        100
    );
    private static readonly OfferColumn Share = new(Green, "Share of direct green power", Dimension.None, 1, 0, 1);
    private static readonly OfferColumn GreenCarbon = new(
        "green_carbon_g_per_kwh",
        "Carbon of green power",
        Dimension.CarbonPerJoule,
        1e-3 / JoulesPerKilowattHour,
        0,
        2000
    );
    private static readonly OfferColumn Premium = new(
        "green_premium_usd_per_kwh",
        "Premium of green power",
        Dimension.MoneyPerJoule,
        1 / JoulesPerKilowattHour,
        -1,
        10
    );
    private static readonly OfferColumn Bandwidth = new("bandwidth_gbps", "Rate of the link", Dimension.BytesPerSecond, 1e9 / 8, 1e-6, 1e9);
    private static readonly OfferColumn Egress = new("egress_usd_per_gb", "Price of moving data", SiteFactors.MoneyPerByte, 1e-9, 0, 100);

    private static readonly string[] Texts = ["site", "systems", "price_file", "week_file", "carbon_file", "source", "note"];

    /// <summary>Every column, in the order of a file's header.</summary>
    internal static readonly string[] Columns =
    [
        .. Texts,
        .. new[] { Capacity, Opening, Rent, Tariff, Build, Lease, Pue, Water, Share, GreenCarbon, Premium, Bandwidth, Egress }.Select(
            column => column.Name
        ),
    ];

    /// <summary>The offers of a file by site; what is wrong with it is added to the diagnostics. Files that it names stand beside it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="files">Where it, and what it names, come from.</param>
    /// <param name="library">Where the sites are found.</param>
    /// <param name="factors">Life of a hall.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    public static ImmutableArray<Offer> ReadFile(
        string path,
        IInputFiles files,
        Library library,
        SiteFactors factors,
        ICollection<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(factors);
        var offers = ImmutableArray.CreateBuilder<Offer>();
        foreach (var row in TableReader.ReadFile(path, files, diagnostics, Columns))
        {
            if (Id(row, library, diagnostics) is not { } id)
            {
                continue;
            }

            if (offers.Any(offer => offer.SiteId == id))
            {
                diagnostics.Add(row["site"]!.Problem(DiagnosticCodes.DuplicateKey, $"'{id}' is there twice"));
                continue;
            }

            offers.Add(Offer(row, id, files, factors, diagnostics));
        }

        return offers.DrainToImmutable();
    }

    private static string? Id(Node row, Library library, ICollection<Diagnostic> diagnostics)
    {
        if (row["site"] is not { } cell)
        {
            diagnostics.Add(
                row.Problem(DiagnosticCodes.MissingKey, "this row names no site", "an id that 'petaday catalog list sites' shows") with
                {
                    Key = "site",
                }
            );
            return null;
        }

        if (library.TryFind(EntryKind.Sites, cell.Text, out _, out var problem))
        {
            return cell.Text;
        }

        diagnostics.Add(cell.Problem(problem.Code, problem.Message, problem.Expected, problem.Nearest));
        return null;
    }

    private static Offer Offer(Node row, string id, IInputFiles files, SiteFactors factors, ICollection<Diagnostic> diagnostics)
    {
        var build = Build.Read(row, "build", diagnostics);
        return new Offer(id)
        {
            Capacity = Capacity.Read(row, "capacity", diagnostics),
            Opening = Opening.Read(row, "opening", diagnostics),
            Rent = Rent.Read(row, "rent", diagnostics),
            Tariff = Tariff.Read(row, "tariff", diagnostics),
            Build = build is null ? null : HallPrice.OverLife(build, factors),
            Lease = Lease.Read(row, "lease", diagnostics),
            Pue = Pue.Read(row, "pue", diagnostics),
            Water = Water.Read(row, "onSiteWater", diagnostics),
            Green = GreenOf(row, diagnostics),
            Bandwidth = Bandwidth.Read(row, "bandwidth", diagnostics),
            Egress = Egress.Read(row, "egress", diagnostics),
            Systems = [.. (row["systems"]?.Text ?? "").Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries)],
            PriceFile = Named(row["price_file"], files, diagnostics),
            WeekFile = Named(row["week_file"], files, diagnostics),
            CarbonFile = Named(row["carbon_file"], files, diagnostics),
            Note = row["note"]?.Text,
        };
    }

    private static GreenPower? GreenOf(Node row, ICollection<Diagnostic> diagnostics)
    {
        if (Share.Read(row, "greenShare", diagnostics) is { } share)
        {
            return new GreenPower(
                share,
                GreenCarbon.Read(row, "greenCarbon", diagnostics)
                    ?? new Line("greenCarbon", "Carbon of green power", 0, Dimension.CarbonPerJoule) { Note = "not said: none" },
                Premium.Read(row, "greenPremium", diagnostics)
                    ?? new Line("greenPremium", "Premium of green power", 0, Dimension.MoneyPerJoule) { Note = "not said: none" }
            );
        }

        foreach (var idle in new[] { GreenCarbon, Premium }.Select(column => row[column.Name]).OfType<Node>())
        {
            diagnostics.Add(idle.Problem(DiagnosticCodes.MissingKey, $"this needs '{Green}' beside it"));
        }

        return null;
    }

    private static string? Named(Node? cell, IInputFiles files, ICollection<Diagnostic> diagnostics)
    {
        if (cell is null)
        {
            return null;
        }

        if (files.Refusal(cell) is { } refusal)
        {
            diagnostics.Add(refusal);
        }

        return files.PathOf(cell);
    }
}
