using Petaday.Reports;

namespace Petaday.Tests.Reports;

public sealed class MarkdownPageTests
{
    public static TheoryData<string> Names => [.. Hostile.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_of_others_stay_text(string name)
    {
        string text = Outside(MarkdownPage.Text(Hostile.Page(name)));
        string markup = text.Replace("<br>", "", StringComparison.Ordinal);
        markup.ShouldNotContain("<");
        text.ShouldNotMatch(@"(?<!\\)\]\((javascript|http:)");
        text.ShouldNotContain("\u202E");
        text.ShouldNotContain("\0");
        foreach (string line in text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)))
        {
            Columns(line).ShouldBeOneOf(2, 3);
        }
    }

    [Theory]
    [InlineData("# no heading", "\\# no heading\n")]
    [InlineData("1. no list", "1\\. no list\n")]
    [InlineData("- no item", "\\- no item\n")]
    [InlineData("> no quote", "\\> no quote\n")]
    [InlineData("12.5 days", "12.5 days\n")]
    [InlineData("a_b*c`d", "a\\_b\\*c\\`d\n")]
    [InlineData("two\nlines", "two lines\n")]
    [InlineData("90 % [1][2]", "90 % [1\\][2]\n")]
    public void A_line_begins_nothing_by_itself(string text, string expected) =>
        MarkdownPage.Text(new Page([new Paragraph(text)])).ShouldBe(expected);

    [Fact]
    public void A_fence_is_longer_than_any_inside() =>
        MarkdownPage
            .Text(new Page([new Listing("yaml", "a: \"```\"\nb: \"````\"\n")]))
            .ShouldBe("`````yaml\na: \"```\"\nb: \"````\"\n`````\n");

    [Fact]
    public void Figures_are_files_or_left_out()
    {
        var page = new Page([new Heading("A", 1), new Figure("cost", "Cost [of] x", "<svg/>"), new Paragraph("end")]);
        MarkdownPage.Text(page).ShouldBe("# A\n\nend\n");
        MarkdownPage
            .Text(page, figure => $"my charts/{figure.Id}.svg")
            .ShouldBe("# A\n\n![Cost \\[of\\] x](<my charts/cost.svg>)\n\nend\n");
    }

    /// <summary>The text without its fenced part, which shows everything as it stands.</summary>
    private static string Outside(string text)
    {
        List<string> kept = [];
        string? fence = null;
        foreach (string line in text.Split('\n'))
        {
            if (fence is null && line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = line[..line.LastIndexOf('`')] + "`";
                continue;
            }

            if (fence is not null)
            {
                fence = line == fence ? null : fence;
                continue;
            }

            kept.Add(line);
        }

        fence.ShouldBeNull();
        return string.Join('\n', kept);
    }

    private static int Columns(string row)
    {
        int bars = 0;
        for (int at = 0; at < row.Length; at++)
        {
            at += row[at] == '\\' ? 1 : 0;
            bars += at < row.Length && row[at] == '|' && (at == 0 || row[at - 1] != '\\' || IsEscaped(row, at - 1)) ? 1 : 0;
        }

        return bars - 1;
    }

    private static bool IsEscaped(string row, int backslash)
    {
        int before = 0;
        while (backslash - 1 - before >= 0 && row[backslash - 1 - before] == '\\')
        {
            before++;
        }

        return before % 2 == 1;
    }
}
