using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Reports;

namespace Petaday.Cli.Commands;

/// <summary>What <c>petaday catalog</c> shows beside single entries and lists of one kind.</summary>
internal static class CatalogViews
{
    /// <summary>The kinds, and how many entries each has.</summary>
    public static View Kinds(Library library)
    {
        var kinds = EntryKind.All.Select(kind => (kind.Folder, Count: library.Ids(kind).Count, kind.Description)).ToImmutableArray();
        return Table(
            "The catalog",
            ["kind", "entries", "what it holds"],
            [.. kinds.Select(kind => ImmutableArray.Create(kind.Folder, Sizes.Count(kind.Count), kind.Description))],
            1
        );
    }

    /// <summary>Entries of any kind.</summary>
    public static View Found(IReadOnlyList<Entry> found) =>
        Table(
            found.Count == 1 ? "1 entry" : $"{Sizes.Count(found.Count)} entries",
            ["kind", "id", "name"],
            [.. found.Select(entry => ImmutableArray.Create(entry.Kind.Singular, entry.Id, entry.Name))]
        );

    /// <summary>A table as every format has it; JSON is an array of objects of texts.</summary>
    private static View Table(
        string title,
        ImmutableArray<string> columns,
        ImmutableArray<ImmutableArray<string>> rows,
        int? right = null
    ) =>
        new(
            () => new Page([new Heading(title, 1), new Grid(columns, [.. columns.Select((_, index) => index == right)], rows)]),
            writer =>
            {
                writer.WriteStartArray();
                foreach (var row in rows)
                {
                    writer.WriteStartObject();
                    for (int column = 0; column < columns.Length; column++)
                    {
                        writer.WriteString(columns[column], row[column]);
                    }

                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            },
            () => CsvReport.Of(columns, rows.Select(row => row.AsEnumerable()))
        );
}
