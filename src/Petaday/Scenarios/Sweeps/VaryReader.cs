using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios.Sweeps;

/// <summary>
/// Reads what is varied: <c>key=a,b,c</c>, <c>key=lo..hi:n</c> (n values at equal steps) or <c>key=lo..hi:nx</c> (n values at equal ratios).
/// A key is a path of the scenario, such as <c>recipe.sequence</c>, or its flag, such as <c>sequence</c>.
/// </summary>
public static class VaryReader
{
    /// <summary>The flag, as messages name it.</summary>
    public const string Flag = "--vary";

    private const int MostKeys = 2;
    private const string Form = "'key=a,b,c', 'key=lo..hi:n' or, at equal ratios, 'key=lo..hi:nx'";

    /// <summary>Reads one or two keys with their values; null, with diagnostics added, where anything is wrong.</summary>
    /// <param name="texts">As written, each a key and its values.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    public static ImmutableArray<VariedKey>? Read(IReadOnlyList<string> texts, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (texts.Count is 0 or > MostKeys)
        {
            diagnostics.Add(
                Problem(
                    "",
                    DiagnosticCodes.NotAllowed,
                    texts.Count == 0 ? "nothing is varied" : $"{texts.Count} keys are varied",
                    "one key or two: " + Form
                )
            );
            return null;
        }

        int before = diagnostics.Count;
        var keys = texts.Select(text => One(text, diagnostics)).OfType<VariedKey>().ToImmutableArray();
        if (keys is [var first, var second] && Overlap(first.Path, second.Path))
        {
            diagnostics.Add(Problem(second.Path, DiagnosticCodes.DuplicateKey, $"{first.Path} is varied already", "another key"));
        }

        return diagnostics.Count > before ? null : keys;
    }

    private static bool Overlap(string left, string right) =>
        left == right || left.StartsWith(right + ".", StringComparison.Ordinal) || right.StartsWith(left + ".", StringComparison.Ordinal);

    private static VariedKey? One(string text, ICollection<Diagnostic> diagnostics)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string name = (equals < 0 ? text : text[..equals]).Trim();
        if (KeyOf(name) is not { } key)
        {
            diagnostics.Add(Unknown(name));
            return null;
        }

        string values = equals < 0 ? "" : text[(equals + 1)..].Trim();
        if (values.Length == 0)
        {
            diagnostics.Add(Problem(key.Path, DiagnosticCodes.MissingKey, "no values are given", Form));
            return null;
        }

        bool ranged = values.Contains("..", StringComparison.Ordinal) && IsNumber(key);
        var read = ranged ? RangeReader.Read(key, values, diagnostics) : Listed(key, values, diagnostics);
        return read is null ? null : Measured(key, read);
    }

    private static ScenarioKey? KeyOf(string name)
    {
        string path = name == "system" ? "system.id" : name;
        var found =
            ScenarioSchema.Find(path) is { } exact && IsLeaf(exact)
                ? exact
                : ScenarioSchema.Flags.FirstOrDefault(key => key.Flag is not null && key.Flag == name);
        return found?.Path is null or "" or "include" ? null : found;
    }

    /// <summary>A key that has keys below it can be varied where a word may stand there too: <c>strategy: auto</c>.</summary>
    private static bool IsLeaf(ScenarioKey key) => key.Path.Length > 0 && (key.Children.Length == 0 || key.Types.Contains("string"));

    private static Diagnostic Unknown(string name)
    {
        var below = ScenarioSchema.Find(name) is { Path.Length: > 0, Children.Length: > 0 } group ? group.Children : [];
        if (below.Length > 0)
        {
            return Problem(
                name,
                DiagnosticCodes.NotAllowed,
                "this is a group of keys",
                "one of " + string.Join(", ", below.Select(key => key.Path))
            );
        }

        var paths = ScenarioSchema.Root.Everything().Where(key => IsLeaf(key) && key.Path != "include").ToList();
        var near =
            paths.Find(key => string.Equals(key.Path, name, StringComparison.OrdinalIgnoreCase))
            ?? paths.Find(key => string.Equals(key.Name, name, StringComparison.OrdinalIgnoreCase));
        string? nearest =
            near?.Path
            ?? Spelling.Nearest(name, paths.Select(key => key.Path))
            ?? paths
                .Find(key => key.Name == Spelling.Nearest(name[(name.LastIndexOf('.') + 1)..], paths.Select(other => other.Name)))
                ?.Path;
        return Problem(
            name,
            DiagnosticCodes.UnknownKey,
            "a scenario has no such key",
            nearest is null ? "a key of docs/scenario.md, such as 'system.devices'" : null,
            nearest is null ? null : $"'{nearest}'"
        );
    }

    private static List<string>? Listed(ScenarioKey key, string values, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        List<string> texts = [.. values.Split(',', StringSplitOptions.TrimEntries)];
        if (
            values.Contains("..", StringComparison.Ordinal)
            && key.Reference is null
            && texts.Exists(text => text.Contains("..", StringComparison.Ordinal))
        )
        {
            diagnostics.Add(
                Problem(
                    key.Path,
                    DiagnosticCodes.WrongType,
                    $"'{NumberText.Clip(values)}' is a range, and only numbers have one",
                    key.Expected()
                )
            );
            return null;
        }

        foreach (string text in texts)
        {
            if (text.Length == 0)
            {
                diagnostics.Add(Problem(key.Path, DiagnosticCodes.MissingKey, "a value is empty", key.Expected()));
                return null;
            }

            ScenarioCheck.Check(Node.Scalar(new NodePlace(Flag, 0, 0, key.Path), text), key, diagnostics);
        }

        return diagnostics.Count > before ? null : [.. texts.Distinct(StringComparer.Ordinal)];
    }

    internal static bool IsNumber(ScenarioKey key) =>
        key.Quantities.Length > 0 || key.Types.Contains("integer") || key.Types.Contains("number");

    internal static Diagnostic Problem(string key, string code, string message, string? expected, string? nearest = null) =>
        new(code, Flag, 0, 0, key, message, expected, nearest);

    /// <summary>Numbers in the unit of the last value, where all are of one dimension.</summary>
    private static VariedKey Measured(ScenarioKey key, List<string> texts)
    {
        var amounts = texts.Select(text => Amount.Of(key, text)).ToList();
        if (amounts.Exists(amount => amount is null) || amounts.DistinctBy(amount => amount!.Dimension).Count() > 1)
        {
            return new VariedKey(key, "", [.. texts.Select(text => new VariedValue(text, null))]);
        }

        var last = amounts[^1]!;
        return new VariedKey(key, last.Caption, [.. texts.Zip(amounts, (text, amount) => new VariedValue(text, amount!.In(last)))]);
    }
}
