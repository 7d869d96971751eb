using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Siting;

namespace Petaday.Tests.Scenarios.Siting;

/// <summary>What pausing saves, and the pictures of its hours.</summary>
public sealed class PauseSavingTests
{
    /// <summary>
    /// Four hours at 0.10, 0.02, 0.10 and 0.04 USD/kWh for two hours of work at 1 MW on the meter's own side: straight through it takes the first two, 60 USD a MWh on average; paused the
    /// second and the fourth, 30 USD. PUE of the site on top.
    /// </summary>
    [Fact]
    public void Pausing_saves_what_it_saves_by_hand()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("petaday").FullName, "four.csv");
        File.WriteAllText(
            file,
            "datetime_utc,usd_per_kwh\n2025-03-01 22:00,0.10\n2025-03-01 23:00,0.02\n2025-03-02 00:00,0.10\n2025-03-02 01:00,0.04\n"
        );
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Read(
            null,
            [
                new("site", "us-ca", "--site"),
                new("siting.energy", "2 MWh", "--siting.energy"),
                new("siting.runTime", "2 h", "--siting.runTime"),
                new("siting.prices", file, "--siting.prices"),
                new("goal.deadline", "4 h", "--deadline"),
            ],
            problems
        );
        var study = SiteStudier
            .Study(
                scenario.ShouldNotBeNull(),
                Knowledge.Open(Library.OpenShipped(), [])!,
                TimeProvider.System,
                problems,
                null,
                TestContext.Current.CancellationToken
            )
            .ShouldNotBeNull();
        var row = study.Rows.ShouldHaveSingleItem();
        double pue = row.Place.Grid.Pue.Value!.Value;
        var pause = row.Pause.ShouldNotBeNull();
        pause.Plan.Running.ShouldBe([false, true, false, true]);
        pause.Prices!.Hours.ShouldBe(4);
        var saving = pause.Saving.ShouldNotBeNull();
        saving.Electricity.Value.ShouldNotBeNull().ShouldBe(2000 * pue * (0.06 - 0.03), 1e-9);
        saving.Money.Value.ShouldBe(saving.Electricity.Value);
        saving.Carbon.Value.ShouldBe(0);
        saving.Electricity.Unsound().ShouldBeEmpty();

        var figures = HourPictures.Of(study).ToList();
        figures.Select(figure => figure.Id).ShouldBe(["hours-price", "day-price", "duration-price"]);
        var through = figures[0].Chart.ShouldNotBeNull();
        through.Series.Single(one => one.Name == "at work").Points.Select(point => point.X * 24).ShouldBe([1.0, 3.0], 1e-12);
        through.Y.Caption.ShouldBe("Price (USD/kWh)");
        // March alone is one season; hours of the day as the clock has them.
        var day = figures[1].Chart!;
        day.Series.Select(one => one.Name).ShouldBe(["every hour", "at work"]);
        day.Series[0].Points.Select(point => point.X).ShouldBe([0.0, 1.0, 22.0, 23.0]);
        var duration = figures[2].Chart!.Series[0].Points.Select(point => Math.Round(point.Y, 9));
        duration.ShouldBe([0.02, 0.04, 0.1, 0.1]);
        HourPictures.Into(SitePage.Of(study, 5), study).Blocks.OfType<Petaday.Reports.Figure>().Count().ShouldBe(3);
        SiteTables.Savings(study).Rows.ShouldHaveSingleItem()[0].ShouldBe("us-ca");
    }

    /// <summary>Thirty years by the hour would fill the memory: they are refused before anything is begun.</summary>
    [Fact]
    public void Hours_beyond_measure_are_refused()
    {
        string text =
            "datetime_utc,usd_per_kwh\n"
            + string.Concat(
                Enumerable
                    .Range(0, 150_000)
                    .Select(hour =>
                        new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour).ToString("yyyy-MM-dd HH:mm", null) + ",0.1\n"
                    )
            );
        var files = AttachedFiles.Of(
            [new("long.csv", System.Text.Encoding.UTF8.GetBytes(text))],
            new(MostBytesEach: 8 << 20, MostBytes: 8 << 20),
            []
        );
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Parse(
            "site: us-ca\ngoal: { deadline: 6000 d }\nsiting: { energy: 9 MWh, runTime: 3000 d, restart: 15 min, prices: long.csv }\n",
            [],
            files.ShouldNotBeNull(),
            problems
        );
        SiteStudier
            .Study(
                scenario.ShouldNotBeNull(),
                Knowledge.Open(Library.OpenShipped(), [])!,
                TimeProvider.System,
                problems,
                null,
                TestContext.Current.CancellationToken
            )
            .ShouldBeNull();
        problems
            .ShouldHaveSingleItem()
            .ToString()
            .ShouldBe(
                "long.csv: 144000 hours are too many to choose 72000 of; expected an earlier 'goal.deadline', or no 'siting.restart'"
            );
    }
}
