using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
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

    private static readonly ImmutableDictionary<string, string> Paths = ScenarioSchema
        .Flags.SelectMany(key => new[] { (Name: key.Path, key.Path), (Name: key.Flag ?? key.Path, key.Path) })
        .DistinctBy(pair => pair.Name)
        .ToImmutableDictionary(pair => pair.Name, pair => pair.Path, StringComparer.Ordinal);

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
        IQueryCollection query,
        IEnumerable<string> views,
        string? body,
        ICollection<Diagnostic> diagnostics,
        bool hasColumns = false
    )
    {
        var known = views.Append(TextParameter).Append(ConfigParameter).Append("lang").ToHashSet(StringComparer.Ordinal);
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
    public Scenario? Scenario(ICollection<Diagnostic> diagnostics) => ScenarioReader.Parse(WithConfig(), Flags, diagnostics);

    /// <summary>Keys that need no model: those around several runs; null, with diagnostics added, where anything is wrong.</summary>
    public Scenario? Around(ICollection<Diagnostic> diagnostics) => ScenarioReader.ParseAround(WithConfig(), Flags, diagnostics);

    /// <summary>Whether nothing is asked: no scenario and no key.</summary>
    public bool IsEmpty => Text.Length == 0 && Flags.IsEmpty && !Rest.ContainsKey(ConfigParameter);

    /// <summary>Whether a name is a key of a scenario.</summary>
    public static bool IsKey(string name) => Paths.ContainsKey(name);

    /// <summary>The key of a scenario that a name stands for; null where it stands for none.</summary>
    public static string? PathOf(string name) => Paths.GetValueOrDefault(name);

    /// <summary>Names that a parameter may have for a key of a scenario.</summary>
    public static IEnumerable<string> Names => Paths.Keys;

    /// <summary>The value of a key as the query gives it; null where it does not.</summary>
    public string? Flag(string path) => Flags.LastOrDefault(flag => flag.Path == path)?.Text;

    // JSON is YAML: a pasted config stands under 'model' as it is, on one line, so that its own line breaks cannot end it.
    private string WithConfig() =>
        Rest.TryGetValue(ConfigParameter, out string? config) ? $"{Text}\nmodel: {config.ReplaceLineEndings(" ")}\n"
        : string.IsNullOrWhiteSpace(Text) ? "{}"
        : Text;
}
