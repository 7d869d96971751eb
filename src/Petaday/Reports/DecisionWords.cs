using System.Globalization;
using Petaday.Adaptation;
using Petaday.Quantities;

namespace Petaday.Reports;

/// <summary>Figures of a decision in a person's words.</summary>
internal static class DecisionWords
{
    /// <summary>Money, with its sign.</summary>
    public static string Money(double? amount) => Sizes.Of(amount, Dimension.Money);

    /// <summary>A share of a whole.</summary>
    public static string Share(double? share) =>
        share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:0} %") : "not known";

    /// <summary>A time in days or months, or that it never comes.</summary>
    public static string Time(double? seconds) => seconds is { } known ? Sizes.Time(known) : "never";

    /// <summary>"above 2.1 G tokens a month (now 100 M): LoRA of …".</summary>
    public static string Of(Flip flip)
    {
        string at =
            flip.Value is null ? $"with {flip.At}"
            : flip.IsCount ? $"of {flip.At} or {(flip.Above ? "more" : "fewer")}"
            : $"{(flip.Above ? "above" : "below")} {flip.At}";
        string to =
            flip.To is not { } path ? "no path is allowed"
            : flip.Pays ? path.Title
            : "none pays, not doing it is better";
        return $"{flip.Key} {at} (now {flip.Now}): {to}";
    }

    /// <summary>A break-even volume in a sentence's end.</summary>
    public static string Of(BreakEven even) =>
        even.MonthlyTokens is { } tokens
            ? $"{Sizes.Of(tokens, Dimension.Tokens)} a month; {(even.BetterAbove ? even.Path.Title : even.Other.Title)} is worth more above"
            : "at no volume up to ten trillion tokens a month";
}
