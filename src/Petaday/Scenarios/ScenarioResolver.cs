using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Environment;
using Petaday.Quantities;

namespace Petaday.Scenarios;

/// <summary>Fills in every default of a scenario, each said with its reason.</summary>
public static class ScenarioResolver
{
    private const string UsualSite = "us";
    private const int MostSequences = 1_000_000;

    /// <summary>Resolves a scenario; null, with diagnostics added, where anything it names cannot be used.</summary>
    /// <param name="scenario">What was asked.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="wish">Whether choices stay open.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    public static ResolvedScenario? Resolve(Scenario scenario, Knowledge knowledge, ScenarioWish wish, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        var log = new DefaultsLog();
        foreach (var uncertain in scenario.Uncertain)
        {
            log.Limit(uncertain.Note);
        }

        var model = ModelResolver.Resolve(scenario, knowledge.Library, log, diagnostics);
        var law = LawResolver.Resolve(scenario, knowledge, diagnostics);
        var systems = SystemResolver.Resolve(scenario, knowledge, log, diagnostics);
        var sites = Sites(scenario, knowledge, log, diagnostics);
        var payments = PaymentResolver.Resolve(scenario, wish, log, diagnostics);
        var run = RunResolver.Resolve(scenario, diagnostics);
        if (model is null || systems.Count == 0 || sites.Count == 0 || diagnostics.Count > before)
        {
            return null;
        }

        ImmutableArray<Case> cases =
        [
            .. systems
                .SelectMany(system => On(scenario, wish, model, system, sites, payments, knowledge, log, diagnostics))
                .Select(one => one with { Law = law, UniqueTokens = scenario.Amount("recipe.uniqueTokens", Dimension.Tokens), Run = run }),
        ];
        if (wish == ScenarioWish.Estimate && cases.Length > 1 && diagnostics.Count == before)
        {
            diagnostics.Add(
                Several(scenario)
                    .Problem(
                        DiagnosticCodes.NotAllowed,
                        "an estimate is of one system, one number of devices, one recipe, one site and one price basis",
                        "one; 'petaday plan' chooses among several"
                    )
            );
        }

