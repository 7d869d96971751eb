using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Petaday.Catalog;
using Petaday.Serving;
using Petaday.Serving.Published;
using Petaday.Tests.Rooms;

namespace Petaday.Tests.Serving;

/// <summary>docs/method/serving.md holds predictions against published serving runs. PETADAY_WRITE_GOLDEN=1 writes its tables anew.</summary>
public sealed partial class ServingPageTests
{
    private static readonly ServingComparison[] All = [.. Compared()];

    [Fact]
    public void The_page_shows_what_is_predicted_of_published_runs()
    {
        string file = Path.Combine(House.Root, "docs", "method", "serving.md");
        string page = File.ReadAllText(file);
        string actual = Tables().Replace(page, match => match.Groups["start"].Value + Text() + match.Groups["end"].Value);
        if (System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
            page = actual;
        }

        page.ShouldContain("<!-- runs -->");
        (page == actual).ShouldBeTrue("docs/method/serving.md is behind the model: PETADAY_WRITE_GOLDEN=1 dotnet test writes it anew");
    }

    [Fact]
    public void Every_row_is_predicted_and_names_a_source()
    {
        All.Length.ShouldBeGreaterThan(100);
        All.ShouldAllBe(one => double.IsFinite(one.Predicted) && one.Predicted > 0);
        foreach (string source in All.Select(one => one.Run.Source).Distinct())
        {
            Machines.Shipped.Find(EntryKind.Sources, source, []).ShouldNotBeNull(source);
        }
    }

    // The catalog's shares of what is modelled are those of the rows, each source once: nothing else is fitted.
    [Theory]
    [InlineData("dense", false)]
    [InlineData("mixture", true)]
    public void The_share_that_software_reaches_is_that_of_the_runs(string kind, bool isMixture)
    {
        var factors = ServingFactors.Read(Machines.Shipped);
        var line = isMixture ? factors.MixtureShare : factors.DenseShare;
        ServingComparison[] rows = [.. All.Where(one => IsMixture(one) == isMixture)];
        double[] sources = [.. rows.GroupBy(one => one.Run.Source).Select(group => Quantile([.. group.Select(Ratio)], 0.5))];
        double mean = Math.Exp(sources.Average(Math.Log));
        double at(double share) =>
            Weighted(
                [.. rows.GroupBy(one => one.Run.Source).SelectMany(group => group.Select(one => (Ratio(one), 1.0 / group.Count())))],
                share
            );
        line.Value!.Value.ShouldBe(mean, 0.01, kind);
        line.Interval.ShouldNotBeNull().Low.ShouldBe(at(0.05), 0.02, kind);
        line.Interval.ShouldNotBeNull().High.ShouldBe(at(0.95), 0.02, kind);
    }

    // As published: without the share above, no parameter of serving was fitted to these rows.
    [Fact]
    public void Dense_models_are_predicted_within_a_fifth_in_the_median_without_any_fit() =>
        Quantile([.. All.Where(one => !IsMixture(one)).Select(one => Math.Abs(one.Error))], 0.5).ShouldBeLessThan(0.15);

    private static string Text()
    {
        var text = new StringBuilder(
            "\n| source | model | system | rows | median predicted / measured | median error | nine in ten below |\n|---|---|---|---:|---:|---:|---:|\n"
        );
        foreach (var group in All.GroupBy(one => (one.Run.Source, one.Run.Model, one.Run.System)))
        {
            Row(text, $"{group.Key.Source} | {group.Key.Model} | {group.Key.System}", [.. group]);
        }

        Row(text, "all | dense | ", [.. All.Where(one => !IsMixture(one))]);
        Row(text, "all | mixtures | ", [.. All.Where(IsMixture)]);
        return text.Append('\n').ToString();
    }

    private static void Row(StringBuilder text, string name, ServingComparison[] rows)
    {
        double[] ratios = [.. rows.Select(one => one.Predicted / one.Run.Measured)];
        double[] errors = [.. rows.Select(one => Math.Abs(one.Error))];
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {rows.Length} | {Quantile(ratios, 0.5):0.00} | {100 * Quantile(errors, 0.5):0} % | {100 * Quantile(errors, 0.9):0} % |\n"
        );
    }

    private static double Ratio(ServingComparison one) => one.Run.Measured / one.Predicted;

    private static bool IsMixture(ServingComparison one) => Machines.Model(one.Run.Model).Architecture.IsMixtureOfExperts;

    private static double Quantile(double[] values, double at)
    {
        double[] sorted = [.. values.Order()];
        double place = at * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }

    private static double Weighted((double Value, double Weight)[] values, double at)
    {
        double whole = values.Sum(value => value.Weight);
        double seen = 0;
        foreach (var (value, weight) in values.OrderBy(value => value.Value))
        {
            seen += weight;
            if (seen >= at * whole)
            {
                return value;
            }
        }

        return values.Max(value => value.Value);
    }

    private static IEnumerable<ServingComparison> Compared()
    {
        List<Diagnostic> problems = [];
        ServingComparison?[] compared =
        [
            .. ServingRuns
                .Read(Machines.Shipped, problems)
                .Select(run => ServingRuns.Compare(run, Machines.Shipped, Machines.Hardware, Machines.Limits, problems)),
        ];
        problems.ShouldBeEmpty();
        return compared.Select(one => one.ShouldNotBeNull());
    }

    [GeneratedRegex(@"(?<start><!-- runs -->\n).*(?<end><!-- end runs -->)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tables();
}
