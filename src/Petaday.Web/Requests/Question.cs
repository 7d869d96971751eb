using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Primitives;
using Petaday.Catalog;
using Petaday.Scenarios;

namespace Petaday.Web.Requests;

/// <summary>What a request asks: keys of a scenario, each a query parameter under its path or its flag, over a scenario given as text.</summary>
/// <param name="Text">A scenario in YAML or JSON; empty where the keys say all.</param>
/// <param name="Flags">Keys over it, in the order of the query.</param>
/// <param name="Rest">Parameters that are no key of a scenario: those of the view.</param>
public sealed record Question(string Text, ImmutableArray<ScenarioFlag> Flags, ImmutableSortedDictionary<string, string> Rest)
{
    /// <summary>The parameter that holds a whole scenario.</summary>
    public const string TextParameter = "scenario";

    /// <summary>The parameter that holds a Hugging Face config.json: it is pasted or uploaded, and never read from a disk.</summary>
    public const string ConfigParameter = "config";

    /// <summary>What a pasted config is called.</summary>
    public const string ConfigName = "config.json";

    private static readonly ImmutableDictionary<string, string> Paths = ScenarioSchema
        .Flags.SelectMany(key => new[] { (Name: key.Path, key.Path), (Name: key.Flag ?? key.Path, key.Path) })
        .DistinctBy(pair => pair.Name)
        .ToImmutableDictionary(pair => pair.Name, pair => pair.Path, StringComparer.Ordinal);

    /// <summary>Files that came with it: keys that name one are answered from these and nothing else.</summary>
    public AttachedFiles Files { get; init; } = AttachedFiles.None;

    /// <summary>Whether two names stand for one key of a scenario.</summary>
    public static bool SamePath(string one, string other) =>
        Paths.TryGetValue(one, out string? path) && Paths.TryGetValue(other, out string? same) && path == same;

    /// <summary>Reads a query; a parameter that is empty is left out, as a form's empty field is.</summary>
    /// <param name="query">The query.</param>
    /// <param name="views">Parameters of the view, which are no keys.</param>
    /// <param name="body">A scenario in the body; null where there is none.</param>
    /// <param name="diagnostics">Gets a message for every parameter that is neither.</param>
    /// <param name="hasColumns">Whether a letter and a dot before a name say of which column it is; such parameters are kept as they are.</param>
    public static Question Read(
        IEnumerable<KeyValuePair<string, StringValues>> query,
        IEnumerable<string> views,
        string? body,
        ICollection<Diagnostic> diagnostics,
        bool hasColumns = false
    )
    {
        var known = views.Concat([TextParameter, ConfigParameter, AttachedText.Parameter, "lang"]).ToHashSet(StringComparer.Ordinal);
        List<ScenarioFlag> flags = [];
        var rest = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in query)
        {
            // A field that is there several times is a list, as several boxes of a form are.
            string value = string.Join(',', values.Where(one => !string.IsNullOrWhiteSpace(one)));
            if (value.Length == 0)
            {
                continue;
            }

            // A parameter of the view goes before a key of the same name, as a command's own flag does.
            if (known.Contains(name) || (hasColumns && Column.IsOf(name)))
            {
                rest[name] = value;
            }
            else if (Paths.TryGetValue(name, out string? path))
            {
                flags.Add(new ScenarioFlag(path, value, name));
            }
            else if (name.StartsWith(Pages.Uploads.Prefix, StringComparison.Ordinal))
            {
                diagnostics.Add(
                    new Diagnostic(
                        DiagnosticCodes.NotAttached,
                        null,
                        0,
                        0,
                        name[Pages.Uploads.Prefix.Length..],
                        "a file was chosen and not sent",
                        "the button 'Attach and work it out', which sends it"
                    )
                );
            }
            else
            {
                diagnostics.Add(
                    new Diagnostic(
                        DiagnosticCodes.UnknownKey,
                        null,
                        0,
                        0,
                        name,
                        "there is no such parameter",
                        null,
                        NearNames.Suggest(name, Paths.Keys.Concat(known))
                    )
                );
            }
        }

        return new Question(body ?? rest.GetValueOrDefault(TextParameter) ?? "", [.. flags], rest.ToImmutable());
    }

    /// <summary>The scenario; null, with diagnostics added, where anything is wrong.</summary>
    public Scenario? Scenario(ICollection<Diagnostic> diagnostics) => ScenarioReader.Parse(Document, Keys, WithConfig, diagnostics);

    /// <summary>Keys that need no model: those around several runs; null, with diagnostics added, where anything is wrong.</summary>
    public Scenario? Around(ICollection<Diagnostic> diagnostics) => ScenarioReader.ParseAround(Document, Keys, WithConfig, diagnostics);

    /// <summary>Whether nothing is asked: no scenario and no key.</summary>
    public bool IsEmpty => Text.Length == 0 && Flags.IsEmpty && !Rest.ContainsKey(ConfigParameter);

    /// <summary>Whether a name is a key of a scenario.</summary>
    public static bool IsKey(string name) => Paths.ContainsKey(name);

    /// <summary>The key of a scenario that a name stands for; null where it stands for none.</summary>
    public static string? PathOf(string name) => Paths.GetValueOrDefault(name);

    /// <summary>Names that a parameter may have for a key of a scenario.</summary>
    public static IEnumerable<string> Names => Paths.Keys;

    /// <summary>Whether a name is a key of a scenario that may name a file.</summary>
    public static bool IsFileKey(string name) =>
        Paths.TryGetValue(name, out string? path) && ScenarioSchema.FileKeys.Any(key => key.Path == path);

    /// <summary>The value of a key as the query gives it; null where it does not.</summary>
    public string? Flag(string path) => Flags.LastOrDefault(flag => flag.Path == path)?.Text;

    /// <summary>The question with the files that its address holds or names, and those that were sent with it; what is wrong with them is added to the diagnostics.</summary>
    /// <param name="engine">Holds the files that an address names by their hash.</param>
    /// <param name="sent">Files of the request's body.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    public Question WithFiles(Engine engine, IEnumerable<AttachedFile> sent, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var limits = engine.Options.Attachments;
        List<AttachedFile> files =
        [
            .. sent,
            .. AttachedText.Read(Rest.GetValueOrDefault(AttachedText.Parameter), engine.Held, limits.MostBytesEach, diagnostics),
        ];
        return files.Count == 0 || AttachedFiles.Of(files, limits, diagnostics) is not { } attached ? this : this with { Files = attached };
    }

    // Under the keys of the query: who names a model too means that one.
    private ImmutableArray<ScenarioFlag> Keys =>
        Rest.ContainsKey(ConfigParameter) ? Flags.Insert(0, new ScenarioFlag("model", ConfigName, ConfigParameter)) : Flags;

    // A pasted config is a file like any other.
    private AttachedFiles WithConfig =>
        Rest.TryGetValue(ConfigParameter, out string? config)
            ? AttachedFiles.Of([new AttachedFile(ConfigName, Encoding.UTF8.GetBytes(config))], new AttachmentLimits(), [])?.Over(Files)
                ?? Files
            : Files;

    private string Document => string.IsNullOrWhiteSpace(Text) ? "{}" : Text;
}
