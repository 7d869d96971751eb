using System.Collections.Immutable;

namespace Petaday.Reports;

/// <summary>
/// A page as a report that a person would hand on: the question, the answer in a sentence or two, the page's own tables with pictures beside them,
/// assumptions, and numbered sources. Any command's page can be made one: a <see cref="ReportFrame"/> says the rest.
/// </summary>
public static class Report
{
    /// <summary>The report of <paramref name="page"/>.</summary>
    public static Page Of(Page page, ReportFrame frame)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(frame);
        var parts = Parts(page);
        var lead = parts[0];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(lead.Where(block => block is Heading or Paragraph));
        blocks.Add(new Heading("The question"));
        blocks.Add(new Paragraph(frame.Question));
        blocks.AddRange(frame.Asked.Select(asked => new Listing("yaml", ScenarioText.Of(asked.Scenario, asked.Chosen))));
        blocks.Add(new Heading("The answer"));
        blocks.AddRange(frame.Answers.Select(answer => new Paragraph(answer)));
        blocks.AddRange(lead.Where(block => block is not (Heading or Paragraph)));
        blocks.AddRange(Added(frame, ""));
        foreach (var part in parts.Skip(1).Where(part => !IsAssumption(frame, part)))
        {
            blocks.AddRange(part);
            blocks.AddRange(Added(frame, Name(part)));
        }

        Assumptions(blocks, frame, [.. parts.Skip(1).Where(part => IsAssumption(frame, part))]);
        var sources = new SourceNumbers(frame.Explanations).Sources;
        if (!sources.IsEmpty)
        {
            blocks.Add(new Heading("Sources"));
            blocks.Add(new SourceList(sources));
        }

        return new Page(blocks.ToImmutable());
    }

    /// <summary>What stands before the first heading of the second level, then each such heading with what stands under it.</summary>
    private static List<ImmutableArray<Block>> Parts(Page page)
    {
        List<ImmutableArray<Block>> parts = [];
        var part = ImmutableArray.CreateBuilder<Block>();
        foreach (var block in page.Blocks)
        {
            if (block is Heading { Level: 2 })
            {
                parts.Add(part.ToImmutable());
                part.Clear();
            }

            part.Add(block);
        }

        parts.Add(part.ToImmutable());
        return parts;
    }

    private static void Assumptions(ImmutableArray<Block>.Builder blocks, ReportFrame frame, ImmutableArray<ImmutableArray<Block>> parts)
    {
        if (parts.IsEmpty && frame.FurtherAssumptions.IsEmpty)
        {
            return;
        }

        blocks.Add(new Heading("Assumptions"));
        foreach (var block in parts.SelectMany(part => part))
        {
            blocks.Add(block is Heading heading ? heading with { Level = heading.Level + 1 } : block);
        }

        if (!frame.FurtherAssumptions.IsEmpty)
        {
            blocks.Add(new Notes(frame.FurtherAssumptions));
        }
    }

    private static IEnumerable<Block> Added(ReportFrame frame, string heading) =>
        frame.Additions.Where(added => added.Heading == heading).Select(added => added.Block);

    private static bool IsAssumption(ReportFrame frame, ImmutableArray<Block> part) => frame.Assumptions.Contains(Name(part));

    private static string Name(ImmutableArray<Block> part) => part.OfType<Heading>().FirstOrDefault()?.Text ?? "";
}
