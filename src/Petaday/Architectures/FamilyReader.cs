using Petaday.Catalog;

namespace Petaday.Architectures;

/// <summary>Reads families from the catalog.</summary>
public static class FamilyReader
{
    /// <summary>A family; null, with diagnostics added, where it or one of its models cannot be used.</summary>
    public static ArchitectureFamily? Read(Entry entry, Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        List<FamilyMember> members = [];
        foreach (string id in entry.Words("models"))
        {
            if (
                library.Find(EntryKind.Models, id, diagnostics) is { } model
                && ArchitectureReader.FromEntry(model, diagnostics) is { } shape
            )
            {
                members.Add(new FamilyMember(id, shape, ParameterCount.Of(shape).Total));
            }
        }

        if (members.Any(member => member.Architecture.IsMixtureOfExperts != (entry.Text("kind") == "mixture")))
        {
            diagnostics.Add(
                (entry.Root["models"] ?? entry.Root).Problem(
                    DiagnosticCodes.NotAllowed,
                    "a family is of dense models or of mixtures of experts",
                    $"models that are all of kind '{entry.Text("kind")}'"
                )
            );
        }

        return diagnostics.Count > before || members.Count == 0
            ? null
            : new ArchitectureFamily(
                entry.Id,
                entry.Name,
                [.. members.OrderBy(member => member.Parameters)],
                entry.Number("smallest") ?? members[0].Parameters,
                entry.Number("largest") ?? members[^1].Parameters
            );
    }
}
