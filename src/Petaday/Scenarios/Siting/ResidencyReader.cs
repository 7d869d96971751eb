using Petaday.Catalog;
using Petaday.Quantities;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>Reads where a project may be.</summary>
internal static class ResidencyReader
{
    /// <summary>The rules; those that name nothing are diagnostics.</summary>
    public static Residency Read(Scenario scenario, Library library, ICollection<Diagnostic> diagnostics)
    {
        // A rule that names nothing at all is a slip that would let data go where they may not.
        var names = new Lazy<HashSet<string>>(() =>
            library
                .All(EntryKind.Sites)
                .SelectMany(entry => new[] { entry.Id, entry.Text("country"), entry.Text("kind"), entry.Text("provider") })
                .OfType<string>()
                .ToHashSet(StringComparer.OrdinalIgnoreCase)
        );
        foreach (
            var rule in scenario
                .Choices("siting.allow")
                .Concat(scenario.Choices("siting.deny"))
                .Where(rule => !names.Value.Contains(rule.Text))
        )
        {
            diagnostics.Add(
                rule.Problem(
                    DiagnosticCodes.UnknownId,
                    $"'{NumberText.Clip(rule.Text)}' names no site, country, kind of site or provider",
                    "such as us-va, DE, cloud-region or AWS",
                    NearNames.Suggest(rule.Text, names.Value)
                )
            );
        }

        return new Residency(
            [.. scenario.Choices("siting.allow").Select(rule => rule.Text)],
            [.. scenario.Choices("siting.deny").Select(rule => rule.Text)]
        );
    }
}
