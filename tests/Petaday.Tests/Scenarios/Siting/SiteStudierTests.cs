using System.Globalization;
using System.Xml.Linq;
using NJsonSchema;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Siting;
using Petaday.Sites;
using Petaday.Sites.Placement;

namespace Petaday.Tests.Scenarios.Siting;

public sealed class SiteStudierTests
{
    private const string HundredDays = "system: { id: dgx-h100, devices: 2048 }\n";
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), [])!);

    public static TheoryData<string> Examples =>
        [
            .. Directory
                .GetFiles(Folder, "*.yaml")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(name => name != "placement")
                .Order(StringComparer.Ordinal),
        ];

    private static string Folder => Path.Combine(Repository.Root, "examples", "sites");

    /// <summary>
    /// Three sites by hand, from the figures that the catalog's table states: 10,200 W a server of eight × 0.75 of it on average × 256 servers × 2,400 h = 4,700.16 MWh, × 1.25 on the meter.
    /// </summary>
    [Theory]
    [InlineData("us-wa", 0.0635, 101.8416, 3.1321)]
    [InlineData("us-tx", 0.0660, 409.2, 3.1321)]
    [InlineData("cn-ningxia", 0.05, 642.3, 6.0065)]
    public void Three_sites_come_out_as_by_hand(string id, double tariff, double grams, double litres)
    {
        var row = Study(HundredDays + "siting: { runTime: 100 d }").Rows.Single(row => row.Place.Id == id);
        double equipment = 10_200 * 0.75 * 256 * 2400 / 1e6; // MWh
        double meter = equipment * 1.25;
        double water = id == "cn-ningxia" ? 0.18 : 0.38;
        (row.Account.Energy.Value / 3.6e9).ShouldNotBeNull().ShouldBe(meter, 1e-6);
        row.Account.Electricity.Value.ShouldNotBeNull().ShouldBe(meter * 1000 * tariff, meter * 0.1);
        (row.Account.Carbon.Value / 1000).ShouldNotBeNull().ShouldBe(meter * grams / 1000, meter * grams / 1000 * 0.001);
        row.Account.Water.Value.ShouldNotBeNull().ShouldBe((equipment * water) + (meter * litres), 1);
        row.Tree.Unsound().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cost", SiteObjective.Cost)]
    [InlineData("carbon", SiteObjective.Carbon)]
    [InlineData("water", SiteObjective.Water)]
    [InlineData("time", SiteObjective.Time)]
    public void Every_site_with_a_tariff_is_ranked_by_what_is_asked(string word, SiteObjective objective)
    {
        var study = Study(HundredDays + $"siting: {{ runTime: 100 d, minimize: {word} }}");
        study.Rows.Length.ShouldBe(
            Shipped.Value.Library.All(EntryKind.Sites).Count(entry => entry.Number("price_usd_per_kwh") is not null)
        );
        var values = study.Rows.Select(row => row.Account[objective] ?? double.PositiveInfinity).ToList();
        values.ShouldBe(values.Order());
        study.Front.ShouldAllBe(row => !study.Rows.Any(other => Betters(other, row)));
        study.Front.Length.ShouldBeGreaterThan(2);
    }

    /// <summary>What the linear shortcut gives is what a whole estimate at that site gives.</summary>
    [Fact]
    public void A_model_at_a_site_takes_what_an_estimate_there_takes()
    {
        const string Model =
            "model: gpt3-1.3b\nrecipe: { tokens: 26B }\nsystem: { devices: 64 }\nstrategy: { tensor: 1, data: 64, microBatch: 4 }\nmoney: { devices: own }\n";
        var study = Study(Model + "site: [us-wa, fr, cn-sichuan]\nsiting: { minimize: cost }\n");
        foreach (var row in study.Rows)
        {
            List<Diagnostic> problems = [];
            var scenario = ScenarioReader.Parse(Model + $"site: {row.Place.Id}\n", [], problems)!;
            var resolved = ScenarioResolver.Resolve(scenario, Shipped.Value, ScenarioWish.Estimate, problems)!;
            var answer = Estimator
                .Estimate(resolved, Shipped.Value, TimeProvider.System, problems, cancellation: TestContext.Current.CancellationToken)!
                .Answer!;
            row.Account.Cost.Value.ShouldNotBeNull().ShouldBe(answer.Cost.Total!.Value, answer.Cost.Total.Value * 1e-9);
            row.Account.Carbon.Value.ShouldNotBeNull()
                .ShouldBe(answer.Carbon.OperationalKilograms!.Value, answer.Carbon.OperationalKilograms.Value * 1e-9);
            row.Account.Water.Value.ShouldNotBeNull().ShouldBe(answer.WaterCubicMetres!.Value, answer.WaterCubicMetres.Value * 1e-9);
            row.Account.Energy.Value.ShouldNotBeNull().ShouldBe(answer.Energy.Joules!.Value, answer.Energy.Joules.Value * 1e-9);
        }
    }

    [Fact]
    public void Caps_capacity_and_rules_keep_sites_out_and_say_why()
    {
        var study = Study(
            HundredDays
                + "site: [us-wa, us-tx, fr, cn-ningxia]\nsiting: { runTime: 100 d, deny: [CN], waterCap: 30000 m3 }\ngoal: { carbonCap: 2000 tCO2e }\n"
        );
        study.Rows.Select(row => row.Place.Id).ShouldBe(["us-wa", "fr"], ignoreOrder: true);
        study.Refused.Single(row => row.Place.Id == "cn-ningxia").Refusal.ShouldBe("denied by 'CN'");
        study.Refused.Single(row => row.Place.Id == "us-tx").Refusal.ShouldNotBeNull().ShouldContain("goal.carbonCap");
        Study(HundredDays + "site: [us-wa, fr]\nsiting: { runTime: 100 d }\ngoal: { budget: 1 MUSD }\n")
            .Infeasible.ShouldNotBeNull()
            .Constraint.ShouldBe("goal.budget");
    }

    [Theory]
    [InlineData("siting: { allow: [DE] }", "there is nothing to place")]
    [InlineData("siting: { runTime: 100 d }", "needs a number of devices")]
    [InlineData(HundredDays + "siting: { runTime: 100 d, dataset: 1 TB }", "'siting.datasetAt' as well")]
    [InlineData(HundredDays + "siting: { runTime: 100 d, allow: [Germny] }", "'Germny' names no site")]
    [InlineData(HundredDays + "siting: { runTime: 100 d, against: us-waa }", "'us-wa'")]
    [InlineData(HundredDays + "site: us-waa\nsiting: { runTime: 100 d }", "'us-wa'")]
    [InlineData(HundredDays + "siting: { runTime: 100 d, users: [de=x] }", "'x' is no share")]
    [InlineData(HundredDays + "siting: { runTime: 100 d, users: [de=NaN] }", "'NaN' is no share")]
    [InlineData(HundredDays + "siting: { runTime: 100 d, greenShare: 1.5 }", "out of range")]
    [InlineData(HundredDays + "siting: { runTime: NaN d }", "siting.runTime")]
    [InlineData(HundredDays + "siting: { runTime: 100 d, restart: 2 h }", "out of range")]
    [InlineData(HundredDays + "siting: { runTime: 100 d, prices: x.csv }", "a series by the hour is of one site")]
    [InlineData(HundredDays + "site: us-wa\nsiting: { runTime: 100 d, prices: nowhere.csv }", "nowhere.csv")]
    [InlineData(HundredDays + "siting: { runTime: 100 d, offers: nowhere.csv }", "nowhere.csv")]
    public void What_is_wrong_is_said(string text, string said)
    {
        List<Diagnostic> problems = [];
        if (Written(text, problems) is { } scenario)
        {
            SiteStudier
                .Study(scenario, Shipped.Value, TimeProvider.System, problems, cancellation: TestContext.Current.CancellationToken)
                .ShouldBeNull();
        }

        string.Join('\n', problems).ShouldContain(said);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_gives_a_sound_study_and_a_map_without_collisions(string name)
    {
        var study = Example(name);
        study.Infeasible.ShouldBeNull();
        study.Rows.SelectMany(row => row.Tree.Unsound()).ShouldBeEmpty();
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "docs", "schemas", "siting.schema.json"),
            TestContext.Current.CancellationToken
        );
        schema.Validate(AnswerJson.Text(writer => SiteJson.Write(writer, study))).ShouldBeEmpty();
        var labels = XDocument
            .Parse(SiteMap.Svg(study).ShouldNotBeNull())
            .Descendants()
            .Where(element => element.Attribute("textLength") is not null)
            .Select(Box)
            .ToList();
        labels.ShouldNotBeEmpty();
        for (int i = 0; i < labels.Count; i++)
        {
            labels.Skip(i + 1).ShouldAllBe(other => !labels[i].Meets(other));
        }
    }

    [Fact]
    public void On_today_s_grids_the_west_saves_money_but_only_some_of_it_saves_carbon()
    {
        var study = Example("east-data-west-compute");
        string[] west = ["cn-ningxia", "cn-gansu", "cn-guizhou", "cn-inner-mongolia"];
        var gains = study.Rows.Where(row => row.Gain is not null).ToDictionary(row => row.Place.Id, row => row.Gain!);
        west.ShouldAllBe(id => gains[id].Money.Value > 100_000);
        gains
            .Where(one => one.Value.Carbon.Value > 0)
            .Select(one => one.Key)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["cn-chongqing", "cn-gansu", "cn-guangdong", "cn-guizhou", "cn-sichuan"]);
        gains["cn-sichuan"]
            .Carbon.Value!.Value.ShouldBeGreaterThan(2 * gains["cn-gansu"].Carbon.Value!.Value, "only Sichuan is clearly cleaner");
        gains["cn-ningxia"].Flip.GreenShare.Value.ShouldNotBeNull().ShouldBeInRange(0.04, 0.07);
        study.Rows.ShouldAllBe(row => row.Account.Move!.Chosen.Cost.Value < 0.01 * row.Account.Electricity.Value);
        study.Serving.ShouldAllBe(region => region.IsRealTime == true);
        study.Rows.Where(row => west.Contains(row.Place.Id)).ShouldAllBe(row => row.Latency!.Value > 0.02);
    }

    /// <summary>The hours chosen cost what the cheapest of all costs: sorted by price, no loss at restarts, nothing held.</summary>
    [Fact]
    public void Shifting_by_time_of_use_takes_the_cheapest_hours()
    {
        string file = Path.Combine(Folder, "hourly-prices.csv");
        var study = Study($"site: us-ca\ngoal: {{ deadline: 14 d }}\nsiting: {{ energy: 100 MWh, runTime: 5 d, prices: {file} }}\n");
        double cheapest = File.ReadLines(file)
            .Skip(1)
            .Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))
            .Order()
            .Take(120)
            .Average();
        var row = study.Rows.ShouldHaveSingleItem();
        (row.Pause!.Tariff * 3.6e6).ShouldNotBeNull().ShouldBe(cheapest, 1e-9);
        row.Account.Cost.Value.ShouldNotBeNull().ShouldBe(100_000 * 1.25 * cheapest, 1e-6);
        row.Pause.StraightTariff!.Value.ShouldBeGreaterThan(row.Pause.Tariff!.Value);
    }

    [Theory]
    [InlineData("exact")]
    [InlineData("auto")]
    public async Task Twelve_projects_on_sixty_sites_keep_to_capacity_and_are_proven(string solver)
    {
        List<Diagnostic> problems = [];
        var around = ScenarioReader.Around(Path.Combine(Folder, "placement.yaml"), [], problems)!;
        var study = PlacementPlanner.Plan(
            Path.Combine(Folder, "twelve-projects.csv"),
            around,
            PlacementSolvers.Named(solver)!,
            Shipped.Value,
            TimeProvider.System,
            problems,
            cancellation: TestContext.Current.CancellationToken
        );
        problems.ShouldBeEmpty();
        study.ShouldNotBeNull().Solution.IsProven.ShouldBeTrue();
        study.Projects.Length.ShouldBe(12);
        study.Candidates.ShouldBe(60);
        study.Loads.ShouldAllBe(load => load.Watts <= load.CapacityWatts);
        study.Solution.Total.ShouldBe(
            study.Projects.Sum(one => one.Row!.Account.Cost.Value!.Value)
                + study.Loads.Sum(load => study.Projects.First(one => one.Row!.Place.Id == load.Place.Id).Row!.Offer.Opening!.Value!.Value),
            1e-3
        );
        study.Alone.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(study.Solution.Total);
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "docs", "schemas", "placement.schema.json"),
            TestContext.Current.CancellationToken
        );
        schema.Validate(AnswerJson.Text(writer => PlacementReport.Json(writer, study))).ShouldBeEmpty();
    }

    private static bool Betters(SiteRow one, SiteRow other) =>
        one.Account.Cost.Value <= other.Account.Cost.Value
        && one.Account.Carbon.Value <= other.Account.Carbon.Value
        && one.Account.Water.Value <= other.Account.Water.Value
        && (
            one.Account.Cost.Value < other.Account.Cost.Value
            || one.Account.Carbon.Value < other.Account.Carbon.Value
            || one.Account.Water.Value < other.Account.Water.Value
        );

    private static MapLabel Box(XElement text)
    {
        double of(string name) => double.Parse(text.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        return new MapLabel(of("x"), of("y") - 11, of("textLength"), 14, text.Value);
    }

    private static SiteStudy Example(string name)
    {
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Read(Path.Combine(Folder, name + ".yaml"), [], problems)!;
        return Study(scenario, problems);
    }

    /// <summary>A scenario read as a file is: a document that somebody sends may not name tables on a disk.</summary>
    private static Scenario? Written(string text, List<Diagnostic> problems)
    {
        string directory = Directory.CreateTempSubdirectory("petaday").FullName;
        string file = Path.Combine(directory, "scenario.yaml");
        File.WriteAllText(file, text);
        var scenario = ScenarioReader.Read(file, [], problems);
        Directory.Delete(directory, recursive: true);
        return scenario;
    }

    private static SiteStudy Study(string text)
    {
        List<Diagnostic> problems = [];
        var scenario = Written(text, problems);
        problems.ShouldBeEmpty();
        return Study(scenario!, problems);
    }

    private static SiteStudy Study(Scenario scenario, List<Diagnostic> problems)
    {
        var study = SiteStudier.Study(
            scenario,
            Shipped.Value,
            TimeProvider.System,
            problems,
            cancellation: TestContext.Current.CancellationToken
        );
        problems.ShouldBeEmpty();
        return study.ShouldNotBeNull();
    }
}
