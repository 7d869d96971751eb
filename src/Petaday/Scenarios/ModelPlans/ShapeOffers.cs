using System.Collections.Immutable;
using System.Globalization;
using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>The architectures that a plan chooses among: every family at every size of its grid.</summary>
internal static class ShapeOffers
{
    private const double TokensPerParameter = 20;

    /// <summary>The architectures, a family after the other; empty, with diagnostics added, where a family cannot be used.</summary>
    public static ImmutableArray<ShapeOffer> Of(
        Scenario scenario,
        ModelGoal goal,
        Knowledge knowledge,
        DefaultsLog log,
        ICollection<Diagnostic> diagnostics
    )
    {
        int sequence =
            scenario.Integer("recipe.sequence")
            ?? log.Take(
                "recipe.sequence",
                FamilyShape.Positions,
                $"{FamilyShape.Positions}",
                "what the families' larger models were trained with"
            );
        if (scenario.At("recipe.globalBatch") is null)
        {
            log.Take(
                "recipe.globalBatch",
                0,
                "by model size",
                "0.292 x FLOPs^0.327 tokens (DeepSeek-AI 2024) at the FLOPs of 20 tokens a parameter, as a power of two of sequences"
            );
        }

        return
        [
            .. Families(scenario, knowledge, diagnostics)
                .SelectMany(family => family.Sizes().Select(size => Offer(family, size, scenario, goal, sequence)))
                .DistinctBy(offer => offer.Model.Id),
        ];
    }

    private static IEnumerable<ArchitectureFamily> Families(Scenario scenario, Knowledge knowledge, ICollection<Diagnostic> diagnostics)
    {
        var names = scenario.Choices("goal.families");
        var entries = names is [] or [{ Text: "auto" }]
            ? knowledge.Library.All(EntryKind.Families)
            : names.Select(name => Catalogued.Find(knowledge.Library, EntryKind.Families, name, diagnostics)).OfType<Entry>();
        return entries.Select(entry => FamilyReader.Read(entry, knowledge.Library, diagnostics)).OfType<ArchitectureFamily>();
    }

    private static ShapeOffer Offer(ArchitectureFamily family, double size, Scenario scenario, ModelGoal goal, int sequence)
    {
        var shape = family.At(size) with { MaxPositions = Math.Max(sequence, FamilyShape.Positions) };
        var count = ParameterCount.Of(shape);
        string id = Name(family, count);
        double tables = goal.Law.Form == LossForm.Kaplan ? count.Total - count.NonEmbedding : 0;
        double law = EffectiveParameters.Of(
            count.Total - tables,
            Math.Max(1, count.Active - tables),
            goal.Factors.ExpertShare.Value.GetValueOrDefault()
        );
        var flops = OperatorCount.Of(shape, new CountingRules(sequence));
        double scores = new[] { ModelOperator.Scores, ModelOperator.Context }.Sum(name => flops[name].Forward + flops[name].Backward);
        return new ShapeOffer(
            family.Id,
            new ModelChoice(id, id, shape, count, null),
            sequence,
            Batch(scenario, goal, count, sequence),
            new LossQuestion(goal.Law, law, goal.UniqueTokens, goal.Factors.Repetition.Value.GetValueOrDefault()),
            flops.TrainingPerToken,
            flops.TrainingPerToken - (scores / flops.Tokens)
        );
    }

    /// <summary>A batch that depends on the model alone: a larger budget changes nothing of a candidate but how long it trains.</summary>
    private static int Batch(Scenario scenario, ModelGoal goal, ParameterCount count, int sequence)
    {
        if (scenario.Amount("recipe.globalBatch", Dimension.Sequences) is { } sequences)
        {
            return (int)Math.Max(1, Math.Round(sequences));
        }

        if (scenario.Amount("recipe.globalBatch", Dimension.Tokens) is { } tokens)
        {
            return RecipeResolver.Round(Math.Min(tokens / sequence, 1e6));
        }

        double best = goal.Factors.BatchTokens(6 * TokensPerParameter * (double)count.Active * count.Active) / sequence;
        return (int)Math.Pow(2, Math.Max(0, Math.Round(Math.Log2(best))));
    }

    /// <summary><c>dense-13b</c>; a mixture with the parameters that a token passes through: <c>moe-128-30b-a3.3b</c>.</summary>
    private static string Name(ArchitectureFamily family, ParameterCount count) =>
        family.IsMixture ? $"{family.Id}-{Short(count.Total)}-a{Short(count.Active)}" : $"{family.Id}-{Short(count.Total)}";

    private static string Short(double parameters)
    {
        var (value, unit) = parameters switch
        {
            >= 9.95e11 => (parameters / 1e12, "t"),
            >= 9.95e8 => (parameters / 1e9, "b"),
            _ => (parameters / 1e6, "m"),
        };
        return value.ToString(value < 9.95 ? "0.#" : "0", CultureInfo.InvariantCulture) + unit;
    }
}
