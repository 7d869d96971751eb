using System.Collections.Immutable;
using System.Globalization;

namespace Petaday.Reports;

/// <summary>Amounts of money as decimal numbers that add up to their total to the last digit written.</summary>
public static class FocusAmounts
{
    /// <summary>Digits after the point.</summary>
    public const int Digits = 6;

    // A decimal holds 28 digits: above this the last of six after the point would be lost.
    private const double Most = 1e21;

    /// <summary>
    /// The amounts rounded to <see cref="Digits"/> digits; the largest takes what rounding leaves, so that they add up to <paramref name="total"/> rounded alike.
    /// Empty where an amount is not known; then, and beyond 1e21, nothing is moved.
    /// </summary>
    public static ImmutableArray<string> Of(IReadOnlyList<double?> amounts, double? total)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        if (amounts.Append(total).Any(amount => amount is not { } known || !(Math.Abs(known) < Most)))
        {
            return [.. amounts.Select(amount => amount is { } known ? Text(known) : "")];
        }

        decimal[] rounded = [.. amounts.Select(amount => Rounded(amount.GetValueOrDefault()))];
        if (rounded.Length > 0)
        {
            int largest = Enumerable.Range(0, rounded.Length).MaxBy(index => Math.Abs(rounded[index]));
            rounded[largest] += Rounded(total.GetValueOrDefault()) - rounded.Sum();
        }

        return [.. rounded.Select(amount => amount.ToString("0.######", CultureInfo.InvariantCulture))];
    }

    /// <summary>A number without an exponent, as exact as it is.</summary>
    public static string Text(double value) =>
        Math.Abs(value) < Most
            ? Exact(value).ToString("0.############################", CultureInfo.InvariantCulture)
            : value.ToString("F0", CultureInfo.InvariantCulture);

    private static decimal Rounded(double value) => Math.Round(Exact(value), Digits, MidpointRounding.ToEven);

    // A cast keeps 15 digits alone; the shortest text that reads back keeps them all.
    private static decimal Exact(double value) =>
        decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
}
