using Petaday.Explanations;
using Petaday.Reports;

namespace Petaday.Cli.Rendering;

/// <summary>Lays a page out in lines of a given width. Nothing that a person would copy (a number with its unit) is broken across lines.</summary>
public sealed class PageLayout(int width)
{
    private const int WidestBar = 32;
    private const int LeastColumn = 30;

    /// <summary>The lines of <paramref name="page"/>.</summary>
    public IEnumerable<TextLine> Lines(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        bool first = true;
        foreach (var block in page.Blocks)
        {
            if (block is Heading && !first)
            {
                yield return TextLine.Empty;
            }

            first = false;
            foreach (var line in Block(block))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<TextLine> Block(Block block) =>
        block switch
        {
            Heading heading => Wrapping.Lines(heading.Text, width).Select(text => TextLine.Of(text, TextStyle.Title)),
            FactList facts => Facts(facts),
            BarList bars => Bars(bars),
            Grid grid => GridLayout.Lines(grid, width),
            Paragraph paragraph => Wrapping.Lines(paragraph.Text, width).Select(text => TextLine.Of(text)),
            Notes notes => notes.Items.SelectMany(Note),
            TreeList tree => tree.Rows.SelectMany(Row),
            Listing listing => listing.Text.TrimEnd('\n').Split('\n').Select(text => TextLine.Of("  " + PlainText.OneLine(text))),
            SourceList sources => sources.Sources.SelectMany(Source),
            Figure => [],
            _ => throw new ArgumentException($"A page holds a block that the terminal cannot show: {block.GetType().Name}.", nameof(block)),
        };

    private IEnumerable<TextLine> Facts(FactList list)
    {
        int longest = list.Facts.Max(fact => fact.Label.Length, 0);
        int labels = Math.Min(longest, width >= 60 ? Math.Max(12, width * 2 / 5) : longest);
        int values = Math.Min(list.Facts.Max(fact => fact.Remark is null ? 0 : fact.Value.Length, 0), 24);
        return width - labels - 4 >= LeastColumn
            ? list.Facts.SelectMany(fact => BesideLabel(fact, labels, values))
            : list.Facts.SelectMany(fact => BelowLabel(fact, labels));
    }

    /// <summary>Wide: values and remarks stand in columns beside the labels and are wrapped there.</summary>
    private IEnumerable<TextLine> BesideLabel(Fact fact, int labels, int values)
    {
        string lead = "  " + fact.Label.PadRight(labels) + "  ";
        string indent = new(' ', labels + 4);
        if (fact.Label.Length > labels)
        {
            yield return TextLine.Of("  " + fact.Label);
            lead = indent;
        }

        string remark = fact.Remark ?? "";
        if (remark.Length > 0 && indent.Length + Math.Max(values, fact.Value.Length) + 2 + remark.Length <= width)
        {
            yield return new TextLine([new(lead), new(fact.Value.PadRight(values) + "  ", Style(fact.Tone)), new(remark, TextStyle.Faint)]);
            yield break;
        }

        foreach (string text in Wrapping.Lines(fact.Value, width - indent.Length))
        {
            yield return new TextLine([new(lead), new(text, Style(fact.Tone))]);
            lead = indent;
        }

        foreach (string text in remark.Length == 0 ? [] : Wrapping.Lines(remark, width - indent.Length))
        {
            yield return TextLine.Of(indent + text, TextStyle.Faint);
        }
    }

    /// <summary>Narrow: a value that does not fit beside its label stands below it.</summary>
    private IEnumerable<TextLine> BelowLabel(Fact fact, int labels)
    {
        var style = Style(fact.Tone);
        if (labels + 4 + fact.Value.Length <= width)
        {
            yield return new TextLine([new($"  {fact.Label.PadRight(labels)}  "), new(fact.Value, style)]);
        }
        else
        {
            yield return TextLine.Of("  " + fact.Label);
            foreach (string text in Wrapping.Lines(fact.Value, width - 4))
            {
                yield return TextLine.Of("    " + text, style);
            }
        }

        foreach (string text in fact.Remark is null ? [] : Wrapping.Lines(fact.Remark, width - 6))
        {
            yield return TextLine.Of("      " + text, TextStyle.Faint);
        }
    }

    private IEnumerable<TextLine> Bars(BarList list)
    {
        int labels = list.Bars.Max(bar => bar.Label.Length, 0);
        int values = list.Bars.Max(bar => bar.Value.Length, 0);
        int room = Math.Min(WidestBar, width - labels - values - 14);
        foreach (var bar in list.Bars)
        {
            string share = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bar.Share * 100, 5:0.0} %");
            string text = $"  {bar.Label.PadRight(labels)}  {bar.Value.PadLeft(values)}  {share}";
            yield return room < 4
                ? TextLine.Of(text)
                : new TextLine([
                    new(text + "  "),
                    new(new string('█', (int)Math.Round(Math.Clamp(bar.Share, 0, 1) * room)), TextStyle.Drawing),
                ]);
        }
    }

    private IEnumerable<TextLine> Note(string text) =>
        Wrapping.Lines(text, width - 4).Select((line, index) => TextLine.Of((index == 0 ? "  - " : "    ") + line));

    private IEnumerable<TextLine> Source(SourceReference source, int index)
    {
        string number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  {index + 1}. ");
        return Wrapping
            .Lines(ExplanationPage.Source(source), width - number.Length)
            .Select((line, at) => TextLine.Of((at == 0 ? number : new string(' ', number.Length)) + line));
    }

    private IEnumerable<TextLine> Row(TreeRow row)
    {
        string indent = new(' ', Math.Min(2 * row.Depth, width / 2));
        string value = row.Value.Length == 0 ? "" : "  " + row.Value;
        if (indent.Length + row.Label.Length + value.Length <= width)
        {
            yield return new TextLine([new(indent + row.Label), new(value, TextStyle.Title)]);
        }
        else
        {
            foreach (string text in Wrapping.Lines(row.Label, width - indent.Length))
            {
                yield return TextLine.Of(indent + text);
            }

            yield return TextLine.Of(indent + value, TextStyle.Title);
        }

        foreach (string text in row.Details.SelectMany(detail => Wrapping.Lines(detail, width - indent.Length - 2)))
        {
            yield return TextLine.Of($"{indent}  {text}", TextStyle.Faint);
        }
    }

    private static TextStyle Style(Tone tone) =>
        tone switch
        {
            Tone.Good => TextStyle.Good,
            Tone.Warning => TextStyle.Warning,
            Tone.Bad => TextStyle.Bad,
            _ => TextStyle.Plain,
        };
}
