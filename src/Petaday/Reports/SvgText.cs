using System.Security;

namespace Petaday.Reports;

/// <summary>Words inside a picture.</summary>
internal static class SvgText
{
    // A letter of the font that pictures use is about so wide, in pixels, at 13 pixels high.
    private const double LetterWidth = 7;

    /// <summary>The text on one line, so that no letter of it is taken for markup.</summary>
    public static string Escape(string text) => SecurityElement.Escape(PlainText.OneLine(text));

    /// <summary>The text, shortened in its middle to a width in pixels.</summary>
    public static string Fitted(string text, double width)
    {
        int most = Math.Max(3, (int)(width / LetterWidth));
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "…");
    }
}
