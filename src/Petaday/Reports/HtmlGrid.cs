using System.Globalization;
using System.Text;

namespace Petaday.Reports;

/// <summary>A table of a page as HTML.</summary>
internal static class HtmlGrid
{
    /// <summary>Writes a table. The first column that is not of numbers names its row.</summary>
    public static void Append(StringBuilder html, Grid grid)
    {
        int names = grid.RightAligned.IndexOf(false);
        html.Append("<div class=\"wide\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n<thead><tr>");
        for (int column = 0; column < grid.Columns.Length; column++)
        {
            string text = HtmlText.Escape(grid.Columns[column]);
            // A heading without words is no heading to a screen reader.
            html.Append(
                CultureInfo.InvariantCulture,
                $"{(text.Length == 0 ? "<td" : "<th scope=\"col\"")}{Class(grid, column)}>{text}{(text.Length == 0 ? "</td>" : "</th>")}"
            );
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in grid.Rows)
        {
            html.Append("<tr>");
            for (int column = 0; column < row.Length; column++)
            {
                string text = HtmlText.Escape(row[column]);
                html.Append(column == names ? "<th scope=\"row\">" : $"<td{Class(grid, column)}>")
                    .Append(text)
                    .Append(column == names ? "</th>" : "</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Class(Grid grid, int column) => grid.RightAligned[column] ? " class=\"number\"" : "";
}
