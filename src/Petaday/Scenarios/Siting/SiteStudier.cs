using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Planning;
using Petaday.Quantities;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>Ranks sites for a project: one run, worked out once, at every site.</summary>
public static class SiteStudier
{
    // About what the search of a strategy takes of the time; the rest is the sites.
    private const double SearchShare = 0.5;

    /// <summary>Studies a scenario.</summary>
    /// <param name="scenario">What was asked.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times the search of a strategy.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    /// <param name="progress">Gets the share that is done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null, with diagnostics added, where the input is wrong.</returns>
    public static SiteStudy? Study(
        Scenario scenario,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var log = new DefaultsLog();
        var span = new ProgressSpan(progress);
        if (
            Factors(knowledge.Library, diagnostics) is not { } factors
            || new SitingReader(scenario, knowledge, factors, log, diagnostics).Read() is not { } question
            || new RunFactsReader(scenario, knowledge, clock, log, diagnostics).Read(span.Part(0, SearchShare), cancellation)
                is not { } facts
        )
        {
            return null;
        }

        int before = diagnostics.Count;
        var desk = new SiteDesk(
            question,
            facts,
            factors,
            scenario.Amount("siting.latencyCap", Dimension.Seconds),
            diagnostics,
            cancellation
        );
        var rows = Rows(question, desk, span.Part(SearchShare, 1), cancellation);
        var against = question.Against is { } other ? rows.FirstOrDefault(row => row.Place.Id == other.Id) ?? desk.Row(other) : null;
        return diagnostics.Count > before ? null : Ranked(question, facts, factors, desk, rows, against, log);
    }

    private static ImmutableArray<SiteRow> Rows(
        SitingQuestion question,
        SiteDesk desk,
        ProgressSpan progress,
        CancellationToken cancellation
    )
    {
        var candidates = question.Candidates.ToList();
        var done = progress.Pieces(candidates.Count);
        var rows = ImmutableArray.CreateBuilder<SiteRow>(candidates.Count);
        foreach (var place in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            if (desk.Row(place) is { } row)
            {
                rows.Add(row);
            }

            done();
        }

        return rows.ToImmutable();
    }

    /// <summary>The factors of sites; null, with diagnostics added, where a catalog's own cannot be used.</summary>
    internal static SiteFactors? Factors(Library library, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            return library.Find(EntryKind.Factors, "sites", diagnostics) is { } entry ? SiteFactors.Read(entry) : null;
        }
        catch (InvalidDataException defect)
        {
            diagnostics.Add(new Diagnostic(DiagnosticCodes.MissingKey, null, 0, 0, "", defect.Message));
            return null;
        }
    }

    private static SiteStudy Ranked(
        SitingQuestion question,
        RunFacts facts,
        SiteFactors factors,
        SiteDesk desk,
        ImmutableArray<SiteRow> rows,
        SiteRow? against,
        DefaultsLog log
    )
    {
        if (against is not null)
        {
            rows = [.. rows.Select(row => row with { Gain = row.Place.Id == against.Place.Id ? null : desk.Gain(row, against) })];
        }

        var ranked = rows.Where(row => row.Refusal is null)
            .OrderBy(row => row.Account[question.Minimize] ?? double.PositiveInfinity)
            .ThenBy(row => row.Account.Cost.Value ?? double.PositiveInfinity)
            .ThenBy(row => row.Account.Carbon.Value ?? double.PositiveInfinity)
            .ThenBy(row => row.Place.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        ImmutableArray<SiteRow> refused =
        [
            .. rows.Where(row => row.Refusal is not null).OrderBy(row => row.Place.Id, StringComparer.Ordinal),
        ];
        return new SiteStudy(
            facts.Use.Name,
            facts.Use,
            question.Minimize,
            question.Accounting,
            ranked,
            refused,
            [.. ParetoFront.Of([.. ranked.Select(Point)]).Select(index => ranked[index])],
            desk.Serving(),
            desk.Split(),
            against,
            ranked.IsEmpty ? SiteRefusals.Binding(question, refused, facts.Use.Embodied?.Value) : null,
            log.Chosen,
            SiteNotes.Of(question, ranked, against)
        );
    }

    private static (double X, double Y, double Z) Point(SiteRow row) =>
        (row.Account.Cost.Value ?? double.NaN, row.Account.Carbon.Value ?? double.NaN, row.Account.Water.Value ?? double.NaN);
}
