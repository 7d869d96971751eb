using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Outlook;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Scenarios.Levers;

/// <summary>What levers do to a scenario, alone and together: the one way in for <c>petaday levers</c>.</summary>
public static class LeverStudies
{
    /// <summary>Sets of levers that the search for the best one looks at all; of more, it is not exact.</summary>
    public const int MostSets = 256;

    // The scenario as it stands, before any lever; each set of levers takes about as long.
    private const double StartShare = 0.03;

    private const string Flag = "--levers";

    /// <summary>Works out a study; null, with diagnostics added, where the input is wrong.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="book">The levers.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times searches.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    /// <param name="progress">Gets the share that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LeverOutcome? Run(
        LeverRequest request,
        LeverBook book,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var root = ScenarioReader.Root(request.File, request.Flags, diagnostics);
        return root is not null && ScenarioReader.Checked(root, [], new DiskFiles(), diagnostics) is { } scenario
            ? Of(scenario, request, book, knowledge, clock, diagnostics, progress, cancellation)
            : Refused(request, book, diagnostics);
    }

    /// <summary>The same of a scenario that is at hand: the request's file and flags are not looked at.</summary>
    public static LeverOutcome? Of(
        Scenario scenario,
        LeverRequest request,
        LeverBook book,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        var span = new ProgressSpan(progress);
        var named = Named(request, book, diagnostics);
        if (
            diagnostics.Count > before
            || Begun(scenario, knowledge, clock, diagnostics, span.Part(0, StartShare), cancellation) is not { } begun
        )
        {
            return null;
        }

        if (begun.Start?.Figures?.Of(request.Metric) is not { } value || begun.Case is not { } one)
        {
            return new LeverOutcome(null, begun.Infeasible ?? Unknown(request.Metric));
        }

        var work = new LeverWork(
            new LeverChange(scenario.Root, begun.Start.Answer!, one, knowledge),
            scenario,
            knowledge,
            clock,
            cancellation
        );
        work.Seed(begun.Start);
        var composer = new LeverComposer(request, book, work, begun.Start, value, span.Part(StartShare, 1));
        return new LeverOutcome(composer.Study(one.Name, named), null);
    }

    // What is wrong with the levers is said beside what is wrong with the scenario.
    private static LeverOutcome? Refused(LeverRequest request, LeverBook book, ICollection<Diagnostic> diagnostics)
    {
        _ = Named(request, book, diagnostics);
        return null;
    }

    private static ImmutableArray<Lever> Named(LeverRequest request, LeverBook book, ICollection<Diagnostic> diagnostics)
    {
        ImmutableArray<Lever> named =
        [
            .. request.Levers.Select(id => book.Find(id, Flag, diagnostics)).OfType<Lever>().Distinct().OrderBy(book.All.IndexOf),
        ];
        foreach (var conflict in LeverBook.Conflicts(named, Flag))
        {
            diagnostics.Add(conflict);
        }

        return named;
    }

    private static (LeverPoint? Start, Case? Case, Infeasibility? Infeasible)? Begun(
        Scenario scenario,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        ProgressSpan progress,
        CancellationToken cancellation
    )
    {
        var wish = PointWork.Wish(scenario);
        if (ScenarioResolver.Resolve(scenario, knowledge, wish, diagnostics) is not { } resolved)
        {
            return null;
        }

        var outcome =
            wish == ScenarioWish.Plan
                ? Planner.Plan(resolved, knowledge, clock, diagnostics, progress, null, cancellation)
                : Estimator.Estimate(resolved.Cases[0], resolved.Source, knowledge, clock, diagnostics, progress, cancellation);
        return outcome switch
        {
            null => null,
            { Answer: { } answer, Infeasible: null } => (
                new LeverPoint([], answer, LeverFigures.Of(answer), null, scenario.Root),
                outcome.Plan?.Winner.Case ?? resolved.Cases[0],
                null
            ),
            _ => (null, null, outcome.Infeasible),
        };
    }

    private static Infeasibility Unknown(LeverMetric metric) =>
        new(LeverWords.Of(metric), "the engine does not know it for this scenario, so that no lever can be judged by it", null);
}
