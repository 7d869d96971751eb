using System.Collections.Immutable;
using System.Globalization;
using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Outlook;
using Petaday.Runs;

namespace Petaday.Scenarios.Levers;

/// <summary>
/// A scenario with levers pulled, written as a scenario again: what the engine is asked for is a file that a person could have written. Tokens and the sequence are
/// those of the scenario as it stands, whether it says them or leaves them to a default, so that a lever on the model does not change them in passing.
/// </summary>
internal sealed class LeverChange(Node root, Answer start, Case begun, Knowledge knowledge)
{
    private const string From = "lever ";

    /// <summary>The changed scenario; null, with diagnostics added, where a lever names what is not there.</summary>
    public Node? Of(ImmutableArray<Lever> levers, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var changed = Pinned();
        double tokens = start.Run.Tokens;
        double? unique = null;
        var shape = begun.Model.Architecture;
        foreach (var (lever, effect) in levers.SelectMany(lever => lever.Effects.Select(effect => (lever, effect))))
        {
            string flag = From + lever.Id;
            switch (effect.Kind)
            {
                case LeverEffectKind.Set:
                    changed = Overlay.Merge(changed, Overlay.Single(effect.Target, effect.Text, flag, takesList: false));
                    break;
                case LeverEffectKind.Tokens:
                    tokens *= effect.Factor;
                    break;
                case LeverEffectKind.UniqueTokens:
                    unique = effect.Factor;
                    break;
                case LeverEffectKind.Family when FamilyOf(effect.Target, flag, diagnostics) is { } family:
                    shape = AsGood(family, shape);
                    changed = With(changed, family.Id, shape);
                    break;
                case LeverEffectKind.Shrink:
                    shape = Smaller(shape, effect.Factor, diagnostics) ?? shape;
                    tokens /= effect.Factor;
                    changed = With(changed, "shrunk", shape);
                    break;
            }
        }

        changed = Set(changed, "recipe.tokens", tokens);
        changed = unique is { } share ? Set(changed, "recipe.uniqueTokens", tokens * share) : changed;
        return diagnostics.Count > before ? null : changed;
    }

    /// <summary>The scenario with its tokens and its sequence written out.</summary>
    private Node Pinned() =>
        Overlay.Merge(
            root,
            Overlay.Single(
                "recipe.sequence",
                begun.Recipe.SequenceLength.ToString(CultureInfo.InvariantCulture),
                "levers",
                takesList: false
            )
        );

    private static Node Set(Node changed, string key, double tokens) =>
        Overlay.Merge(
            changed,
            Overlay.Single(key, tokens.ToString("R", CultureInfo.InvariantCulture) + " tokens", "levers", takesList: false)
        );

    private ArchitectureFamily? FamilyOf(string id, string flag, ICollection<Diagnostic> diagnostics) =>
        Catalogued.Find(knowledge.Library, EntryKind.Families, Node.Scalar(new NodePlace(flag, 0, 0, "family"), id), diagnostics)
            is { } entry
            ? FamilyReader.Read(entry, knowledge.Library, diagnostics)
            : null;

    /// <summary>The model of the family whose effective parameters are nearest to the shape's: by halving on logarithms.</summary>
    private Architecture AsGood(ArchitectureFamily family, Architecture shape)
    {
        double wanted = Worth(shape);
        double low = Math.Log(family.Smallest) - 3;
        double high = Math.Log(family.Largest) + 5;
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = Worth(family.At(Math.Exp(middle))) < wanted ? (middle, high) : (low, middle);
        }

        return family.At(Math.Exp(high));
    }

    private double Worth(Architecture shape)
    {
        var count = ParameterCount.Of(shape);
        return EffectiveParameters.Of(count.Total, count.Active, knowledge.Factors.Runs.Loss.ExpertShare.Value.GetValueOrDefault());
    }

    /// <summary>A dense model of a share of the parameters.</summary>
    private Architecture? Smaller(Architecture shape, double factor, ICollection<Diagnostic> diagnostics) =>
        FamilyOf("dense", From + "shrink", diagnostics)?.At(ParameterCount.Of(shape).Total * factor);

    private static Node With(Node changed, string name, Architecture shape)
    {
        string text =
            string.Create(CultureInfo.InvariantCulture, $"model:\n  name: {name}\n  architecture:\n") + ShapeWriter.Write(shape, 4);
        return Overlay.Merge(changed, DocumentReader.Parse(text, null, [])!);
    }
}
