using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Petaday.Catalog;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Tests.Scenarios.Projects;

/// <summary>
/// docs/checks-costs.md holds stated compute costs of catalog/runs/costs.csv, and published estimates of rental, amortised and acquisition cost, against ours.
/// PETADAY_WRITE_GOLDEN=1 writes its tables anew.
/// </summary>
public sealed partial class CostCheckPageTests
{
    private const double Near = 0.2;

    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(WorkedProjects.Catalog, []).ShouldNotBeNull());

    private static readonly IReadOnlyDictionary<string, Node> Costs = Table(Path.Combine("catalog", "runs", "costs.csv"))
        .ToDictionary(row => row["id"]!.Text);

    [Fact]
    public void The_page_holds_what_is_worked_out()
    {
        var text = new StringBuilder("\n");
        Stated(text);
        Rentals(text);
        ThreePrices(text);
        Shares(text);
        string file = Path.Combine(Repository.Root, "docs", "checks-costs.md");
        string page = File.ReadAllText(file);
        string actual = Marked().Replace(page, match => match.Groups["start"].Value + text + match.Groups["end"].Value);
        if (System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
            page = actual;
        }

        page.ShouldContain("cost-002");
        (page == actual).ShouldBeTrue("docs/checks-costs.md is behind: PETADAY_WRITE_GOLDEN=1 dotnet test writes it anew");
    }

    /// <summary>Every stated cost that has hours or a configuration is on the page.</summary>
    [Fact]
    public void No_stated_cost_with_hours_is_left_out()
    {
        var shown = Rows("cost-rows.csv").Select(row => row["id"]!.Text).ToHashSet();
        Costs
            .Values.Where(row =>
                Text(row, "record_type") is "stated" or "measured (script comment)" && Number(row, "gpu_hours") is not null
            )
            .Select(row => Text(row, "id"))
            .ShouldBeSubsetOf(shown);
    }

    private static void Stated(StringBuilder text)
    {
        int near = 0;
        int all = 0;
        text.Append("## Stated costs\n\n");
        text.Append(
            "| row | run | stated, USD | hours | catalog, USD/h | ours | error | at the row's own price | error | predicted hours | at the catalog's price | error | why |\n"
        );
        text.Append("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
        foreach (var row in Rows("cost-rows.csv"))
        {
            var cost = Costs[Text(row, "id")];
            double stated = Number(cost, "cost_usd") ?? Number(cost, "cost_high") ?? double.NaN;
            bool bound = Number(cost, "cost_usd") is null;
            double? hours = Number(cost, "gpu_hours");
            double price = Rent(Text(row, "accelerator"), "onDemand").ShouldNotBeNull();
            double? predicted = Predicted(Text(row, "flags"));
            double? own = Number(cost, "usd_per_gpu_hour");
            double? best = (hours ?? predicted) * price;
            all += bound ? 0 : 1;
            near += !bound && best is { } value && Math.Abs((value / stated) - 1) <= Near ? 1 : 0;
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Text(row, "id")} | {Text(cost, "model")} | {(bound ? "under " : "")}{Amount(stated)} | {Amount(hours)} | {price:0.00} |"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $" {Amount(hours * price)} | {(bound ? "-" : Error(hours * price, stated))} | {Amount(hours * own)} | {(bound ? "-" : Error(hours * own, stated))} |"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $" {Amount(predicted)} | {Amount(predicted * price)} | {(bound ? "-" : Error(predicted * price, stated))} | {Text(row, "remark")} |\n"
            );
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{near} of {all} costs that are no bounds are met within 20 % by hours (stated, else predicted) at the catalog's price.\n\n"
        );
    }

    private static void Rentals(StringBuilder text)
    {
        var names = Rows("rental-rows.csv").ToDictionary(row => row["accelerator"]!.Text, row => row["id"]!.Text);
        var rows = Costs
            .Values.Where(row =>
                Text(row, "record_type") == "estimate (Epoch)"
                && Text(row, "cost_basis").StartsWith("cloud rental", StringComparison.Ordinal)
            )
            .Where(row => Number(row, "gpu_hours") is not null && names.ContainsKey(Text(row, "accelerator")))
            .Where(row => Rent(names[Text(row, "accelerator")], "committed3y") is not null)
            .ToList();
        int near = 0;
        text.Append(
            "## Estimates of rental cost\n\nEpoch AI's, on a commitment of three years at the prices of their time; ours are the same hours at the catalog's price today.\n\n"
        );
        text.Append(
            "| row | run | published, USD | hours | its price, USD/h | catalog, USD/h | ours | error |\n|---|---|---:|---:|---:|---:|---:|---:|\n"
        );
        foreach (var row in rows)
        {
            double published = Number(row, "cost_usd")!.Value;
            double hours = Number(row, "gpu_hours")!.Value;
            double price = Rent(names[Text(row, "accelerator")], "committed3y")!.Value;
            near += Math.Abs((hours * price / published) - 1) <= Near ? 1 : 0;
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Text(row, "id")} | {Text(row, "model")} | {Amount(published)} | {Amount(hours)} | {published / hours:0.00} | {price:0.00} | {Amount(hours * price)} | {Error(hours * price, published)} |\n"
            );
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{near} of {rows.Count} are met within 20 %.\n\n");
    }

    private static void ThreePrices(StringBuilder text)
    {
        text.Append(
            "## Three prices of one run\n\nOf examples/projects, against Epoch AI's; in USD, theirs of 2023, ours of each price's year.\n\n"
        );
        text.Append(
            "| run | amortised | ours | error | rental | ours | error | acquisition | ours | error |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        );
        foreach (
            var (name, amortised, rental, acquisition) in new[]
            {
                ("gpt3-175b", "cost-060", "cost-059", "cost-061"),
                ("opt-175b", "cost-142", "cost-141", "cost-143"),
                ("gpt-4", "cost-064", "cost-063", "cost-065"),
                ("gemini-ultra", "cost-073", "cost-072", "cost-074"),
                ("llama-3.1-405b", "cost-104", "cost-103", "cost-105"),
            }
        )
        {
            var run = WorkedProjects.Example(name).Cost.Run;
            text.Append(CultureInfo.InvariantCulture, $"| [{name}](../examples/projects/{name}.yaml) |");
            foreach (var (id, ours) in new[] { (amortised, run.Amortised), (rental, run.Rental), (acquisition, run.Acquisition) })
            {
                double published = Number(Costs[id], "cost_usd")!.Value;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" {Amount(published)} | {Amount(ours.Value)} | {Error(ours.Value, published)} |"
                );
            }

            text.Append('\n');
        }

        text.Append('\n');
    }

    private static void Shares(StringBuilder text)
    {
        text.Append(
            "## Shares of a project\n\nOf hardware, energy and staff, experiments included, as Cottier et al. (2024) have them.\n\n"
        );
        text.Append(
            "| project | hardware, 47 to 67 % | staff, 29 to 49 % | energy, 2 to 6 % | beyond that scope, of our whole |\n|---|---:|---:|---:|---:|\n"
        );
        foreach (string name in new[] { "gpt3-175b", "opt-175b", "gpt-4", "gemini-ultra" })
        {
            var project = WorkedProjects.Example(name);
            var scope = PublishedScope.Of(project);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [{name}](../examples/projects/{name}.yaml) | {Percent(scope.Hardware / scope.Whole)} | {Percent(scope.Staff / scope.Whole)} |"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $" {Percent(scope.Energy / scope.Whole)} | {Percent(1 - (scope.Whole / project.Cost.Total.Value!.Value))} |\n"
            );
        }

        text.Append('\n');
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>Device-hours that the run is predicted to take; null where no configuration is given.</summary>
    private static double? Predicted(string flags)
    {
        if (flags.Length == 0)
        {
            return null;
        }

        List<Diagnostic> problems = [];
        string[] words = flags.Split(' ');
        string? file = words[0].StartsWith("--", StringComparison.Ordinal) ? null : Path.Combine(Repository.Root, words[0]);
        var given = words
            .Where(word => word.StartsWith("--", StringComparison.Ordinal))
            .Select((word, at) => Flag(word, words[(2 * at) + 1]))
            .ToList();
        var scenario = ScenarioReader.Read(file, given, problems);
        problems.ShouldBeEmpty();
        var resolved = ScenarioResolver.Resolve(scenario!, Shipped.Value, ScenarioWish.Estimate, problems);
        problems.ShouldBeEmpty();
        var answer = Estimator.Estimate(resolved!, Shipped.Value, TimeProvider.System, problems)!.Answer;
        problems.ShouldBeEmpty();
        return answer!.Run.DeviceSeconds / Units.SecondsPerHour;
    }

    private static ScenarioFlag Flag(string word, string value) =>
        new(ScenarioSchema.Flags.Single(key => key.Flag == word[2..]).Path, value, word);

    private static double? Rent(string accelerator, string terms) =>
        WorkedProjects.Catalog.TryFind(EntryKind.Accelerators, accelerator, out var entry, out _)
            ? entry.Value("price." + terms, Dimension.MoneyPerSecond) * Units.SecondsPerHour
            : null;

    private static IEnumerable<Node> Rows(string name) => Table(Path.Combine("tests", "Petaday.Tests", "Scenarios", "Projects", name));

    private static IEnumerable<Node> Table(string path)
    {
        List<Diagnostic> problems = [];
        var rows = TableReader.ReadFile(Path.Combine(Repository.Root, path), problems);
        problems.ShouldBeEmpty();
        return rows;
    }

    private static string Text(Node row, string column) => row[column]?.Text ?? "";

    private static double? Number(Node row, string column) =>
        double.TryParse(Text(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static string Amount(double? value) =>
        value is { } known ? known.ToString(known < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture) : "-";

    private static string Error(double? ours, double published) =>
        ours is { } known ? (100 * ((known / published) - 1)).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %" : "-";

    [GeneratedRegex(@"(?<start><!-- tables -->\n).*(?<end><!-- end -->)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();
}
