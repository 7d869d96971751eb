using System.Globalization;
using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>Reads what a plan that chooses a model is after.</summary>
internal static class ModelGoalReader
{
    private const double UsualDeadline = 90 * Units.SecondsPerDay;

    /// <summary>The goal; null, with diagnostics added, where what is asked cannot be.</summary>
    public static ModelGoal? Read(Scenario scenario, Knowledge knowledge, DefaultsLog log, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var law = knowledge.Factors.Runs.Law(LawResolver.Resolve(scenario, knowledge, diagnostics));
        if (scenario.At("recipe.law") is null)
        {
            log.Take("recipe.law", law.Id, law.Id, "the re-fit of Chinchilla's law (Besiroglu et al. 2024)");
        }

        Refuse(scenario, diagnostics);
        double? loss = Loss(scenario, law, diagnostics);
        double? compute = Compute(scenario, knowledge, diagnostics);
        var limits = ScenarioResolver.GoalOf(scenario);
        var goal = new ModelGoal(
            limits with
            {
                DeadlineSeconds =
                    limits.DeadlineSeconds
                    ?? log.Take("goal.deadline", UsualDeadline, "90 d", "without a deadline the cheapest run takes years on one node"),
            },
            loss,
            compute,
            scenario.Text("goal.computeOf"),
            scenario.Amount("recipe.tokens", Dimension.Tokens),
            scenario.Amount("recipe.uniqueTokens", Dimension.Tokens),
            scenario.Amount("goal.servedTokens", Dimension.Tokens) ?? 0,
            law,
            knowledge.Factors.Runs.Loss
        );
        return diagnostics.Count > before ? null : goal;
    }

    /// <summary>What only a given model can go with.</summary>
    private static void Refuse(Scenario scenario, ICollection<Diagnostic> diagnostics)
    {
        if (scenario.At("strategy") is { Kind: NodeKind.Map } strategy)
        {
            diagnostics.Add(
                strategy.Problem(
                    DiagnosticCodes.NotAllowed,
                    "a strategy fits one model, and this plan chooses the model",
                    "'auto', or a model"
                )
            );
        }

        if (scenario.At("recipe.task") is { Text: not "pretrain" } task)
        {
            diagnostics.Add(task.Problem(DiagnosticCodes.NotAllowed, "only pre-training starts without a model", "'pretrain', or a model"));
        }

        var aims = new[] { "goal.loss", "goal.computeOf", "recipe.tokens" }.Select(scenario.At).OfType<Node>().ToList();
        if (aims.Count > 1)
        {
            diagnostics.Add(aims[1].Problem(DiagnosticCodes.NotAllowed, $"'{aims[0].Path}' already says how long to train", "one of both"));
        }
    }

    private static double? Loss(Scenario scenario, Runs.ScalingLaw law, ICollection<Diagnostic> diagnostics)
    {
        if (scenario.At("goal.loss") is not { } node || !node.TryNumber(out double loss))
        {
            return null;
        }

        if (loss <= law.Floor)
        {
            diagnostics.Add(
                node.Problem(
                    DiagnosticCodes.OutOfRange,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"no model and no data reach this by {law.Id}: the data itself has {law.Floor}"
                    ),
                    string.Create(CultureInfo.InvariantCulture, $"more than {law.Floor} nats a token")
                )
            );
        }

        return loss;
    }

    /// <summary>FLOPs of training a model of the catalog on its published tokens, else on 20 a parameter that a token passes through.</summary>
    private static double? Compute(Scenario scenario, Knowledge knowledge, ICollection<Diagnostic> diagnostics)
    {
        if (
            scenario.At("goal.computeOf") is not { } node
            || Catalogued.Find(knowledge.Library, EntryKind.Models, node, diagnostics) is not { } entry
            || ArchitectureReader.FromEntry(entry, diagnostics) is not { } shape
        )
        {
            return null;
        }

        var model = new ModelChoice(entry.Id, entry.Name, shape, ParameterCount.Of(shape), entry);
        var log = new DefaultsLog();
        int sequence = RecipeResolver.Sequence(model, log);
        double tokens = RecipeResolver.Tokens(model, Training.TrainingTask.Pretrain, sequence, log);
        return OperatorCount.Of(shape, new CountingRules(sequence)).TrainingPerToken * tokens;
    }
}
