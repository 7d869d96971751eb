using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Sites;
using Petaday.Sites.Hours;

namespace Petaday.Scenarios.Siting;

/// <summary>Reads what a scenario asks of sites.</summary>
internal sealed class SitingReader(
    Scenario scenario,
    Knowledge knowledge,
    SiteFactors factors,
    DefaultsLog log,
    ICollection<Diagnostic> diagnostics
)
{
    private const string PricedColumn = "price_usd_per_kwh";

    /// <summary>The question; null, with diagnostics added, where anything is wrong.</summary>
    public SitingQuestion? Read()
    {
        int before = diagnostics.Count;
        var offers = Offers();
        var candidates = Candidates(offers);
        var green = Green();
        var question = new SitingQuestion(
            Minimize(),
            Accounting(),
            candidates,
            offers.ToImmutableDictionary(offer => offer.SiteId, StringComparer.Ordinal),
            ResidencyReader.Read(scenario, knowledge.Library, diagnostics),
            new SiteLimits(
                scenario.Amount("goal.budget", Dimension.Money),
                scenario.Amount("goal.deadline", Dimension.Seconds),
                scenario.Amount("goal.carbonCap", Dimension.Carbon),
                scenario.Amount("siting.waterCap", Dimension.Water)
            )
        )
        {
            Dataset = Given("siting.dataset", "dataset", "Data that must be at the site", Dimension.Bytes),
            DatasetAt = scenario.At("siting.datasetAt") is { } at ? Named(at) : null,
            Users = Users(),
            ServeAt = ServeAt(candidates),
            Against = scenario.At("siting.against") is { } against ? Named(against) : null,
            Bandwidth = Given("siting.bandwidth", "bandwidth", "Rate of the link", Dimension.BytesPerSecond) ?? factors.Bandwidth,
            Egress = Given("siting.egress", "egress", "Price of moving data", SiteFactors.MoneyPerByte) ?? factors.Egress,
            Lease = scenario.Text("siting.hall") switch
            {
                "lease" => factors.Lease,
                "build" => HallPrice.OverLife(factors.Build, factors),
                _ => null,
            },
            Green = green,
            Tariff = Given("money.powerPrice", "tariff", "Price of electricity", Dimension.MoneyPerJoule),
            CarbonColumn = scenario.Text("siting.carbonColumn") == "direct" ? HourlyColumn.DirectCarbon : HourlyColumn.LifeCycleCarbon,
            Zone = scenario.Text("siting.zone"),
            RestartSeconds = scenario.Amount("siting.restart", Dimension.Seconds) ?? 0,
            Split = scenario.Integer("siting.split"),
            Files = scenario.Files,
        };
        Hold(question);
        return diagnostics.Count > before ? null : question;
    }

    private void Hold(SitingQuestion question)
    {
        if (question.Dataset is not null && scenario.At("siting.datasetAt") is null)
        {
            diagnostics.Add(
                scenario
                    .At("siting.dataset")!
                    .Problem(DiagnosticCodes.MissingKey, "it is not said where the data are", "'siting.datasetAt' as well")
            );
        }

        if (question.Candidates.Length > 1)
        {
            foreach (var key in new[] { "siting.prices", "siting.week", "siting.carbon" }.Select(scenario.At).OfType<Node>())
            {
                diagnostics.Add(
                    key.Problem(
                        DiagnosticCodes.NotAllowed,
                        "a series by the hour is of one site, and several are looked at",
                        "one 'site', or the columns price_file, week_file and carbon_file of 'siting.offers'"
                    )
                );
            }
        }
    }

    private ImmutableArray<Offer> Offers()
    {
        ImmutableArray<Offer> offers = scenario.At("siting.offers") is { } file
            ? OfferReader.ReadFile(PathOf(file), scenario.Files, knowledge.Library, factors, diagnostics)
            : [];
        if (scenario.Choices("site") is not [{ Text: not "auto" } only])
        {
            return offers;
        }

        var own = offers.FirstOrDefault(offer => offer.SiteId == only.Text) ?? new Offer(only.Text);
        return
        [
            .. offers.Where(offer => offer.SiteId != only.Text),
            own with
            {
                PriceFile = scenario.At("siting.prices") is { } prices ? PathOf(prices) : own.PriceFile,
                WeekFile = scenario.At("siting.week") is { } week ? PathOf(week) : own.WeekFile,
                CarbonFile = scenario.At("siting.carbon") is { } carbon ? PathOf(carbon) : own.CarbonFile,
            },
        ];
    }

    private ImmutableArray<Place> Candidates(ImmutableArray<Offer> offers)
    {
        var names = scenario.Choices("site");
        if (names.Count > 0 && names is not [{ Text: "auto" }])
        {
            return [.. names.Select(Named).OfType<Place>().DistinctBy(place => place.Id)];
        }

        if (offers.Length > 0)
        {
            log.Take(
                "site",
                "auto",
                string.Create(CultureInfo.InvariantCulture, $"the {offers.Length} sites of the offers"),
                "no other site is asked for"
            );
            return
            [
                .. offers
                    .Select(offer => knowledge.Library.TryFind(EntryKind.Sites, offer.SiteId, out var entry, out _) ? Of(entry) : null)
                    .OfType<Place>(),
            ];
        }

        ImmutableArray<Place> priced =
        [
            .. knowledge.Library.All(EntryKind.Sites, diagnostics).Where(entry => entry.Number(PricedColumn) is not null).Select(Of),
        ];
        log.Take(
            "site",
            "auto",
            string.Create(CultureInfo.InvariantCulture, $"the {priced.Length} sites of the catalog with a tariff of their own"),
            "others inherit one, or have none"
        );
        return priced;
    }

    private SiteObjective Minimize() =>
        scenario.Text("siting.minimize") switch
        {
            "carbon" => SiteObjective.Carbon,
            "water" => SiteObjective.Water,
            "time" => SiteObjective.Time,
            "cost" => SiteObjective.Cost,
            _ => scenario.Text("goal.minimize") switch
            {
                "carbon" => SiteObjective.Carbon,
                "time" => SiteObjective.Time,
                _ => SiteObjective.Cost,
            },
        };

    private CarbonAccounting Accounting() =>
        scenario.Text("siting.accounting") switch
        {
            "market" => CarbonAccounting.Market,
            "marginal" => CarbonAccounting.Marginal,
            _ => CarbonAccounting.Location,
        };

    private GreenPower? Green() =>
        scenario.At("siting.greenShare") is { } node && node.TryNumber(out double share)
            ? new GreenPower(
                new Line("greenShare", "Share of direct green power", share, Dimension.None) { Input = "siting.greenShare" },
                Given("siting.greenCarbon", "greenCarbon", "Carbon of green power", Dimension.CarbonPerJoule)
                    ?? new Line("greenCarbon", "Carbon of green power", 0, Dimension.CarbonPerJoule) { Note = "not said: none" },
                Given("siting.greenPremium", "greenPremium", "Premium of green power", Dimension.MoneyPerJoule)
                    ?? new Line("greenPremium", "Premium of green power", 0, Dimension.MoneyPerJoule) { Note = "not said: none" }
            )
            : null;

    private ImmutableArray<(Place Place, double Share)> Users()
    {
        var users = ImmutableArray.CreateBuilder<(Place Place, double Share)>();
        foreach (var node in scenario.Choices("siting.users"))
        {
            string[] parts = node.Text.Split('=', 2, StringSplitOptions.TrimEntries);
            double share = 1;
            if (parts.Length == 2 && !(Node.Scalar(node.Place, parts[1]).TryNumber(out share) && share > 0))
            {
                diagnostics.Add(
                    node.Problem(
                        DiagnosticCodes.OutOfRange,
                        $"'{NumberText.Clip(parts[1])}' is no share of users",
                        "a number above zero, as in 'de=0.6'"
                    )
                );
            }
            else if (Named(Node.Scalar(node.Place, parts[0])) is { } place)
            {
                users.Add((place, share));
            }
        }

        double all = users.Sum(user => user.Share);
        return [.. users.Select(user => (user.Place, user.Share / all))];
    }

    private ImmutableArray<Place> ServeAt(ImmutableArray<Place> candidates) =>
        scenario.Choices("siting.serveAt") switch
        {
            [] or [{ Text: "auto" }] => candidates,
            var names => [.. names.Select(Named).OfType<Place>()],
        };

    private Line? Given(string path, string key, string name, Dimension unit) =>
        scenario.Amount(path, unit) is { } value ? new Line(key, name, value, unit) { Input = path } : null;

    private Place? Named(Node name) =>
        Catalogued.Find(knowledge.Library, EntryKind.Sites, name, diagnostics) is { } entry ? Of(entry) : null;

    private Place Of(Entry entry) => PlaceReader.Read(entry, knowledge.Library, knowledge.Factors.Energy);

    private string PathOf(Node node) => scenario.Files.PathOf(node);
}
