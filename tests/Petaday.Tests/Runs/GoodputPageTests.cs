using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Petaday.Runs;
using Petaday.Tests.Scenarios;
using static Petaday.Tests.Runs.Factors;

namespace Petaday.Tests.Runs;

/// <summary>docs/goodput.md holds published goodputs and times between failures beside the model's. PETADAY_WRITE_GOLDEN=1 writes its tables anew.</summary>
public sealed partial class GoodputPageTests
{
    // Kokolis et al. 2025 (arXiv:2410.21680): measured jobs ran among nodes that had not been screened (our inference), the larger ones are projected from the rate
    // of nodes afterwards.
    private static readonly (int Devices, double Hours, bool Screened, string Kind)[] TimesToFailure =
    [
        (8, 47.7 * 24, false, "measured"),
        (1024, 7.9, false, "measured"),
        (16_384, 1.8, true, "projected"),
        (131_072, 0.23, true, "projected"),
    ];

    public static TheoryData<string> Rows => [.. PublishedGoodput.All.Select(row => row.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_published_goodput_is_met_within_five_points(string id)
    {
        PublishedGoodput row = PublishedGoodput.All.Single(one => one.Id == id);

        row.Miss(row.WithStated).ShouldBeLessThanOrEqualTo(0.05, $"{id}: {row.WithStated:0.000}");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(1024)]
    [InlineData(16_384)]
    [InlineData(131_072)]
    public void Metas_time_to_failure_is_met_within_a_quarter(int devices)
    {
        var (_, hours, screened, _) = TimesToFailure.Single(row => row.Devices == devices);

        MeanTime(devices, screened).ShouldBe(hours, 0.25 * hours);
    }

    [Fact]
    public void The_page_shows_them()
    {
        string file = Path.Combine(Repository.Root, "docs", "goodput.md");
        string page = File.ReadAllText(file);
        string actual = Replace(Replace(page, "goodput", Goodputs()), "mttf", Times());
        if (System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
            page = actual;
        }

        page.ShouldContain("<!-- goodput -->");
        page.ShouldBe(actual, "docs/goodput.md is behind the model: PETADAY_WRITE_GOLDEN=1 dotnet test writes it anew");
    }

    private static string Goodputs()
    {
        var text = new StringBuilder(
            "\n| run | devices | published | with what is stated | miss | with words alone | miss | with defaults alone | miss | stated | source |\n|---|---:|---|---:|---:|---:|---:|---:|---:|---|---|\n"
        );
        var notes = new StringBuilder();
        foreach (PublishedGoodput row in PublishedGoodput.All)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Devices:N0} | {Published(row)} | {Share(row.WithStated)} | {Points(row, row.WithStated)} | {Share(row.WithWords)} | {Points(row, row.WithWords)} | {Share(row.WithDefaults)} | {Points(row, row.WithDefaults)} | {row.Stated ?? "nothing"} | {row.Source} |\n"
            );
            if (row.Note is { } note)
            {
                notes.Append("- ").Append(row.Name).Append(": ").Append(note).Append(".\n");
            }
        }

        return text.Append('\n').Append(notes).Append('\n').ToString();
    }

    private static string Times()
    {
        var text = new StringBuilder("\n| devices | published | | model | miss |\n|---:|---:|---|---:|---:|\n");
        foreach (var (devices, hours, screened, kind) in TimesToFailure)
        {
            double ours = MeanTime(devices, screened);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {devices:N0} | {Hours(hours)} | {kind}; {(screened ? "nodes screened" : "nodes not screened")} | {Hours(ours)} | {100 * ((ours / hours) - 1):+0;-0} % |\n"
            );
        }

        return text.Append('\n').ToString();
    }

    private static double MeanTime(int devices, bool screened) =>
        GoodputModel
            .Calendar(new JobShape(devices, "a100-sxm-80gb"), new ReliabilityInputs { Screened = screened }, ForRuns, withIntervals: false)
            .MeanTimeBetweenInterruptions!.Value!.Value / 3600;

    private static string Published(PublishedGoodput row) =>
        row.Low == row.High ? Share(row.Low)
        : row.High == 1 ? "above " + Share(row.Low)
        : $"{Share(row.Low)} to {Share(row.High)}";

    private static string Points(PublishedGoodput row, double ours) =>
        row.Miss(ours) == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100 * row.Miss(ours):0.0}");

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    private static string Hours(double hours) =>
        hours >= 48
            ? string.Create(CultureInfo.InvariantCulture, $"{hours / 24:0.0} d")
            : string.Create(CultureInfo.InvariantCulture, $"{hours:0.00} h");

    private static string Replace(string page, string name, string table)
    {
        Match match = Tables().Matches(page).Single(one => one.Groups["name"].Value == name);
        Group body = match.Groups["table"];
        return page[..body.Index] + table + page[(body.Index + body.Length)..];
    }

    [GeneratedRegex(
        "<!-- (?<name>goodput|mttf) -->\n(?<table>.*?)<!-- end -->",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Tables();
}
