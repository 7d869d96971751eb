using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Validation.Evidence;

/// <summary>A measured figure of another predictor on a subset of the rows.</summary>
/// <param name="Subset">The subset's id.</param>
/// <param name="Measure">What is measured, one of <see cref="Measures"/>.</param>
/// <param name="Peer">The other predictor.</param>
/// <param name="Value">Its figure, a share.</param>
/// <param name="Source">Who measured it and how.</param>
public sealed record PeerFigure(string Subset, string Measure, string Peer, double Value, string Source)
{
    private const string FilePath = "validation/peers.csv";
    private static readonly ImmutableArray<string> Columns = ["subset", "measure", "peer", "value", "source"];

    /// <summary>Reads the tables of every directory.</summary>
    internal static ImmutableArray<PeerFigure> Read(Library library, ICollection<Diagnostic> diagnostics) =>
        [.. EvidenceTable.Rows(library, FilePath, Columns, diagnostics).Select(row => Of(row, diagnostics))];

    private static PeerFigure Of(Node row, ICollection<Diagnostic> diagnostics)
    {
        double? value = EvidenceTable.Number(row, "value", diagnostics);
        if (value is null && row["value"] is null)
        {
            diagnostics.Add(EvidenceTable.Missing(row, "value", "a share, such as 0.12"));
        }

        return new PeerFigure(
            EvidenceTable.Text(row, "subset", diagnostics),
            EvidenceTable.Text(row, "measure", diagnostics),
            EvidenceTable.Text(row, "peer", diagnostics),
            value ?? 0,
            EvidenceTable.Text(row, "source", diagnostics)
        );
    }
}
