using System.Globalization;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Sites;

/// <summary>A figure's column in a file of offers.</summary>
/// <param name="Name">The column.</param>
/// <param name="Title">What a person reads.</param>
/// <param name="Unit">What it measures.</param>
/// <param name="Scale">From the column's unit to SI.</param>
/// <param name="Lowest">The least number that may stand there.</param>
/// <param name="Highest">The greatest.</param>
internal sealed record OfferColumn(string Name, string Title, Dimension Unit, double Scale, double Lowest, double Highest)
{
    /// <summary>The figure of a row as a line; null where the cell is empty or, with a diagnostic, wrong.</summary>
    public Line? Read(Node row, string key, ICollection<Diagnostic> diagnostics)
    {
        if (row[Name] is not { } cell)
        {
            return null;
        }

        if (!cell.TryNumber(out double value) || value < Lowest || value > Highest)
        {
            diagnostics.Add(
                cell.Problem(
                    DiagnosticCodes.OutOfRange,
                    $"'{NumberText.Clip(cell.Text)}' does not belong here",
                    string.Create(CultureInfo.InvariantCulture, $"a number from {Lowest} to {Highest}")
                )
            );
            return null;
        }

        string? source = row["source"]?.Text;
        return new Line(key, Title, value * Scale, Unit)
        {
            Note = source is null ? $"as {Path.GetFileName(row.Place.File)} says" : $"as {Path.GetFileName(row.Place.File)} says: {source}",
        };
    }
}
