using System.Globalization;
using Petaday.Catalog;

namespace Petaday.Scenarios;

/// <summary>What is asked beside a scenario's keys, by a command line or by a request: read in one way, with the same words for what is wrong.</summary>
/// <param name="Of">The text given under a name; null where it is left out.</param>
/// <param name="Prefix">What stands before a name where a person writes it, such as <c>--</c>; empty for a request's parameter.</param>
public sealed record Asked(Func<string, string?> Of, string Prefix = "")
{
    /// <summary>A message about one of them.</summary>
    public Diagnostic Problem(string name, string code, string message, string? expected = null, string? nearest = null) =>
        Prefix.Length == 0
            ? new Diagnostic(code, null, 0, 0, name, message, expected, nearest)
            : new Diagnostic(code, Prefix + name, 0, 0, "", message, expected, nearest);

    /// <summary>A whole number from one to another; <paramref name="usual"/> where it is left out, and, with a diagnostic added, where it is none.</summary>
    public int Whole(string name, int usual, int least, int most, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (Of(name) is not { } text)
        {
            return usual;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
        {
            return value;
        }

        diagnostics.Add(
            Problem(
                name,
                DiagnosticCodes.NotAllowed,
                $"'{text}' is out of place here",
                string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}")
            )
        );
        return usual;
    }

    /// <summary>Yes or no; no where it is left out.</summary>
    public bool Is(string name) => string.Equals(Of(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is parted by commas; empty where it is left out.</summary>
    public IReadOnlyList<string> List(string name) =>
        (Of(name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
