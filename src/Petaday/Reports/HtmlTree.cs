using System.Globalization;
using System.Text;

namespace Petaday.Reports;

/// <summary>A tree of lines as nested HTML lists.</summary>
internal static class HtmlTree
{
    /// <summary>Writes the tree. Depths may fall by any number of levels from a row to the next, and rise by one.</summary>
    public static void Append(StringBuilder html, TreeList tree)
    {
        int open = -1;
        foreach (var row in tree.Rows)
        {
            int depth = Math.Min(row.Depth, open + 1);
            if (depth > open)
            {
                html.Append(depth == 0 ? "<ul class=\"tree\">\n" : "\n<ul>\n");
            }
            else
            {
                html.Append("</li>\n");
                Close(html, open - depth);
            }

            open = depth;
            Row(html, row);
        }

        if (open >= 0)
        {
            html.Append("</li>\n");
            Close(html, open);
            html.Append("</ul>\n");
        }
    }

    private static void Close(StringBuilder html, int levels)
    {
        for (int level = 0; level < levels; level++)
        {
            html.Append("</ul></li>\n");
        }
    }

    private static void Row(StringBuilder html, TreeRow row)
    {
        string value = row.Value.Length == 0 ? "" : $" <b>{HtmlText.Escape(row.Value)}</b>";
        html.Append(CultureInfo.InvariantCulture, $"<li>{HtmlText.Escape(row.Label)}{value}");
        foreach (string detail in row.Details)
        {
            html.Append(CultureInfo.InvariantCulture, $"<small>{HtmlText.Escape(detail)}</small>");
        }
    }
}
