using System.Text.RegularExpressions;

namespace Petaday.Cli.Tests;

/// <summary>
/// What a person reads, held against files under Golden/. Figures change whenever the method is calibrated, so numbers are compared as #: what is held is
/// which lines there are, in which order, with which words and units. PETADAY_WRITE_GOLDEN=1 writes the files anew: read the diff before committing it.
/// </summary>
public sealed partial class GoldenTests
{
    [Theory]
    [InlineData("help", 100, "--help")]
    [InlineData("help-estimate", 100, "estimate --help")]
    [InlineData("help-narrow", 40, "catalog --help")]
    [InlineData("catalog-narrow", 40, "catalog show gpt3-175b")]
    public void Words_of_ours_change_only_on_purpose(string name, int width, string line) =>
        Hold(name, Ran.In(width, false, line.Split(' ')), text => text);

    [Theory]
    [InlineData("estimate", "estimate --model gpt3-1.3b --devices 8 --tokens 26B --tensor 1 --data 8 --recompute none --micro-batch 8")]
    [InlineData(
        "estimate-markdown",
        "estimate --model gpt3-1.3b --devices 8 --tokens 26B --tensor 1 --data 8 --recompute none --micro-batch 8 --format markdown"
    )]
    [InlineData(
        "explain",
        "explain cost.total --model gpt3-1.3b --devices 8 --tokens 26B --tensor 1 --data 8 --recompute none --micro-batch 8"
    )]
    [InlineData("explain-all-reduce", "explain all-reduce --devices 64")]
    [InlineData("serve-cost", "serve-cost --model llama-3.1-8b --system dgx-h100 --users 100000 --site us-va")]
    [InlineData("compare", "compare --model gpt3-1.3b --tokens 26B --devices 8,16")]
    public void What_a_person_reads_changes_only_on_purpose(string name, string line) =>
        Hold(name, Ran.Petaday(line.Split(' ')), Normalised);

    private static void Hold(string name, Ran ran, Func<string, string> normalise)
    {
        ran.Error.ShouldBeEmpty();
        string actual = normalise(ran.Output);
        string file = Path.Combine(Repository.Root, "tests", "Petaday.Cli.Tests", "Golden", name + ".txt");
        if (System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        actual.ShouldBe(File.ReadAllText(file));
    }

    // A breakdown's bars and shares, the widths of columns, whether a tiny part is shown at all, and what is advised, follow the figures.
    private static string Normalised(string text)
    {
        string numbers = Numbers().Replace(text, "#");
        string units = Units().Replace(Bars().Replace(numbers, ""), "# ?");
        return string.Join(
            '\n',
            units.Split('\n').Select(line => Spaces().Replace(line, " ").TrimEnd()).Where(line => !Tiny().IsMatch(line))
        );
    }

    [GeneratedRegex(@"(?<![\w.-])-?\d[\d,]*(\.\d+)?(e-?\d+|[kMBT])?(?![\w-])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Numbers();

    [GeneratedRegex("█+", RegexOptions.None, 10_000)]
    private static partial Regex Bars();

    [GeneratedRegex(
        @"# ?(d|h|min|s|ms|us|ns|y|k|M|B|T|kUSD|MUSD|USD|kWh|MWh|GWh|W|kW|MW|kgCO2e|tCO2e|ktCO2e|gCO2e|m3|L|GiB|MiB|GB|MB|B|PFLOP|EFLOP|FLOP)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Units();

    [GeneratedRegex(@"(?<=\S) {2,}|(?<=\S)-{4,}", RegexOptions.None, 10_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"^\W*(stack|strategy|recipe)\b.* by #|^\W*Largest loss|narrower precision|^ +(host launch|pipeline|straggling|fixed|context|data parallel|elementwise)\b|\| (host launch|fixed|straggling|elementwise|data parallel) \|",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Tiny();
}
