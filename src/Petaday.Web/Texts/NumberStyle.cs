using System.Collections.Frozen;
using System.Globalization;

namespace Petaday.Web.Texts;

/// <summary>
/// How a language writes numbers, quantities and dates: its marks (<c>number:decimal</c>, <c>number:group</c>), its words for units
/// (<c>unit:d</c>) and its order of dates (<c>format:date</c>), all from its file. A unit that the file lacks stays as the library writes it.
/// </summary>
internal sealed class NumberStyle
{
    private const string UnitPrefix = "unit:";
    private readonly NumberFormatInfo format;
    private readonly string? date;
    private readonly FrozenDictionary<string, UnitWord[]> units;

    public NumberStyle(FrozenDictionary<string, string> words)
    {
        format = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        format.NumberDecimalSeparator = words.GetValueOrDefault("number:decimal", ".");
        format.NumberGroupSeparator = words.GetValueOrDefault("number:group", ",");
        date = words.GetValueOrDefault("format:date");
        units = words
            .Where(pair => pair.Key.StartsWith(UnitPrefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                pair => pair.Key[UnitPrefix.Length..],
                pair => pair.Value.Split('|').Select(UnitWord.Of).ToArray(),
                StringComparer.Ordinal
            );
    }

    /// <summary>Whether numbers, units and dates are written as the library writes them.</summary>
    public bool IsPlain => date is null && units.Count == 0 && format.NumberDecimalSeparator == "." && format.NumberGroupSeparator == ",";

    /// <summary>A number, a quantity or a date of the library as this language writes it; null where the text is none.</summary>
    public string? Of(string text)
    {
        if (Dated(text) is { } day)
        {
            return date is null ? text : string.Format(format, date, day.Year, day.Month, day.Day);
        }

        var read = NumberPiece.Read(text);
        if (read is not { } piece)
        {
            return null;
        }

        if (units.TryGetValue(piece.Unit, out var ladder))
        {
            return piece.Sign + Rung(ladder, piece).Of(piece, format);
        }

        return piece.HasPlainUnit ? piece.Sign + piece.Written(format) + piece.Rest : null;
    }

    // The first unit of the ladder in which the number is one that people say: 0.35 hundred million is 35 million.
    private static UnitWord Rung(UnitWord[] ladder, NumberPiece piece) =>
        Array.Find(ladder, word => Math.Abs(piece.Value * word.Factor) is >= 1 and < 10_000) ?? ladder[0];

    private static DateOnly? Dated(string text) =>
        text.Length == 10
        && char.IsAsciiDigit(text[0])
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
