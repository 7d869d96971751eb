using System.Collections.Immutable;
using Petaday.Adaptation;
using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Serving;

namespace Petaday.Scenarios.Decisions;

/// <summary>From a scenario with a task to a decision: what <c>petaday decide</c> calls.</summary>
public static class DecisionMaker
{
    private const ulong Seed = 20_261_126;

    // About what each takes of the time: the first decision asks what machines do, the search for changes asks again where figures move.
    private const double DecideShare = 0.45;
    private const double FlipShare = 0.95;

    /// <summary>Decides the task of a scenario.</summary>
    /// <param name="scenario">What was asked.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times searches.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    /// <param name="progress">Gets the share that is done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null, with diagnostics added, where the input is wrong.</returns>
    public static DecisionOutcome? Decide(
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
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var log = new DefaultsLog();
        if (
            TaskReader.Read(scenario, log, diagnostics) is not { } task
            || Facts(scenario, task, knowledge, log, clock, diagnostics, cancellation) is not { } facts
        )
        {
            return null;
        }

        var span = new ProgressSpan(progress);
        var decision = Decider.Decide(task, facts, span.Part(0, DecideShare), cancellation);
        var outcome = new DecisionOutcome(
            scenario.Text("name") ?? "A task",
            decision,
            decision.Recommended is null ? Nothing(decision) : null,
            FlipSearch.Find(decision, facts, span.Part(DecideShare, FlipShare), cancellation),
            BreakEvens.Find(decision, facts),
            DecisionDraws.Of(decision, Seed),
            log.Chosen,
            log.Limits,
            DecisionTree.Of(decision)
        );
        span.Report(1);
        return outcome;
    }

    private static AdaptationFacts? Facts(
        Scenario scenario,
        AdaptationTask task,
        Knowledge knowledge,
        DefaultsLog log,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        CancellationToken cancellation
    )
    {
        int before = diagnostics.Count;
        var library = knowledge.Library;
        var entries = new[] { "adaptation", "hosted", "quality" }.Select(id => library.Find(EntryKind.Factors, id, diagnostics)).ToList();
        var sites = ScenarioResolver.Sites(scenario, knowledge, log, diagnostics);
        var payment = PaymentResolver.Resolve(scenario, ScenarioWish.Estimate, log, diagnostics)[0];
        var (offers, systems) = new DecisionMachines(scenario, knowledge, sites.Count > 0 ? sites[0] : null!, payment).Read(
            log,
            diagnostics
        );
        if (diagnostics.Count > before || entries.Contains(null))
        {
            return null;
        }

        var factors = AdaptationFactors.Of(entries[0]!);
        var serving = new ServingBook(knowledge.Factors, ServingFactors.Read(library));
        var models = Models(scenario, knowledge, entries[2]!, log, diagnostics);
        return diagnostics.Count > before
            ? null
            : new AdaptationFacts(
                [.. models.Values.Select(model => Base(model, entries[2]!))],
                HostedModels.Read(entries[1]!, entries[2]!),
                offers,
                new MachineQuotes(scenario, knowledge, task, factors, models, systems, serving, clock, cancellation),
                factors
            );
    }

    /// <summary>The model that the scenario names, or all of the catalog with a general score.</summary>
    private static Dictionary<string, ModelChoice> Models(
        Scenario scenario,
        Knowledge knowledge,
        Entry quality,
        DefaultsLog log,
        ICollection<Diagnostic> diagnostics
    )
    {
        if (scenario.At("model") is not null)
        {
            return ModelResolver.Resolve(scenario, knowledge.Library, log, diagnostics) is { } named
                ? new(StringComparer.Ordinal) { [named.Id] = named }
                : [];
        }

        HashSet<string> known = [.. knowledge.Library.Ids(EntryKind.Models)];
        var found = HostedModels
            .Scored(quality)
            .Where(known.Contains)
            .Select(id => knowledge.Library.Find(EntryKind.Models, id, diagnostics))
            .OfType<Entry>()
            .Select(entry => (Entry: entry, Shape: ArchitectureReader.FromEntry(entry, diagnostics)))
            .Where(static pair => pair.Shape is not null)
            .Select(static pair => new ModelChoice(pair.Entry.Id, pair.Entry.Name, pair.Shape!, ParameterCount.Of(pair.Shape!), pair.Entry))
            .ToDictionary(static model => model.Id, StringComparer.Ordinal);
        log.Take(
            "model",
            found,
            $"{found.Count} open models",
            "all of the catalog whose general quality is in catalog/factors/quality.yaml"
        );
        return found;
    }

    private static BaseModel Base(ModelChoice model, Entry quality)
    {
        Line tokens =
            model.Entry is { } entry && entry.Number("published.tokens") is { } published
                ? new Line("pretrainingTokens", "Tokens that the model was trained on", published, Dimension.Tokens)
                {
                    Sources = entry.Line("published.tokens", "tokens", "Tokens", Dimension.None) is { Sources: var sources } ? sources : [],
                }
                : Line.Unknown("pretrainingTokens", "Tokens that the model was trained on", Dimension.Tokens, "nobody states them");
        return new BaseModel(
            model.Id,
            model.Name,
            model.Parameters.Total,
            model.Parameters.Active,
            HostedModels.Score(quality, model.Id),
            tokens
        );
    }

    /// <summary>The constraint that refuses most paths, and the refused path that came furthest.</summary>
    private static Infeasibility Nothing(Decision decision)
    {
        var refusals = decision.Options.Select(static option => option.Refusal).OfType<Refusal>().ToList();
        if (refusals.Count == 0)
        {
            return new Infeasibility("model", "no model whose quality is known can be taken", null);
        }

        string constraint = refusals.GroupBy(static refusal => refusal.Constraint).MaxBy(static group => group.Count())!.Key;
        var nearest = decision
            .Options.Where(static option => option.Money is not null)
            .MinBy(static option => option.Money!.PresentCost.Value);
        return new Infeasibility(
            constraint,
            refusals.First(refusal => refusal.Constraint == constraint).Message,
            nearest is null ? null : $"{nearest.Title}: {nearest.Refusal!.Message}"
        );
    }
}
