using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>Every lever that the catalog knows, and a person's own.</summary>
public sealed class LeverBook
{
    /// <summary>Where the effects lie in a catalog.</summary>
    public const string EffectsPath = "levers/effects.yaml";

    /// <summary>Where the evidence lies in a catalog.</summary>
    public const string EvidencePath = "levers/levers.csv";

    private LeverBook(IEnumerable<Lever> levers, ImmutableArray<LeverEvidence> evidence)
    {
        All = [.. levers];
        Evidence = evidence;
    }

    /// <summary>The levers, in the order of the roadmap.</summary>
    public ImmutableArray<Lever> All { get; }

    /// <summary>Every row of evidence.</summary>
    public ImmutableArray<LeverEvidence> Evidence { get; }

    /// <summary>Reads the files of every directory, later ones over earlier ones; null, with diagnostics added, where anything is wrong.</summary>
    public static LeverBook? Read(Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        ImmutableArray<LeverEvidence> evidence =
        [
            .. Files(library, EvidencePath).SelectMany(file => TableReader.ReadFile(file, diagnostics)).Select(LeverEvidence.Of),
        ];
        ImmutableArray<Node> files =
        [
            .. Files(library, EffectsPath).Select(file => DocumentReader.ReadFile(file, diagnostics)).OfType<Node>(),
        ];
        var levers = new LeverReader(files, evidence, diagnostics).Read();
        return diagnostics.Count > before
            ? null
            : new LeverBook(
                levers
                    .Select((lever, index) => (lever, index))
                    .OrderBy(pair => pair.lever.Stage.Order)
                    .ThenBy(pair => pair.index)
                    .Select(pair => pair.lever),
                evidence
            );
    }

    /// <summary>The lever by its id; null, with a diagnostic added, where there is none.</summary>
    /// <param name="id">As it was written.</param>
    /// <param name="flag">Where it was written, for the message.</param>
    /// <param name="diagnostics">Gets that there is no such lever, with the nearest.</param>
    public Lever? Find(string id, string flag, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (All.FirstOrDefault(lever => lever.Id == id) is { } found)
        {
            return found;
        }

        string? nearest = Spelling.Nearest(id, All.Select(lever => lever.Id));
        diagnostics.Add(
            new Diagnostic(
                DiagnosticCodes.UnknownId,
                flag,
                0,
                0,
                "",
                $"there is no lever '{NumberText.Clip(id)}'",
                "an id that 'petaday levers --list' shows",
                nearest is null ? null : $"'{nearest}'"
            )
        );
        return null;
    }

    /// <summary>What cannot be had together, as diagnostics.</summary>
    public static IEnumerable<Diagnostic> Conflicts(IReadOnlyList<Lever> levers, string flag)
    {
        ArgumentNullException.ThrowIfNull(levers);
        for (int one = 0; one < levers.Count; one++)
        {
            for (int other = one + 1; other < levers.Count; other++)
            {
                if (levers[one].Against(levers[other]) is { } why)
                {
                    yield return new Diagnostic(
                        DiagnosticCodes.NotAllowed,
                        flag,
                        0,
                        0,
                        "",
                        $"'{levers[one].Id}' and '{levers[other].Id}' cannot be combined: {why}",
                        "one of them"
                    );
                }
            }
        }
    }

    private static IEnumerable<string> Files(Library library, string path) =>
        library.Directories.Select(directory => Path.Combine(directory, path)).Where(File.Exists);
}
