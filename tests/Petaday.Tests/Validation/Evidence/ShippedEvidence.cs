using Petaday.Catalog;
using Petaday.Validation.Evidence;

namespace Petaday.Tests.Validation.Evidence;

/// <summary>The validation folder of the shipped catalog.</summary>
internal static class ShippedEvidence
{
    private static readonly Lazy<EvidenceBook> LazyShipped = new(() =>
    {
        List<Diagnostic> diagnostics = [];
        EvidenceBook book = EvidenceBook.Read(Library.OpenShipped(), diagnostics);
        diagnostics.ShouldBeEmpty();
        return book;
    });

    public static EvidenceBook Book => LazyShipped.Value;
}
