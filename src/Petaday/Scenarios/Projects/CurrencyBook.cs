using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios.Projects;

/// <summary>Finds currencies in catalog/factors/currencies.yaml.</summary>
public static class CurrencyBook
{
    private const string Factors = "currencies";
    private const string Rates = "perDollar";
    private const int MostDecimals = 4;

    /// <summary>The currency of a code; null, with a diagnostic added, where there is none.</summary>
    /// <param name="code">ISO 4217 code, in any case.</param>
    /// <param name="library">The catalog.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    public static Currency? Find(string code, Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        string wanted = code.Trim().ToUpperInvariant();
        if (wanted == Currency.Dollar.Code)
        {
            return Currency.Dollar;
        }

        if (library.Find(EntryKind.Factors, Factors, diagnostics) is not { } book)
        {
            return null;
        }

        List<string> known = [Currency.Dollar.Code, .. book.Keys(Rates)];
        if (!known.Contains(wanted, StringComparer.Ordinal))
        {
            diagnostics.Add(Unknown(code, wanted, known));
            return null;
        }

        var line = book.Line($"{Rates}.{wanted}", Rates, $"{wanted} for one US dollar", Dimension.None);
        if (line.Value is not > 0)
        {
            diagnostics.Add(
                book.Root.Problem(DiagnosticCodes.OutOfRange, $"the rate of {wanted} is not above zero", "a number above zero")
            );
            return null;
        }

        double decimals = book.Number($"decimals.{wanted}") ?? book.Number("decimals.default") ?? Currency.Dollar.Decimals;
        return new Currency(wanted, line, (int)Math.Clamp(decimals, 0, MostDecimals));
    }

    private static Diagnostic Unknown(string code, string wanted, List<string> known) =>
        new(
            DiagnosticCodes.UnknownId,
            "--currency",
            0,
            0,
            "",
            code.Trim().Length == 0 ? "no currency is named" : $"the catalog has no exchange rate of '{NumberText.Clip(code)}'",
            "one of " + string.Join(", ", known),
            Spelling.Nearest(wanted, known) is { } near ? $"'{near}'" : null
        );
}
