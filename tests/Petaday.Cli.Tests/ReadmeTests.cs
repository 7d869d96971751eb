using System.Text.RegularExpressions;

namespace Petaday.Cli.Tests;

/// <summary>What README.md says is so. PETADAY_WRITE_GOLDEN=1 draws its picture anew.</summary>
public sealed partial class ReadmeTests
{
    private const int Columns = 100;
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Its_example_runs()
    {
        var ran = Ran.Petaday(ExampleArguments());
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        ran.Output.ShouldContain("Fits");
    }

    [Fact]
    public void Its_picture_shows_what_the_example_prints()
    {
        string[] arguments = ExampleArguments();
        string file = Path.Combine(Repository.Root, "docs", "images", "plan.svg");
        if (System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            string output = Ran.In(Columns, true, arguments).Output;
            File.WriteAllText(file, TerminalPicture.Svg($"petaday plan {Path.GetRelativePath(Repository.Root, arguments[1])}", output));
        }

        string picture = File.ReadAllText(file);
        string[] words =
        [
            .. Ran.Petaday(arguments)
                .Lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Take(8)
                .Select(line => line.Trim().Split(' ')[0]),
        ];
        words.ShouldAllBe(word => picture.Contains(word));
    }

    [Fact]
    public void It_has_one_command_to_run_and_one_to_test()
    {
        string[] commands = [.. Command().Matches(Readme).Select(match => match.Value)];
        commands.Length.ShouldBe(2);
        commands[0].ShouldStartWith("dotnet run --project src/Petaday.Cli");
        commands[1].ShouldStartWith("dotnet test");
    }

    /// <summary>Every link from one page to another, or to a file, leads somewhere.</summary>
    [Fact]
    public void No_link_of_the_pages_is_broken()
    {
        string[] pages =
        [
            .. Directory.EnumerateFiles(Repository.Root, "*.md"),
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "benchmarks"), "*.md"),
        ];
        pages.SelectMany(Broken).ShouldBeEmpty();
    }

    private static IEnumerable<string> Broken(string page) =>
        from link in Link().Matches(File.ReadAllText(page)).Select(match => match.Groups["target"].Value)
        where !link.Contains("://", StringComparison.Ordinal)
        let parts = link.Split('#')
        let target = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]))
        where !(File.Exists(target) || Directory.Exists(target)) || (parts.Length > 1 && !Anchors(target).Contains(parts[1]))
        select $"{Path.GetRelativePath(Repository.Root, page)}: {link}";

    /// <summary>A heading's anchor: small letters, spaces as hyphens, other signs dropped.</summary>
    private static IEnumerable<string> Anchors(string page) =>
        Heading()
            .Matches(File.ReadAllText(page))
            .Select(match =>
                string.Concat(
                        match
                            .Groups["text"]
                            .Value.ToLowerInvariant()
                            .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')
                    )
                    .Replace(' ', '-')
            );

    private static string[] ExampleArguments()
    {
        string[] words = Command().Match(Readme).Value.Split(" -- ")[1].Split(' ');
        return
        [
            .. words.Select(word => word.StartsWith("examples/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word) : word),
        ];
    }

    [GeneratedRegex(@"^dotnet .+$", RegexOptions.Multiline, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+?)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
