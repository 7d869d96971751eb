using Petaday.Catalog;
using Petaday.Scenarios.Risk;

namespace Petaday.Scenarios;

/// <summary>Reads what was asked: a file, what it includes, and flags over it. All that is wrong is said at once.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a scenario.</summary>
    /// <param name="path">YAML or JSON file; null where only flags are given.</param>
    /// <param name="flags">Keys that override the file's, in order.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    /// <returns>Null where anything is wrong.</returns>
    public static Scenario? Read(string? path, IReadOnlyList<ScenarioFlag> flags, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return Root(path, [], diagnostics) is { } root ? Checked(root, flags, new DiskFiles(), diagnostics) : null;
    }

    /// <summary>Reads keys that hold for several projects: held against the schema, but naming no model.</summary>
    public static Scenario? Around(string? path, IReadOnlyList<ScenarioFlag> flags, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        if (Root(path, flags, diagnostics) is not { } root)
        {
            return null;
        }

        ScenarioCheck.Check(root, ScenarioSchema.Root, diagnostics);
        return diagnostics.Count == before ? new Scenario(root) { Files = new DiskFiles() } : null;
    }

    /// <summary>The keys of a file with flags over them, not yet held against the schema; null, with diagnostics added, where the file cannot be read.</summary>
    internal static Node? Root(string? path, IReadOnlyList<ScenarioFlag> flags, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var root = path is null ? Node.Map(new NodePlace(null, 0, 0, ""), []) : ScenarioFile.Read(path, new DiskFiles(), diagnostics);
        return root is null || diagnostics.Count > before ? null : Merged(root, flags);
    }

    /// <summary>Reads a scenario from a document that stands alone: keys that name a file are refused.</summary>
    public static Scenario? Parse(string text, IReadOnlyList<ScenarioFlag> flags, ICollection<Diagnostic> diagnostics) =>
        Parse(text, flags, AttachedFiles.None, diagnostics);

    /// <summary>Reads a scenario from a document that is already at hand, such as a request's body.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="flags">Keys over it.</param>
    /// <param name="files">What its <c>include</c> and the other keys that name a file are answered from: <see cref="AttachedFiles.None"/> refuses them all.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    public static Scenario? Parse(string text, IReadOnlyList<ScenarioFlag> flags, IInputFiles files, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return Document(text, files, diagnostics) is { } root && Checked(root, flags, files, diagnostics) is { } scenario
            ? WithFiles(scenario, diagnostics)
            : null;
    }

    /// <summary>As <c>Parse</c>, for keys that need no model: those around several runs.</summary>
    public static Scenario? ParseAround(
        string text,
        IReadOnlyList<ScenarioFlag> flags,
        IInputFiles files,
        ICollection<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        if (Document(text, files, diagnostics) is not { } root)
        {
            return null;
        }

        var merged = Merged(root, flags);
        ScenarioCheck.Check(merged, ScenarioSchema.Root, diagnostics);
        return diagnostics.Count == before ? WithFiles(new Scenario(merged) { Files = files }, diagnostics) : null;
    }

    private static Node? Document(string text, IInputFiles files, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var root = DocumentReader.Parse(text, null, diagnostics) is { } node ? ScenarioFile.Merge(node, files, diagnostics) : null;
        return diagnostics.Count > before ? null : root;
    }

    // Every file that cannot be had is said at once, by the key that names it.
    private static Scenario? WithFiles(Scenario scenario, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var named = ScenarioSchema
            .FileKeys.Where(key => key.Reference is null || ModelResolver.NamesFile(scenario))
            .SelectMany(key => scenario.Choices(key.Path));
        foreach (var refusal in named.Select(scenario.Files.Refusal).OfType<Diagnostic>())
        {
            diagnostics.Add(refusal);
        }

        return diagnostics.Count == before ? scenario : null;
    }

    /// <summary>Holds keys, with flags over them, against the schema; null, with diagnostics added, where anything is wrong.</summary>
    internal static Scenario? Checked(Node root, IReadOnlyList<ScenarioFlag> flags, IInputFiles files, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var merged = Merged(root, flags);
        ScenarioCheck.Check(merged, ScenarioSchema.Root, diagnostics);
        var scenario = new Scenario(merged) { Files = files };
        if (
            scenario.At("model") is null
            && scenario.At("task") is null
            && !ModelPlanner.Applies(scenario)
            && scenario.At("siting") is null
            && !diagnostics.Any(slip => slip is { Code: DiagnosticCodes.UnknownKey, Nearest: "'model'" })
        )
        {
            diagnostics.Add(ModelResolver.Missing(scenario));
        }

        if (diagnostics.Count > before)
        {
            return null;
        }

        var (settled, uncertain) = UncertainKeys.Settle(merged, ScenarioSchema.Root);
        return uncertain.IsEmpty ? scenario : scenario with { Root = settled, Uncertain = uncertain };
    }

    private static Node Merged(Node root, IReadOnlyList<ScenarioFlag> flags)
    {
        var merged = Overlay.Merge(Node.Map(root.Place, []), root);
        foreach (var flag in flags)
        {
            bool takesList = ScenarioSchema.Find(flag.Path)?.TakesList ?? false;
            merged = Overlay.Merge(merged, Overlay.Single(flag.Path, flag.Text, flag.Name, takesList));
        }

        return merged;
    }
}
