using System.Text.RegularExpressions;

namespace Petaday.Cli.Tests;

/// <summary>
/// docs/outlook.md shows what its commands print, to the byte: each block after <c>run:</c> is the Markdown of that command, its pictures are what it draws.
/// PETADAY_WRITE_GOLDEN=1 writes them anew.
/// </summary>
public sealed partial class OutlookDocumentTests : IDisposable
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");
    private static readonly bool Writes = System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1";
    private readonly string directory = Directory.CreateTempSubdirectory("petaday").FullName;

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, Block().Count(Text))];

    private static string Text => File.ReadAllText(Path.Combine(Docs, "outlook.md"));

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_is_what_its_command_prints(int index)
    {
        string text = Text;
        var block = Block().Matches(text)[index];
        string[] words = [.. Word().Matches(block.Groups["command"].Value).Skip(1).Select(match => match.Value.Trim('"'))];
        int picture = Array.IndexOf(words, "--svg");
        string? drawn = picture < 0 ? null : words[picture + 1];
        if (drawn is not null)
        {
            words[picture + 1] = Path.Combine(directory, "drawn.svg");
        }

        var ran = Ran.Petaday([.. words.Select(Located), "--format", "markdown"]);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        string printed = "\n" + Heading().Replace(ran.Output, "##$0");
        if (Writes)
        {
            File.WriteAllText(
                Path.Combine(Docs, "outlook.md"),
                text[..block.Groups["body"].Index] + printed + text[(block.Groups["body"].Index + block.Groups["body"].Length)..]
            );
            if (drawn is not null)
            {
                File.Copy(Path.Combine(directory, "drawn.svg"), Located(drawn), overwrite: true);
            }
        }

        (printed == (Writes ? printed : block.Groups["body"].Value)).ShouldBeTrue(
            $"docs/outlook.md is behind the catalog or the method: PETADAY_WRITE_GOLDEN=1 dotnet test writes '{block.Groups["command"].Value}' anew"
        );
        if (drawn is not null)
        {
            (File.ReadAllText(Path.Combine(directory, "drawn.svg")) == File.ReadAllText(Located(drawn))).ShouldBeTrue(
                $"{drawn} is behind the catalog or the method"
            );
        }
    }

    private static string Located(string word) =>
        word.StartsWith("examples/", StringComparison.Ordinal) || word.StartsWith("docs/", StringComparison.Ordinal)
            ? Path.Combine(Repository.Root, word)
            : word;

    [GeneratedRegex(
        @"<!-- run: (?<command>petaday [^\n]*) -->\n(?<body>.*?)<!-- end -->",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Block();

    [GeneratedRegex("""("[^"]*"|\S+)""", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("^#", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();
}
