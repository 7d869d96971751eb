using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios.Sweeps;

/// <summary>A number as it is written, taken apart.</summary>
/// <param name="Number">The number before its unit.</param>
/// <param name="Suffix">What stands behind the number, with the blank before it; empty for a plain number.</param>
/// <param name="Dimension">What it measures; none for a plain number.</param>
/// <param name="Scale">SI units of one of the written unit.</param>
internal sealed record Amount(double Number, string Suffix, Dimension Dimension, double Scale)
{
    /// <summary>The unit as an axis shows it: a bare <c>T</c> of tokens is <c>T tokens</c>.</summary>
    public string Caption =>
        Suffix.Trim() is var unit && Dimension == Dimension.Tokens && !unit.Contains("tok", StringComparison.OrdinalIgnoreCase)
            ? $"{unit} tokens".Trim()
            : unit;

    /// <summary>Whether the unit counts whole things: nothing behind the number, or sequences.</summary>
    public bool IsCount => Suffix.Trim() is var unit && (unit.Length == 0 || unit.StartsWith("seq", StringComparison.Ordinal));

    /// <summary>The number in the unit of another.</summary>
    public double In(Amount other) => Scale == other.Scale ? Number : Number * Scale / other.Scale;

    /// <summary>Reads a value of a key; null where it is no number.</summary>
    public static Amount? Of(ScenarioKey key, string text)
    {
        if (key.Quantities.Length == 0)
        {
            return VaryReader.IsNumber(key) && Node.Scalar(new NodePlace(null, 0, 0, ""), text).TryNumber(out double plain)
                ? new Amount(plain, "", Dimension.None, 1)
                : null;
        }

        foreach (var dimension in Plainest(key))
        {
            if (Quantity.TryParse(text, dimension, out var quantity, out _))
            {
                return Of(text, quantity);
            }
        }

        return null;
    }

    /// <summary>A number without a unit is of the dimension that the resolver tries first: sequences of a batch.</summary>
    private static IEnumerable<Dimension> Plainest(ScenarioKey key) =>
        key.Quantities.OrderBy(dimension => dimension == Dimension.Sequences ? 0 : 1);

    private static Amount Of(string text, Quantity quantity) =>
        NumberText.TryRead(text, out double number, out int length, out _) && number != 0
            ? new Amount(number, text[length..], quantity.Dimension, quantity.Value / number)
            // "$20M" has its unit before the number.
            : new Amount(quantity.Value, " " + quantity.Dimension.ToString(), quantity.Dimension, 1);

    /// <summary>The text of a number in this unit: six digits say more than a sweep is asked for.</summary>
    public string Text(double number, bool whole)
    {
        double kept = whole
            ? Math.Round(number)
            : double.Parse(number.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return kept.ToString("R", CultureInfo.InvariantCulture) + Suffix;
    }
}
