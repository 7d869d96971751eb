using Petaday.Reports;

namespace Petaday.Web.Operations;

/// <summary>A page with its drawings: they stand where the answer has been said and the tables begin.</summary>
internal static class Illustrated
{
    /// <summary>The page with figures before its second heading; those that there are none of are left out.</summary>
    public static Page Of(Page page, params ReadOnlySpan<Figure?> figures)
    {
        int place = 1;
        while (place < page.Blocks.Length && page.Blocks[place] is not Heading)
        {
            place++;
        }

        var blocks = page.Blocks;
        foreach (var figure in figures)
        {
            if (figure is not null)
            {
                blocks = blocks.Insert(Math.Min(place, blocks.Length), figure);
                place++;
            }
        }

        return new Page(blocks);
    }
}
