using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios.Sweeps;

/// <summary>Reads <c>lo..hi:n</c> and <c>lo..hi:nx</c> of a key that is a number.</summary>
internal static class RangeReader
{
    private const string Form = "lo..hi:n, such as '8..64:8', or lo..hi:nx at equal ratios, such as '8..64:4x'";

    /// <summary>The values as texts, ends included; null, with a diagnostic added, where there are none.</summary>
    public static List<string>? Read(ScenarioKey key, string text, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        int colon = text.LastIndexOf(':');
        if (colon < dots + 2 || !TryCount(text[(colon + 1)..].Trim(), out int count, out bool ratios))
        {
            diagnostics.Add(Problem(key, DiagnosticCodes.Syntax, $"'{NumberText.Clip(text)}' is no range", Form));
            return null;
        }

        if (count is < 2 or > Sweeper.MostPoints)
        {
            diagnostics.Add(Problem(key, DiagnosticCodes.OutOfRange, $"{count} values cannot span a range", $"2 to {Sweeper.MostPoints}"));
            return null;
        }

        var high = End(key, text[(dots + 2)..colon].Trim(), "", diagnostics);
        var low = high is null ? null : End(key, text[..dots].Trim(), high.Suffix, diagnostics);
        if (low is null || high is null || diagnostics.Count > before)
        {
            return null;
        }

        if (Order(key, low, high, ratios) is { } problem)
        {
            diagnostics.Add(problem);
            return null;
        }

        return Values(key, low, high, count, ratios);
    }

    private static bool TryCount(string text, out int count, out bool ratios)
    {
        ratios = text.EndsWith('x');
        return int.TryParse(ratios ? text[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }

    /// <summary>An end of the range; the low one may leave its unit to the high one.</summary>
    private static Amount? End(ScenarioKey key, string text, string suffix, ICollection<Diagnostic> diagnostics)
    {
        bool bare = NumberText.TryRead(text, out _, out int length, out _) && length == text.Length;
        string whole = bare ? text + suffix : text;
        int before = diagnostics.Count;
        ScenarioCheck.Check(Node.Scalar(new NodePlace(VaryReader.Flag, 0, 0, key.Path), whole), key, diagnostics);
        var amount = diagnostics.Count > before ? null : Amount.Of(key, whole);
        if (amount is null && diagnostics.Count == before)
        {
            // A word such as 'auto' may stand for the key, but is no end of a range.
            diagnostics.Add(Problem(key, DiagnosticCodes.WrongType, $"'{NumberText.Clip(text)}' is no end of a range", "a number"));
        }

        return amount;
    }

    private static Diagnostic? Order(ScenarioKey key, Amount low, Amount high, bool ratios)
    {
        if (low.Dimension != high.Dimension)
        {
            return Problem(key, DiagnosticCodes.BadQuantity, "the ends of the range are of different kinds", $"both in {high.Caption}");
        }

        return low.In(high) >= high.Number ? Problem(key, DiagnosticCodes.OutOfRange, "the range does not rise", "the lower end first")
            : ratios && low.Number <= 0
                ? Problem(key, DiagnosticCodes.OutOfRange, "a range at equal ratios cannot begin at zero", "a low end above zero")
            : null;
    }

    private static List<string> Values(ScenarioKey key, Amount low, Amount high, int count, bool ratios)
    {
        bool whole = key.Types.Contains("integer") && high.IsCount;
        double from = low.In(high);
        double At(int index)
        {
            double share = (double)index / (count - 1);
            return ratios ? from * Math.Pow(high.Number / from, share) : from + (share * (high.Number - from));
        }

        IEnumerable<string> inner = Enumerable.Range(1, count - 2).Select(index => high.Text(At(index), whole));
        return [.. inner.Prepend(Exact(from, high)).Append(Exact(high.Number, high)).Distinct(StringComparer.Ordinal)];
    }

    private static string Exact(double number, Amount unit) => number.ToString("R", CultureInfo.InvariantCulture) + unit.Suffix;

    private static Diagnostic Problem(ScenarioKey key, string code, string message, string expected) =>
        VaryReader.Problem(key.Path, code, message, expected);
}
