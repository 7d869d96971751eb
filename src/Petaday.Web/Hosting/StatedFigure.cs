using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Web.Hosting;

/// <summary>A figure that somebody published of a run that is one of the examples.</summary>
/// <param name="Example">The example.</param>
/// <param name="Key">The key of the JSON result that it is held against.</param>
/// <param name="Value">In that key's unit.</param>
/// <param name="Source">Id of its source.</param>
/// <param name="Note">How it came about.</param>
public sealed record StatedFigure(string Example, string Key, double Value, string Source, string Note)
{
    /// <summary>The figures of catalog/runs/stated-figures.csv.</summary>
    public static ImmutableArray<StatedFigure> Read()
    {
        List<Diagnostic> problems = [];
        return
        [
            .. TableReader
                .ReadFile(Path.Combine(Library.ShippedDirectory, "runs", "stated-figures.csv"), problems)
                .Where(row => row["value"]?.TryNumber(out _) == true)
                .Select(row => new StatedFigure(
                    row["example"]?.Text ?? "",
                    row["key"]?.Text ?? "",
                    row["value"]!.TryNumber(out double value) ? value : 0,
                    row["source"]?.Text ?? "",
                    row["note"]?.Text ?? ""
                )),
        ];
    }
}
