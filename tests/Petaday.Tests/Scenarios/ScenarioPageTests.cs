using System.Text;
using System.Text.RegularExpressions;
using Petaday.Scenarios;
using Petaday.Tests.Rooms;

namespace Petaday.Tests.Scenarios;

/// <summary>docs/scenario.md lists the keys of the schema. PETADAY_WRITE_GOLDEN=1 writes its tables anew.</summary>
public sealed partial class ScenarioPageTests
{
    [Fact]
    public void It_lists_every_key_as_the_schema_has_it()
    {
        string file = Path.Combine(House.Root, "docs", "scenario.md");
        string page = File.ReadAllText(file);
        string actual = Tables().Replace(page, match => match.Groups["start"].Value + Keys() + match.Groups["end"].Value);
        if (System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
            page = actual;
        }

        page.ShouldContain("`recipe.sequence`");
        (page == actual).ShouldBeTrue("docs/scenario.md is behind the schema: PETADAY_WRITE_GOLDEN=1 dotnet test writes it anew");
    }

    private static string Keys()
    {
        var text = new StringBuilder("\n");
        Table(text, "At the top", ScenarioSchema.Root.Children);
        foreach (var section in ScenarioSchema.Root.Everything().Where(key => key.Children.Length > 0 && key.Path.Length > 0))
        {
            Table(text, section.Path, section.Children);
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, string title, IEnumerable<ScenarioKey> keys)
    {
        text.Append("## ").Append(title).Append("\n\n| key | means | write | default | flag |\n|---|---|---|---|---|\n");
        foreach (var key in keys)
        {
            string flag = key.Flag is null
                ? key.Children.Length == 0 && key.Path is not "include"
                    ? $"`--{key.Path}`"
                    : ""
                : $"`--{key.Flag}`";
            text.Append("| `")
                .Append(key.Path)
                .Append("` | ")
                .Append(Cell(key.Description))
                .Append(" | ")
                .Append(Cell(key.Expected()))
                .Append(" | ")
                .Append(Cell(key.Default ?? ""))
                .Append(" | ")
                .Append(flag)
                .Append(" |\n");
        }

        text.Append('\n');
    }

    private static string Cell(string words) => words.Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<start><!-- keys -->\n).*(?<end><!-- end -->)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tables();
}
