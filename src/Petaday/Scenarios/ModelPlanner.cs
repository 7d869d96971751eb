using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Scenarios.ModelPlans;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>Money into a model: the architecture, tokens, machines and site that reach the lowest predicted loss, or the cheapest way to a loss or a compute.</summary>
public static class ModelPlanner
{
    private static readonly string[] Aims = ["goal.budget", "goal.deadline", "goal.loss", "goal.computeOf"];

    /// <summary>Whether a scenario leaves the model open and says what to choose it by.</summary>
    public static bool Applies(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.At("model") is null && Aims.Any(aim => scenario.At(aim) is not null);
    }

    /// <summary>Plans a scenario without a model.</summary>
    /// <param name="scenario">What was asked.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times the search.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    /// <param name="progress">Gets the share of the search that is done.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Null, with diagnostics added, where the input is wrong.</returns>
    public static Outcome? Plan(
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
        long start = clock.GetTimestamp();
        int before = diagnostics.Count;
        var log = new DefaultsLog();
        var goal = ModelGoalReader.Read(scenario, knowledge, log, diagnostics);
        var open = Everywhere(scenario);
        var sites = ScenarioResolver.Sites(open, knowledge, log, diagnostics);
        var payment = PaymentResolver.Resolve(scenario, ScenarioWish.Estimate, log, diagnostics)[0];
        var run = RunResolver.Resolve(open, diagnostics);
        Unchosen(open, diagnostics);
        if (goal is null || sites.Count == 0 || diagnostics.Count > before)
        {
            return null;
        }

        var shapes = ShapeOffers.Of(scenario, goal, knowledge, log, diagnostics);
        var machines = MachineOffers.Of(scenario, knowledge, payment, log, diagnostics);
        if (shapes.Length == 0 || machines.Length == 0 || diagnostics.Count > before)
        {
            return diagnostics.Count > before ? null : Nothing(shapes.Length == 0);
        }

        var bounds = new OptionBounds(knowledge.Factors.Runs, Words.AsOptimizer(scenario.Text("recipe.optimizer") ?? "adamw"), run);
        var evaluator = new OptionEvaluator(goal, knowledge, bounds, [.. sites], payment, Recomputation(scenario), cancellation);
        bool rented = payment.Basis != Economics.MoneyBasis.Own;
        var choice = new ModelChooser(goal, evaluator, bounds, rented ? Distinct(machines) : machines, shapes).Choose(progress);
        var outcome = new ModelOutcome(scenario, goal, knowledge, log, evaluator, [.. sites], machines, shapes).Of(
            choice,
            clock.GetElapsedTime(start).TotalSeconds
        );
        progress?.Report(1);
        return outcome;
    }

    /// <summary>Of machines that do the same steps, those of the lowest rent.</summary>
    private static ImmutableArray<MachineOffer> Distinct(ImmutableArray<MachineOffer> machines) =>
        [
            .. machines.Where(
                (one, index) => !machines.Where((other, place) => other.Betters(one) && (place < index || !one.Betters(other))).Any()
            ),
        ];

    /// <summary>Tokens and batches are chosen here: stages that are parts of them cannot be given.</summary>
    private static void Unchosen(Scenario scenario, ICollection<Diagnostic> diagnostics)
    {
        foreach (string key in (string[])["recipe.batchRamp", "recipe.longContext"])
        {
            if (scenario.At(key) is { } node)
            {
                diagnostics.Add(
                    node.Problem(
                        DiagnosticCodes.NotAllowed,
                        $"a plan that chooses the model chooses tokens and batch: '{key}' cannot be given",
                        "a model"
                    ) with
                    {
                        Key = key,
                    }
                );
            }
        }
    }

    /// <summary>Without a site, all of them.</summary>
    private static Scenario Everywhere(Scenario scenario) =>
        scenario.At("site") is null
            ? scenario with
            {
                Root = Overlay.Merge(scenario.Root, Overlay.Single("site", "auto", "site", takesList: true)),
                Uncertain = [],
            }
            : scenario;

    private static Recomputation? Recomputation(Scenario scenario) =>
        scenario.Text("recipe.recompute") is { } word and not "auto"
            ? new Recomputation(Words.AsRecompute(word), scenario.Integer("recipe.recomputeLayers") ?? 1)
            : null;

    private static Outcome Nothing(bool shapes) =>
        new(
            null,
            new Infeasibility(
                shapes ? "goal.families" : "system.id",
                shapes ? "no family has an architecture" : "no system has a price on these terms",
                null
            ),
            ImmutableArray<Answer>.Empty
        );
}
