using Petaday.Explanations;
using Petaday.Reports;

namespace Petaday.Tests.Reports;

/// <summary>Names that somebody else wrote, and pages that hold them everywhere.</summary>
internal static class Hostile
{
    public static readonly string[] Names =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'\" onmouseover='alert(1)",
        "]]></style><script>alert(1)</script>",
        "a|b|c\\|d\\",
        "`code` ``` fence",
        "[x](javascript:alert(1)) ![y](http://example.org/z)",
        "# heading\n\n- list\r\n> quote\n```\n~~~",
        "\u202Eright to left\u202C \u2066isolated",
        "\u0627\u0644\u0646\u0645\u0648\u0630\u062C \u05DE\u05D5\u05D3\u05DC",
        "&lt;b&gt; &#60;b&#62; &amp;",
        "zero\0bell\u0007escape\u001B[31m half\uD800pair",
        "<!-- comment --> <![CDATA[ x ]]>",
        "{{template}} ${x} %s *bold* _under_ ~~gone~~",
    ];

    /// <summary>A page with a block of every kind, each of whose texts is <paramref name="name"/>.</summary>
    public static Page Page(string name)
    {
        var source = new SourceReference(name, name, "javascript:alert(1)", null, Grade.Unverified);
        return new Page([
            new Heading(name, 1),
            new Heading(name),
            new Paragraph(name),
            new FactList([new Fact(name, name, name, Tone.Bad)]),
            new BarList([new Bar(name, name, 0.5)]),
            new Grid(
                [name, name],
                [false, true],
                [
                    [name, name],
                ]
            ),
            new Notes([name]),
            new TreeList([new TreeRow(0, name, name, [name]), new TreeRow(1, name, "", []), new TreeRow(0, name, name, [])]),
            new Listing("yaml", name),
            Figure.Of(
                "a",
                name,
                new BarPicture(name, [new BarRow(name, name, 0, 1) { Range = new Petaday.Quantities.Interval(0.5, 1.5) }])
                {
                    Limit = 1,
                    LimitLabel = name,
                }
            ),
            Figure.Of(
                "b",
                name,
                new Chart(
                    name,
                    new ChartAxis(name, name),
                    new ChartAxis(name),
                    [new ChartSeries(name, ChartMark.Joined, [new ChartPoint(1, 2, name) { Text = name }])]
                )
            ),
            new SourceList([source, source with { Url = "https://example.org/\"><script>" }]),
        ]);
    }
}
