using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Validation.Evidence;

/// <summary>Reads <c>validation/causes.csv</c>: why rows are far off, the first that explains a row counting.</summary>
internal static class CauseReader
{
    private const string FilePath = "validation/causes.csv";
    private static readonly ImmutableArray<string> Columns =
    [
        "ids",
        "source",
        "error",
        "least_error",
        "least_devices",
        "most_devices",
        "least_tensor",
        "most_tensor",
        "least_pipeline",
        "most_pipeline",
        "least_micro_batch_s",
        "common",
        "why",
        "known_from",
    ];

    /// <summary>Reads the tables of every directory; a person's own come first.</summary>
    public static ImmutableArray<Cause> Read(Library library, ICollection<Diagnostic> diagnostics) =>
        [
            .. library
                .Directories.Reverse()
                .SelectMany(directory => EvidenceTable.Rows(Library.Open([directory]), FilePath, Columns, diagnostics))
                .Select(row => Of(row, diagnostics)),
        ];

    private static Cause Of(Node row, ICollection<Diagnostic> diagnostics) =>
        new(
            [.. (row["ids"]?.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            row["source"]?.Text,
            Sign(row, diagnostics),
            EvidenceTable.Number(row, "least_error", diagnostics),
            Bounds(row, "devices", diagnostics),
            Bounds(row, "tensor", diagnostics),
            Bounds(row, "pipeline", diagnostics),
            EvidenceTable.Number(row, "least_micro_batch_s", diagnostics),
            EvidenceTable.Text(row, "common", diagnostics),
            EvidenceTable.Text(row, "why", diagnostics),
            EvidenceTable.Text(row, "known_from", diagnostics)
        );

    private static Bounds Bounds(Node row, string name, ICollection<Diagnostic> diagnostics) =>
        new(EvidenceTable.Number(row, "least_" + name, diagnostics), EvidenceTable.Number(row, "most_" + name, diagnostics));

    private static bool? Sign(Node row, ICollection<Diagnostic> diagnostics)
    {
        switch (row["error"]?.Text)
        {
            case null:
                return null;
            case "over":
                return true;
            case "under":
                return false;
            default:
                diagnostics.Add(
                    row["error"]!.Problem(
                        DiagnosticCodes.NotAllowed,
                        $"'{row["error"]!.Text}' is no sign of an error",
                        "over or under, or blank for either"
                    )
                );
                return null;
        }
    }
}
