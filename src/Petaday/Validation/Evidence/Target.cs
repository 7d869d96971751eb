using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Validation.Evidence;

/// <summary>A figure that predictions are to reach.</summary>
/// <param name="Subset">The subset's id; all for every scored row.</param>
/// <param name="Measure">What is measured, one of <see cref="Measures"/>.</param>
/// <param name="IsLeftOut">Whether it is asked of parameters fitted without the row's source; else of the shipped ones.</param>
/// <param name="Low">The least that will do, a share; null where there is no such bound.</param>
/// <param name="High">The most.</param>
public sealed record Target(string Subset, string Measure, bool IsLeftOut, double? Low, double? High)
{
    /// <summary>The subset of every scored row.</summary>
    public const string All = "all";

    private const string FilePath = "validation/targets.csv";
    private const string Shipped = "shipped";
    private const string LeftOut = "left-out";
    private static readonly ImmutableArray<string> Columns = ["subset", "measure", "parameters", "low", "high"];

    /// <summary>Whether a figure will do.</summary>
    public bool IsMetBy(double figure) => !(figure < Low) && !(figure > High);

    /// <summary>Reads the tables of every directory.</summary>
    internal static ImmutableArray<Target> Read(Library library, ICollection<Diagnostic> diagnostics) =>
        [.. EvidenceTable.Rows(library, FilePath, Columns, diagnostics).Select(row => Of(row, diagnostics))];

    private static Target Of(Node row, ICollection<Diagnostic> diagnostics)
    {
        string parameters = EvidenceTable.Text(row, "parameters", diagnostics);
        if (parameters is not (Shipped or LeftOut or ""))
        {
            diagnostics.Add(
                row["parameters"]!.Problem(
                    DiagnosticCodes.NotAllowed,
                    $"'{parameters}' is neither kind of parameters",
                    $"{Shipped} or {LeftOut}"
                )
            );
        }

        return new Target(
            EvidenceTable.Text(row, "subset", diagnostics),
            EvidenceTable.Text(row, "measure", diagnostics),
            parameters == LeftOut,
            EvidenceTable.Number(row, "low", diagnostics),
            EvidenceTable.Number(row, "high", diagnostics)
        );
    }
}
