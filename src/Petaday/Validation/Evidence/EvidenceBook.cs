using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Validation.Evidence;

/// <summary>What a catalog knows of predictions beside the runs: figures of peers, targets, causes of misses, limits of the method.</summary>
/// <param name="Peers">Figures of other predictors on the same rows.</param>
/// <param name="Targets">What predictions are to reach.</param>
/// <param name="Causes">Why rows are far off; the first that explains a row counts.</param>
/// <param name="Limits">What the method leaves out, a sentence each.</param>
public sealed record EvidenceBook(
    ImmutableArray<PeerFigure> Peers,
    ImmutableArray<Target> Targets,
    ImmutableArray<Cause> Causes,
    ImmutableArray<string> Limits
)
{
    private const string LimitsPath = "validation/limits.csv";
    private const string Limit = "limit";

    /// <summary>Reads the validation folder of every directory; what cannot be read is a diagnostic.</summary>
    public static EvidenceBook Read(Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new EvidenceBook(
            PeerFigure.Read(library, diagnostics),
            Target.Read(library, diagnostics),
            CauseReader.Read(library, diagnostics),
            [.. EvidenceTable.Rows(library, LimitsPath, [Limit], diagnostics).Select(row => EvidenceTable.Text(row, Limit, diagnostics))]
        );
    }

    /// <summary>Why a row is far off; null where it is not known.</summary>
    /// <param name="row">The row.</param>
    /// <param name="result">Its result, with an error.</param>
    public Cause? Of(RunRow row, StepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Error is not { } error)
        {
            return null;
        }

        // As a time: a rate's error has the other sign.
        double ofTime = result.IsThroughput ? 1 / (1 + error) - 1 : error;
        return Causes.FirstOrDefault(cause => cause.Explains(row, ofTime));
    }
}
