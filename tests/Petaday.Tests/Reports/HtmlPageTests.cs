using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Petaday.Reports;

namespace Petaday.Tests.Reports;

public sealed partial class HtmlPageTests
{
    private static readonly string[] Known =
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "nav",
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "ol",
        "li",
        "a",
        "small",
        "b",
        "br",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "div",
        "span",
        "pre",
        "code",
        "figure",
        "figcaption",
        "svg",
        "rect",
        "text",
        "path",
        "line",
        "polyline",
        "circle",
        "g",
    ];

    public static TheoryData<string> Names => [.. Hostile.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_of_others_stay_text(string name) => Sound(Hostile.Page(name));

    [Fact]
    public void Any_name_stays_text() =>
        Prop.ForAll(
                ArbMap.Default.GeneratorFor<string>().Where(text => text is not null).ToArbitrary(),
                name =>
                {
                    Sound(Hostile.Page(name));
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_page_needs_no_other_file_and_runs_nothing()
    {
        string html = HtmlPage.Text(Hostile.Page("plain"));
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<link");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<iframe");
        html.ShouldNotContain("@import");
        html.ShouldNotContain("url(");
        html.ShouldNotContain("javascript:");
        html.ShouldContain("prefers-color-scheme:dark");
        html.ShouldContain("@media print");
        html.ShouldContain("name=\"viewport\"");
    }

    [Fact]
    public void Tables_say_what_names_a_row_and_a_column()
    {
        string html = HtmlPage.Text(
            new Page([
                new Grid(
                    ["", "system", "cost"],
                    [true, false, true],
                    [
                        ["1", "dgx", "5"],
                    ]
                ),
                new FactList([new Fact("Cost", "5", null)]),
            ])
        );
        html.ShouldContain("<td class=\"number\"></td><th scope=\"col\">system</th><th scope=\"col\" class=\"number\">cost</th>");
        html.ShouldContain("<td class=\"number\">1</td><th scope=\"row\">dgx</th><td class=\"number\">5</td>");
        html.ShouldContain("<th scope=\"row\">Cost</th>");
    }

    [Fact]
    public void Letters_that_read_from_right_to_left_stay_and_overrides_go()
    {
        string html = HtmlPage.Text(new Page([new Paragraph("\u202E\u05D0\u05D1\u202C abc")]));
        html.ShouldContain("<p dir=\"auto\">\u05D0\u05D1 abc</p>");
    }

    [Fact]
    public void Long_pages_begin_with_their_contents()
    {
        var page = new Page([new Heading("T", 1), .. Enumerable.Range(1, 6).Select(number => new Heading($"Part {number}"))]);
        string html = HtmlPage.Text(page);
        html.ShouldContain("<a href=\"#s6\">Part 6</a>");
        html.ShouldContain("<h2 id=\"s6\" dir=\"auto\">Part 6</h2>");
    }

    [Fact]
    public void The_same_page_gives_the_same_bytes() => HtmlPage.Text(Hostile.Page("x")).ShouldBe(HtmlPage.Text(Hostile.Page("x")));

    /// <summary>The document is well formed, has only elements of ours, and no attribute that runs or fetches anything.</summary>
    private static void Sound(Page page)
    {
        string html = HtmlPage.Text(page);
        string xml = Void().Replace(html["<!doctype html>\n".Length..], "<$1$2/>");
        var root = XDocument.Parse(xml).Root!;
        foreach (var element in root.DescendantsAndSelf())
        {
            Known.ShouldContain(element.Name.LocalName);
            foreach (var attribute in element.Attributes())
            {
                attribute.Name.LocalName.ShouldNotStartWith("on");
                attribute.Name.LocalName.ShouldNotBe("src");
                if (attribute.Name.LocalName == "href")
                {
                    (attribute.Value.StartsWith('#') || attribute.Value.StartsWith("https://", StringComparison.Ordinal)).ShouldBeTrue(
                        attribute.Value
                    );
                }
            }
        }
    }

    [GeneratedRegex("<(meta|br)([^>]*)>", RegexOptions.None, 10_000)]
    private static partial Regex Void();
}
