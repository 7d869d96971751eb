using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Tests.Scenarios;

namespace Petaday.Tests.Planning;

/// <summary>
/// docs/search.md holds the best plans against what the authors of published runs ran, both by this model, for the rows of catalog/validation/authors.csv.
/// PETADAY_WRITE_GOLDEN=1 writes its table anew.
/// </summary>
public sealed partial class SearchPageTests
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), []).ShouldNotBeNull());

    [Fact]
    public void The_best_plan_is_at_least_as_fast_as_what_the_authors_ran_and_the_page_shows_both()
    {
        var text = new StringBuilder(
            "\n| run | devices | published | as the authors ran, by this model | best plan, by this model | times as fast |\n|---|---:|---|---|---|---:|\n"
        );
        var notes = new StringBuilder();
        foreach (var row in Rows())
        {
            var file = Path.Combine(Repository.Root, "examples", row["scenario"]!.Text);
            var theirs = Estimate(file);
            var best = Estimate(file, new("strategy", "auto", "--strategy"), new("recipe.recompute", "auto", "--recompute"));
            best.Memory.BytesPerDevice.ShouldBeLessThanOrEqualTo(best.Memory.CapacityBytes);
            best.Step.Seconds.ShouldBeLessThanOrEqualTo(theirs.Step.Seconds, file);
            var published = Published(row, theirs);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {theirs.Explanation.Name} | {theirs.System.Devices} | {published:0.00} s, MFU {100 * Mfu(theirs, published):0} % | {Cell(theirs)} | {Cell(best)} | {theirs.Step.Seconds / best.Step.Seconds:0.00} |\n"
            );
            foreach (var note in best.Limits.Where(limit => limit.StartsWith("MFU of", StringComparison.Ordinal)))
            {
                notes.Append("- ").Append(theirs.Explanation.Name).Append(": ").Append(note).Append(".\n");
            }
        }

        Check(text.Append("\nWhat is said beside those plans:\n\n").Append(notes).Append('\n').ToString());
    }

    private static void Check(string table)
    {
        var file = Path.Combine(Repository.Root, "docs", "search.md");
        var page = File.ReadAllText(file);
        var actual = Table().Replace(page, match => match.Groups["start"].Value + table + match.Groups["end"].Value);
        if (System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
            page = actual;
        }

        page.ShouldContain("<!-- authors -->");
        page.ShouldBe(actual, "docs/search.md is behind the model: PETADAY_WRITE_GOLDEN=1 dotnet test writes it anew");
    }

    private static IReadOnlyList<Node> Rows() =>
        [.. TableReader.ReadFile(Path.Combine(Library.ShippedDirectory, "validation", "authors.csv"), [])];

    /// <summary>Seconds of a step as published: printed, or from the FLOPs of a second (with what was recomputed, as they count) or the device-hours of a token.</summary>
    private static double Published(Node row, Answer theirs)
    {
        var value = double.Parse(row["value"]!.Text, CultureInfo.InvariantCulture);
        var tokens = theirs.Step.TokensPerSecondPerDevice * theirs.Step.Seconds * theirs.System.Devices;
        return row["measure"]!.Text switch
        {
            "step_s" => value,
            "device_hours_per_token" => value * 3600 * tokens / theirs.System.Devices,
            _ => theirs.Step.FlopPerSecondPerDevice * theirs.Step.Hfu / theirs.Step.Mfu * theirs.Step.Seconds / (1e12 * value),
        };
    }

    private static double Mfu(Answer theirs, double seconds) => theirs.Step.Mfu * theirs.Step.Seconds / seconds;

    private static string Cell(Answer answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{answer.Step.Seconds:0.00} s, MFU {100 * answer.Step.Mfu:0} %: {Layout(answer)}");

    private static string Layout(Answer answer)
    {
        var one = answer.Strategy.Layout;
        (string Name, int Size)[] groups =
        [
            ("t", one.Tensor),
            ("c", one.Context),
            ("p", one.Pipeline),
            ("v", one.VirtualPipeline),
            ("e", one.Expert),
        ];
        var split = groups
            .Where(group => group.Size > 1)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Name} {group.Size}"));
        var recompute =
            Words.Of(one.Recompute)
            + (one.RecomputeLayers > 0 ? string.Create(CultureInfo.InvariantCulture, $" {one.RecomputeLayers}") : "");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", split)}, b {one.MicroBatch}, ZeRO {one.ZeroStage}, {Words.Of(one.Schedule)}, recompute {recompute}"
        );
    }

    private static Answer Estimate(string file, params ScenarioFlag[] flags)
    {
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Read(file, flags, problems);
        var resolved = scenario is null ? null : ScenarioResolver.Resolve(scenario, Shipped.Value, ScenarioWish.Estimate, problems);
        problems.ShouldBeEmpty(file);
        var outcome = Estimator
            .Estimate(
                resolved.ShouldNotBeNull(),
                Shipped.Value,
                TimeProvider.System,
                problems,
                cancellation: TestContext.Current.CancellationToken
            )
            .ShouldNotBeNull();
        outcome.Infeasible.ShouldBeNull(outcome.Infeasible?.Message);
        return outcome.Answer.ShouldNotBeNull();
    }

    [GeneratedRegex("(?<start><!-- authors -->\n)(?<table>.*?)(?<end><!-- end -->)", RegexOptions.Singleline, 1000)]
    private static partial Regex Table();
}
