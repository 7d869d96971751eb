using System.Collections.Immutable;
using System.Globalization;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>What a reader of a ranking must know.</summary>
internal static class SiteNotes
{
    /// <summary>The notes.</summary>
    public static ImmutableArray<string> Of(SitingQuestion question, ImmutableArray<SiteRow> rows, SiteRow? against) =>
        [
            .. Accounting(question),
            .. Bases(rows),
            .. Unknown(question, rows),
            .. Inherited(rows),
            .. Green(question, rows),
            .. Pauses(rows),
            .. Against(against),
        ];

    private static IEnumerable<string> Accounting(SitingQuestion question) =>
        question.Accounting switch
        {
            CarbonAccounting.Market =>
            [
                "carbon is counted after contracts: 0 says that contracts match the use, not that the grid is clean",
            ],
            CarbonAccounting.Marginal => ["carbon is that of the plants that answer one more unit of demand"],
            _ => [],
        };

    private static IEnumerable<string> Bases(ImmutableArray<SiteRow> rows)
    {
        string[] bases =
        [
            .. rows.Select(row => row.Place.CarbonBasis).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return bases.Length > 1
            ?
            [
                $"carbon is counted on {bases.Length.ToString(CultureInfo.InvariantCulture)} bases ({string.Join("; ", bases)}): only sites of one basis rank against each other",
            ]
            : [];
    }

    private static IEnumerable<string> Unknown(SitingQuestion question, ImmutableArray<SiteRow> rows)
    {
        int unknown = rows.Count(row => row.Account[question.Minimize] is null);
        return unknown > 0
            ?
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"for {unknown} of {rows.Length} sites what is made small is not known: they stand last"
                ),
            ]
            : [];
    }

    private static IEnumerable<string> Green(SitingQuestion question, ImmutableArray<SiteRow> rows) =>
        question.Accounting == CarbonAccounting.Location && rows.Any(row => row.Offer.Green is { Share.Value: > 0 })
            ? ["green power counts as taken over a line of its own; certificates alone change nothing by location"]
            : [];

    private static IEnumerable<string> Pauses(ImmutableArray<SiteRow> rows) =>
        rows.Any(row => row.Pause is { Plan.Restarts: > 0 })
            ? ["paused machines are held, and paid for where they are rented or owned, but draw nothing in these figures"]
            : [];

    private static IEnumerable<string> Against(SiteRow? against) =>
        against is null ? [] : [$"what is saved is held against {against.Place.Name}"];

    // A tariff or carbon of a larger grid is a coarse one for a place within it.
    private static IEnumerable<string> Inherited(ImmutableArray<SiteRow> rows) =>
        rows.SelectMany(row => new[] { row.Power.Tariff, row.Power.Carbon }.Select(line => (row.Place.Id, Line: line)))
            .Where(one => one.Line.Note?.StartsWith("taken from ", StringComparison.Ordinal) == true)
            .GroupBy(one => $"{one.Line.Name}, {one.Line.Note}", StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.Id).Order(StringComparer.Ordinal))}");
}
