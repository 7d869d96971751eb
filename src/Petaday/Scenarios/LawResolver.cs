using Petaday.Catalog;

namespace Petaday.Scenarios;

/// <summary>Finds the law that a scenario names to predict the loss by.</summary>
internal static class LawResolver
{
    /// <summary>Its id; null for the default, and, with a diagnostic added, where there is no such law.</summary>
    public static string? Resolve(Scenario scenario, Knowledge knowledge, ICollection<Diagnostic> diagnostics)
    {
        if (scenario.At("recipe.law") is not { } node)
        {
            return null;
        }

        var laws = knowledge.Factors.Runs.Laws;
        if (laws.ContainsKey(node.Text))
        {
            return node.Text;
        }

        diagnostics.Add(
            node.Problem(
                DiagnosticCodes.UnknownId,
                $"there is no scaling law '{node.Text}'",
                "one of " + string.Join(", ", laws.Keys),
                NearNames.Suggest(node.Text, laws.Keys)
            )
        );
        return null;
    }
}
