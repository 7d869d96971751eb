using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Scenarios.Risk;

namespace Petaday.Scenarios;

/// <summary>Reads what was asked: a file, what it includes, and flags over it. All that is wrong is said at once.</summary>
public static class ScenarioReader
{
    // Keys that name a file of tables.
    private static readonly ImmutableArray<string> FileKeys = ["siting.prices", "siting.week", "siting.carbon", "siting.offers"];

    /// <summary>Reads a scenario.</summary>
    /// <param name="path">YAML or JSON file; null where only flags are given.</param>
    /// <param name="flags">Keys that override the file's, in order.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    /// <returns>Null where anything is wrong.</returns>
    public static Scenario? Read(string? path, IReadOnlyList<ScenarioFlag> flags, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return Root(path, [], diagnostics) is { } root ? Checked(root, flags, diagnostics) : null;
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
        return diagnostics.Count == before ? new Scenario(root) : null;
    }

    /// <summary>The keys of a file with flags over them, not yet held against the schema; null, with diagnostics added, where the file cannot be read.</summary>
    internal static Node? Root(string? path, IReadOnlyList<ScenarioFlag> flags, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var root = path is null ? Node.Map(new NodePlace(null, 0, 0, ""), []) : ScenarioFile.Read(path, diagnostics);
        return root is null || diagnostics.Count > before ? null : Merged(root, flags);
    }

    /// <summary>Reads a scenario from a document that is already at hand, such as a request's body. Its <c>include</c>, and a model by a file's name, are refused.</summary>
    public static Scenario? Parse(string text, IReadOnlyList<ScenarioFlag> flags, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return Document(text, diagnostics) is { } root && Checked(root, flags, diagnostics) is { } scenario
            ? WithoutFiles(scenario, diagnostics)
            : null;
    }

    /// <summary>As <see cref="Parse"/>, for keys that need no model: those around several runs.</summary>
    public static Scenario? ParseAround(string text, IReadOnlyList<ScenarioFlag> flags, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        if (Document(text, diagnostics) is not { } root)
        {
            return null;
        }

        var merged = Merged(root, flags);
        ScenarioCheck.Check(merged, ScenarioSchema.Root, diagnostics);
        return diagnostics.Count == before ? WithoutFiles(new Scenario(merged), diagnostics) : null;
    }

    private static Node? Document(string text, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var root = DocumentReader.Parse(text, null, diagnostics);
        if (root is { Kind: not NodeKind.Map })
        {
            diagnostics.Add(root.Problem(DiagnosticCodes.WrongType, "a scenario is a map of keys", "at least 'model: <id>'"));
            return null;
        }

        if (root?["include"] is { } include)
        {
            diagnostics.Add(include.Problem(DiagnosticCodes.NotAllowed, "only a file can include others"));
        }

        return diagnostics.Count > before ? null : root;
    }

    // Who sends a document must not learn what files there are.
    private static Scenario? WithoutFiles(Scenario scenario, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        if (ModelResolver.NamesFile(scenario))
        {
            diagnostics.Add(NoFile(scenario.At("model")!, "an id of catalog/models, or the keys of the file itself"));
        }

        foreach (var key in FileKeys.Select(scenario.At).OfType<Node>())
        {
            diagnostics.Add(NoFile(key, "the command line reads files"));
        }

        return diagnostics.Count == before ? scenario : null;
    }

    private static Diagnostic NoFile(Node key, string expected) =>
        key.Problem(DiagnosticCodes.NotAllowed, "a file cannot be named here", expected);

    /// <summary>Holds keys, with flags over them, against the schema; null, with diagnostics added, where anything is wrong.</summary>
    internal static Scenario? Checked(Node root, IReadOnlyList<ScenarioFlag> flags, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var merged = Merged(root, flags);
        ScenarioCheck.Check(merged, ScenarioSchema.Root, diagnostics);
        var scenario = new Scenario(merged);
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
        return uncertain.IsEmpty ? scenario : new Scenario(settled) { Uncertain = uncertain };
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
