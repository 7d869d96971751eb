using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NJsonSchema;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.ServingCases;

namespace Petaday.Tests.Scenarios.ServingCases;

/// <summary>examples/serving: every one gives a sound answer; ChatGPT's known chain closes to the last figure.</summary>
public sealed partial class ServingExampleTests
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), []).ShouldNotBeNull());

    private static string Folder => Path.Combine(Repository.Root, "examples", "serving");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_example_gives_a_sound_answer(string name)
    {
        var answers = Answers(name);
        answers.ShouldNotBeEmpty();
        foreach (var answer in answers)
        {
            answer.Infeasible.ShouldBeNull(answer.Infeasible?.Message);
            var tree = answer.Explanation.ShouldNotBeNull();
            tree.Unsound().ShouldBeEmpty();
            tree.Everything().ShouldAllBe(line => line.Value == null || double.IsFinite(line.Value.Value));
        }

        string json = AnswerJson.Text(writer => ServingJson.Write(writer, answers));
        json.ShouldBe(AnswerJson.Text(writer => ServingJson.Write(writer, Answers(name))));
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "docs", "schemas", "serving.schema.json"),
            TestContext.Current.CancellationToken
        );
        schema.Validate(json).ShouldBeEmpty();
        MarkdownPage.Text(ServingPage.Of(answers)).ShouldNotContain("NaN");
        ServingCsv.Of(answers).Split('\n').Length.ShouldBe(answers.Count + 2);
    }

    // Guosheng Securities, as restated: 25 M visits x 10 questions x 30 words x 0.35 s = 729,167 A100-hours a day = 30,382 A100s = 3,798 servers, at 199,000 USD
    // 756 M USD; 6.5 kW a server and 0.08 USD/kWh make 47,396 USD and 592 MWh a day, of devices at work.
    [Fact]
    public void The_chain_of_ChatGPT_closes_as_published()
    {
        var estimate = Answers("chatgpt-2023-as-published").ShouldHaveSingleItem().Estimate.ShouldNotBeNull();
        double days = 8766.0 / 12 / 24;
        (24 * estimate.Fleet.BusyDevices.Value!.Value).ShouldBe(729_166.67, 0.01);
        estimate.Fleet.Devices.Value.ShouldBe(30_382);
        estimate.Fleet.Servers.Value.ShouldBe(3_798);
        estimate.Cost.Capital.Value.ShouldBe(3_798 * 199_000.0);
        double electricity = estimate.Cost.Amortised.Month.Parts.Single(part => part.Key == "electricity").Value!.Value;
        (electricity / days).ShouldBe(47_395.8, 0.1);
        (estimate.Footprint.Energy.MegawattHours!.Value / days).ShouldBe(592.4, 0.1);
    }

    // Batching, not peaks or halls, decides: the devices fall to a twentieth or less, though each correction but batching asks for more.
    [Fact]
    public void Corrected_it_takes_far_fewer_machines()
    {
        var published = Answers("chatgpt-2023-as-published").ShouldHaveSingleItem().Estimate.ShouldNotBeNull();
        var corrected = Answers("chatgpt-2023-corrected").ShouldHaveSingleItem().Estimate.ShouldNotBeNull();
        corrected.Fleet.Devices.Value!.Value.ShouldBeLessThan(published.Fleet.Devices.Value!.Value / 20);
        corrected.Cost.Capital.Value!.Value.ShouldBeLessThan(published.Cost.Capital.Value!.Value / 20);
        corrected.Fleet.Load.Value!.Value.ShouldBeLessThan(0.8 / 1.5 + 1e-9);
    }

    [Fact]
    public void The_page_shows_the_chain_both_ways()
    {
        string file = Path.Combine(Repository.Root, "docs", "method", "serving.md");
        string page = File.ReadAllText(file);
        string actual = Table().Replace(page, match => match.Groups["start"].Value + Chain() + match.Groups["end"].Value);
        if (System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
            page = actual;
        }

        page.ShouldContain("<!-- chatgpt -->");
        (page == actual).ShouldBeTrue("docs/method/serving.md is behind the model: PETADAY_WRITE_GOLDEN=1 dotnet test writes it anew");
    }

    private static string Chain()
    {
        var published = Answers("chatgpt-2023-as-published")[0].Estimate!;
        var corrected = Answers("chatgpt-2023-corrected")[0].Estimate!;
        double days = 8766.0 / 12 / 24;
        var text = new StringBuilder("\n|  | as published | corrected |\n|---|---:|---:|\n");
        void row(string name, Func<Petaday.Serving.ServingEstimate, double?> value) =>
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {value(published):N0} | {value(corrected):N0} |\n");
        row("device-hours at work a day", estimate => 24 * estimate.Fleet.BusyDevices.Value);
        row("A100 devices", estimate => estimate.Fleet.Devices.Value);
        row("servers", estimate => estimate.Fleet.Servers.Value);
        row("servers at 199,000 USD, USD", estimate => estimate.Cost.Capital.Value);
        row("electricity a day at 0.08 USD/kWh, USD", estimate => Electricity(estimate) / days);
        row("energy a day, MWh", estimate => estimate.Footprint.Energy.MegawattHours / days);
        row("mean load, %", estimate => 100 * estimate.Fleet.Load.Value);
        return text.Append('\n').ToString();
    }

    private static double? Electricity(Petaday.Serving.ServingEstimate estimate) =>
        estimate.Cost.Amortised.Month.Parts.Single(part => part.Key == "electricity").Value;

    private static IReadOnlyList<ServingAnswer> Answers(string name)
    {
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Read(Path.Combine(Folder, name + ".yaml"), [], problems);
        problems.ShouldBeEmpty();
        var answers = ServingEstimator.Estimate(scenario.ShouldNotBeNull(), Shipped.Value, problems);
        problems.ShouldBeEmpty();
        return answers;
    }

    [GeneratedRegex(
        @"(?<start><!-- chatgpt -->\n).*(?<end><!-- end chatgpt -->)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Table();
}
