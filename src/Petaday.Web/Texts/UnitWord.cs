using System.Globalization;

namespace Petaday.Web.Texts;

/// <summary>How a unit is written around its number: <c>{0} days</c>, or <c>{0*100} 万美元</c> where the language counts in another size.</summary>
/// <param name="Before">What stands before the number.</param>
/// <param name="Factor">What the number is multiplied by; 1 leaves it as it is written.</param>
/// <param name="After">What stands after it.</param>
internal sealed record UnitWord(string Before, double Factor, string After)
{
    /// <summary>Reads one; a text without a place for the number follows it.</summary>
    public static UnitWord Of(string text)
    {
        int open = text.IndexOf("{0", StringComparison.Ordinal);
        int close = open < 0 ? -1 : text.IndexOf('}', open);
        if (close < 0)
        {
            return new UnitWord("", 1, " " + text);
        }

        var times = text.AsSpan(open + 2, close - open - 2);
        double factor = times.StartsWith("*") ? double.Parse(times[1..], CultureInfo.InvariantCulture) : 1;
        return new UnitWord(text[..open], factor, text[(close + 1)..]);
    }

    /// <summary>The number in this unit.</summary>
    public string Of(NumberPiece piece, NumberFormatInfo format) =>
        Before + (Factor == 1 ? piece.Written(format) : piece.Times(Factor, format)) + After;
}
