using System.Globalization;

namespace Petaday.Web.Texts;

/// <summary>A number as the library writes it, in invariant form, with what follows it.</summary>
/// <param name="Sign">What stands before it: a sign, "about", "less than".</param>
/// <param name="Digits">Its digits, marks and exponent.</param>
/// <param name="Rest">What follows: a space and a unit, or nothing.</param>
internal readonly record struct NumberPiece(string Sign, string Digits, string Rest)
{
    /// <summary>The unit without its space.</summary>
    public string Unit => Rest.TrimStart();

    /// <summary>The number.</summary>
    public double Value => double.Parse(Digits, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>Whether the unit is the same in every language: none, a symbol (GiB, TFLOP/s, gCO2e/kWh), a per cent.</summary>
    public bool HasPlainUnit => Rest.Length == 0 || (!Unit.Contains(' ', StringComparison.Ordinal) && !EnglishWords.Any(Unit));

    /// <summary>Reads a text that is a number and at most a unit; null for any other.</summary>
    public static NumberPiece? Read(string text)
    {
        int at = 0;
        while (at < text.Length && text[at] is '+' or '-' or '−' or '~' or '<' or '>' or '≈' or '≤' or '≥')
        {
            at++;
        }

        int end = at;
        while (
            end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && Digit(text, end - 1) && Digit(text, end + 1)))
        )
        {
            end++;
        }

        if (end == at || !char.IsAsciiDigit(text[at]))
        {
            return null;
        }

        end += Exponent(text, end);
        bool whole = end == text.Length || text[end] is ' ' or '%' or 'k' or 'M' or 'B' or 'T';
        return
            whole
            && double.TryParse(
                text.AsSpan(at, end - at),
                NumberStyles.Float | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out _
            )
            ? new NumberPiece(text[..at], text[at..end], text[end..])
            : null;
    }

    /// <summary>The same digits with a language's marks.</summary>
    public string Written(NumberFormatInfo format)
    {
        if (format is { NumberDecimalSeparator: ".", NumberGroupSeparator: "," })
        {
            return Digits;
        }

        return string.Concat(
            Digits.Select(letter =>
                letter switch
                {
                    '.' => format.NumberDecimalSeparator,
                    ',' => format.NumberGroupSeparator,
                    _ => letter.ToString(),
                }
            )
        );
    }

    /// <summary>The number in another size, with as many significant digits as it came with.</summary>
    public string Times(double factor, NumberFormatInfo format)
    {
        double value = Value * factor;
        int digits = Math.Clamp(Digits.Split('e')[0].TrimStart('0', '.').Count(char.IsAsciiDigit), 1, 15);
        int power = value == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return value.ToString("N" + Math.Clamp(digits - 1 - power, 0, 15).ToString(CultureInfo.InvariantCulture), format);
    }

    private static int Exponent(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E'))
        {
            return 0;
        }

        int sign = at + 1 < text.Length && text[at + 1] is '+' or '-' ? 1 : 0;
        int digits = 0;
        while (Digit(text, at + 1 + sign + digits))
        {
            digits++;
        }

        return digits == 0 ? 0 : 1 + sign + digits;
    }

    private static bool Digit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);
}
