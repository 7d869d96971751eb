using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Tests.Catalog;

public sealed class ShippedCatalogTests
{
    private static readonly Library Shipped = Library.OpenShipped();

    [Fact]
    public void Every_file_fits_its_schema_and_every_reference_resolves() =>
        CatalogCheck.Directory(Shipped).Diagnostics.Select(static d => d.ToString()).ShouldBeEmpty();

    [Fact]
    public void Every_entry_can_be_found()
    {
        foreach (EntryKind kind in EntryKind.All)
        {
            IReadOnlyList<string> ids = Shipped.Ids(kind);
            ids.Count.ShouldBeGreaterThanOrEqualTo(4, kind.Folder);
            List<Diagnostic> diagnostics = [];
            Shipped.All(kind, diagnostics).Count().ShouldBe(ids.Count, kind.Folder);
            diagnostics.ShouldBeEmpty(kind.Folder);
        }
    }

    [Fact]
    public void Every_figure_has_a_source_with_a_title_a_date_and_a_grade()
    {
        List<string> bare = [];
        foreach (Entry entry in EntryKind.All.Where(static kind => kind != EntryKind.Sources).SelectMany(static kind => Shipped.All(kind)))
        {
            foreach (SchemaField field in Schema.Of(entry.Kind).Fields().Where(static field => field.Unit is not null))
            {
                if (
                    entry.Figure(field.Path) is { } figure
                    && (entry.Source(figure) is not { Title.Length: > 0, Date: not null } source || source.Title == source.Id)
                )
                {
                    bare.Add($"{entry} {field.Path}");
                }
            }
        }

        bare.ShouldBeEmpty();
    }

    /// <summary>A slip of a unit (MB for GB, Gb for GB, W for kW) is a thousandfold: these bounds are far wider than any real part.</summary>
    public static TheoryData<string, string, double, double> Plausible { get; } =
        new()
        {
            { "accelerators", "peak.bf16", 20e12, 20e15 },
            { "accelerators", "memory.capacity", 8e9, 1e12 },
            { "accelerators", "memory.bandwidth", 200e9, 50e12 },
            { "accelerators", "compute.units", 1, 1000 },
            { "accelerators", "compute.clock", 0.5e9, 4e9 },
            { "accelerators", "compute.cache", 1e6, 1e9 },
            { "accelerators", "link.scaleUp", 5e9, 5e12 },
            { "accelerators", "link.host", 5e9, 2e12 },
            { "accelerators", "power.tdp", 50, 3000 },
            { "accelerators", "die.area", 100e-6, 5000e-6 },
            { "accelerators", "price.launch", 500, 200_000 },
            { "accelerators", "price.onDemand", 0.05 / 3600, 50.0 / 3600 },
            { "systems", "scaleUp.bandwidth", 5e9, 5e12 },
            { "systems", "fabric.bandwidth", 0.1e9, 200e9 },
            { "systems", "power.node", 300, 200e3 },
            { "systems", "power.factor", 1, 4 },
            { "systems", "host.memory", 16e9, 50e12 },
            { "systems", "price.onDemand", 0.05 / 3600, 50.0 / 3600 },
            { "systems", "price.buy", 1000, 10e6 },
            { "models", "published.parameters", 1e7, 5e12 },
            { "models", "published.tokens", 1e8, 1e14 },
            { "models", "published.compute", 1e18, 1e27 },
            { "sites", "carbon_g_per_kwh", 0, 1.2 / 3.6e6 },
            { "sites", "price_usd_per_kwh", 0.01 / 3.6e6, 0.8 / 3.6e6 },
            { "sites", "pue", 1, 2 },
            { "sites", "water_grid_l_per_kwh", 0, 0.1 / 3.6e6 },
        };

    [Theory]
    [MemberData(nameof(Plausible))]
    public void No_figure_is_a_thousandfold_off(string kind, string path, double low, double high)
    {
        Figure[] figures = [.. Shipped.All(EntryKind.Named(kind)!).Select(entry => entry.Figure(path)).OfType<Figure>()];
        figures.ShouldNotBeEmpty();
        figures.Where(figure => figure.Value < low || figure.Value > high).ShouldBeEmpty();
    }

    [Fact]
    public void A_measured_ceiling_is_below_its_peak()
    {
        foreach (Entry entry in Shipped.All(EntryKind.Accelerators).Where(static entry => entry.Has("compute.matmulCeiling")))
        {
            (entry.Number("compute.matmulCeiling") / entry.Number("peak.bf16")).ShouldNotBeNull().ShouldBeInRange(0.3, 1.0, entry.Id);
        }
    }

    [Fact]
    public void Every_chain_of_parents_ends_at_the_world()
    {
        foreach (Entry site in Shipped.All(EntryKind.Sites))
        {
            Entry last = site;
            while (last.Text("parent") is { } parent)
            {
                last = Find(EntryKind.Sites, parent);
            }

            last.Id.ShouldBe("world", site.Id);
        }
    }

    [Fact]
    public void Known_figures_read_as_published()
    {
        Number(EntryKind.Accelerators, "h100-sxm-80gb", "peak.bf16").ShouldBe(989.4e12);
        Number(EntryKind.Systems, "dgx-h100", "fabric.bandwidth").ShouldBe(50e9);
        Number(EntryKind.Models, "gpt3-175b", "published.compute").ShouldBe(3.14e23);
        Shipped.TryFind(EntryKind.Sites, "us", out Entry? us, out _).ShouldBeTrue();
        Figure price = us!.Figure("price_usd_per_kwh").ShouldNotBeNull();
        price.Quantity.In(Dimension.MoneyPerJoule).ShouldBe(0.0771 / 3.6e6, 1e-15);
        (price.SourceId, price.Date).ShouldBe(("epoch-energy-price", new DateOnly(2024, 1, 1)));
        us.Source(price)!.Title.ShouldNotBe("epoch-energy-price");
    }

    [Fact]
    public void A_person_who_writes_less_than_an_id_is_shown_the_ids()
    {
        Shipped.TryFind(EntryKind.Accelerators, "h100", out _, out Diagnostic? diagnostic).ShouldBeFalse();
        diagnostic!.Nearest.ShouldNotBeNull().ShouldContain("'h100-sxm-80gb'");
        diagnostic.Nearest.ShouldContain("'h100-pcie-80gb'");
        NearNames.Of("llama-3-405b", Shipped.Ids(EntryKind.Models))[0].ShouldBe("llama-3.1-405b");
        NearNames.Of("gpt3-175", Shipped.Ids(EntryKind.Models))[0].ShouldBe("gpt3-175b");
        NearNames.Of("GPT3 175B", Shipped.Ids(EntryKind.Models))[0].ShouldBe("gpt3-175b");
    }

    private static Entry Find(EntryKind kind, string id) =>
        Shipped.TryFind(kind, id, out Entry? entry, out Diagnostic? problem) ? entry : throw new ArgumentException(problem.ToString());

    private static double? Number(EntryKind kind, string id, string path) =>
        Shipped.TryFind(kind, id, out Entry? entry, out _) ? entry.Number(path) : null;
}
