using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Sites;

namespace Petaday.Tests.Sites;

/// <summary>Places and factors of the shipped catalog.</summary>
internal static class Places
{
    public static readonly Library Shipped = Library.OpenShipped();

    public static readonly FactorBook Book = FactorBook.Read(Shipped);

    public static readonly SiteFactors Factors = SiteFactors.Read(Entry(EntryKind.Factors, "sites"));

    public static Place Of(string id) => PlaceReader.Read(Entry(EntryKind.Sites, id), Shipped, Book.Energy);

    private static Entry Entry(EntryKind kind, string id) =>
        Shipped.TryFind(kind, id, out var entry, out var problem) ? entry : throw new InvalidOperationException(problem.ToString());
}