        return diagnostics.Count > before || cases.Length == 0 ? null : new ResolvedScenario(scenario, GoalOf(scenario), cases);
    }

    private static Node Several(Scenario scenario) =>
        new[] { "system.id", "system.devices", "recipe.precision", "recipe.globalBatch", "site", "money.devices" }
            .Select(scenario.At)
            .FirstOrDefault(node => node is { Kind: NodeKind.List } or { Text: "auto" })
        ?? scenario.Root;

    private static IEnumerable<Case> On(
        Scenario scenario,
        ScenarioWish wish,
        ModelChoice model,
        SystemChoice system,
        IReadOnlyList<GridSite> sites,
        IReadOnlyList<PaymentChoice> payments,
        Knowledge knowledge,
        DefaultsLog shared,
        ICollection<Diagnostic> diagnostics
    )
    {
        var log = new DefaultsLog(shared);
        if (StackResolver.Resolve(scenario, system, knowledge, log, diagnostics) is not { } stack)
        {
            yield break;
        }

        Searchable(scenario, diagnostics);
        foreach (var variant in RecipeVariant.Of(scenario, wish, system.Spec.Accelerator))
        {
            foreach (var one in With(variant, wish, model, system, stack, sites, payments, new DefaultsLog(log), diagnostics))
            {
                yield return one;
            }
        }
    }

    private static IEnumerable<Case> With(
        RecipeVariant variant,
        ScenarioWish wish,
        ModelChoice model,
        SystemChoice system,
        StackChoice stack,
        IReadOnlyList<GridSite> sites,
        IReadOnlyList<PaymentChoice> payments,
        DefaultsLog log,
        ICollection<Diagnostic> diagnostics
    )
    {
        var scenario = variant.Scenario;
        var recipe = RecipeResolver.Resolve(scenario, model, system.Spec.Accelerator, log, variant.BatchTokens);
        if (Unrunnable(scenario, recipe.Precision, system.Spec.Accelerator) is { } problem)
        {
            diagnostics.Add(problem);
            yield break;
        }

        foreach (string limit in variant.Limits)
        {
            log.Limit(limit);
        }

        var recompute = scenario.Text("recipe.recompute") is { } word and not "auto"
            ? Words.AsRecompute(word)
            : (Training.RecomputeMode?)null;
        foreach (int devices in DeviceResolver.Resolve(scenario, wish, model, system, recipe, log, diagnostics))
        {
            var own = new DefaultsLog(log);
            var fitted = RecipeResolver.For(devices, scenario, recipe, own);
            var strategy = StrategyResolver.Resolve(scenario, devices, stack, own);
            var (defaults, limits) = (own.Chosen, own.Limits);
            foreach (var (site, payment) in sites.SelectMany(site => payments.Select(payment => (site, payment))))
            {
                yield return new Case(
                    scenario.Text("name") ?? model.Name,
                    model,
                    system,
                    devices,
                    stack,
                    fitted,
                    strategy,
                    recompute,
                    scenario.Integer("recipe.recomputeLayers") ?? 1,
                    site,
                    payment,
                    defaults,
                    limits
                );
            }
        }
    }

    /// <summary>A format in which the catalog knows no peak of the device has no time either.</summary>
    private static Diagnostic? Unrunnable(Scenario scenario, Hardware.Precision precision, Hardware.Accelerator device)
    {
        var known = Enum.GetValues<Hardware.Precision>().Where(format => device.Peak(format) > 0).Select(Words.Of);
        return device.Peak(precision) > 0
            ? null
            : (scenario.At("recipe.precision") ?? scenario.Root).Problem(
                DiagnosticCodes.NotAllowed,
                $"{device.Id} has no peak for {Words.Of(precision)} in the catalog",
                "one of " + string.Join(", ", known)
            ) with
            {
                Key = "recipe.precision",
            };
    }

    /// <summary>What the search and the step model cannot take is said before they start.</summary>
    private static void Searchable(Scenario scenario, ICollection<Diagnostic> diagnostics)
    {
        if (scenario.Text("recipe.recompute") == "block" && scenario.At("strategy") is not { Kind: NodeKind.Map })
        {
            diagnostics.Add(
                scenario
                    .At("recipe.recompute")!
                    .Problem(
                        DiagnosticCodes.NotAllowed,
                        "block recomputation needs a strategy: the search looks at none, selective and full",
                        "keys under 'strategy', or another mode"
                    )
            );
        }

        foreach (var batch in scenario.Choices("recipe.globalBatch"))
        {
            if (Quantity.TryParse(batch.Text, Dimension.Sequences, out var sequences, out _) && sequences.Value > MostSequences)
            {
                diagnostics.Add(
                    batch.Problem(DiagnosticCodes.OutOfRange, "this is more than a step can hold", $"at most {MostSequences} sequences")
                );
            }
        }
    }

    internal static IReadOnlyList<GridSite> Sites(
        Scenario scenario,
        Knowledge knowledge,
        DefaultsLog log,
        ICollection<Diagnostic> diagnostics
    )
    {
        var names = scenario.Choices("site");
        IEnumerable<Entry?> entries = names switch
        {
            [] =>
            [
                knowledge.Library.Find(
                    EntryKind.Sites,
                    log.Take("site", UsualSite, UsualSite, "the country with most published runs"),
                    diagnostics
                ),
            ],
            [{ Text: "auto" }] => knowledge.Library.All(EntryKind.Sites).Where(entry => entry.Number("price_usd_per_kwh") is not null),
            _ => names.Select(name => Catalogued.Find(knowledge.Library, EntryKind.Sites, name, diagnostics)),
        };
        return [.. entries.OfType<Entry>().Select(entry => GridSiteReader.Read(entry, knowledge.Library, knowledge.Factors.Energy))];
    }

    internal static Goal GoalOf(Scenario scenario) =>
        new(
            scenario.Amount("goal.budget", Dimension.Money),
            scenario.Amount("goal.deadline", Dimension.Seconds),
            scenario.Amount("goal.carbonCap", Dimension.Carbon),
            scenario.Text("goal.minimize") switch
            {
                "time" => Objective.Time,
                "energy" => Objective.Energy,
                "carbon" => Objective.Carbon,
                "devices" => Objective.Devices,
                _ => Objective.Cost,
            }
        )
        {
            Devices = scenario.Integer("goal.devices"),
            MemoryShare = scenario.At("goal.memoryShare") is { } node && node.TryNumber(out double share) ? share : null,
        };
}
