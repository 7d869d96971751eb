using System.Globalization;

namespace Petaday.Reports;

/// <summary>
/// Colours from dark to light that keep their order in print and to the colour-blind: nine of viridis's anchors (Smith and van der Walt 2015), joined
/// linearly.
/// </summary>
internal static class ColourRamp
{
    private static readonly (int Red, int Green, int Blue)[] Anchors =
    [
        (68, 1, 84),
        (71, 44, 122),
        (59, 81, 139),
        (44, 113, 142),
        (33, 144, 141),
        (39, 173, 129),
        (92, 200, 99),
        (170, 220, 50),
        (253, 231, 37),
    ];

    /// <summary>The colour of a share, 0 to 1, as <c>#rrggbb</c>.</summary>
    public static string At(double share)
    {
        double place = Math.Clamp(share, 0, 1) * (Anchors.Length - 1);
        int low = Math.Min((int)place, Anchors.Length - 2);
        double part = place - low;
        var (from, to) = (Anchors[low], Anchors[low + 1]);
        int Mixed(int left, int right) => (int)Math.Round(left + (part * (right - left)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"#{Mixed(from.Red, to.Red):x2}{Mixed(from.Green, to.Green):x2}{Mixed(from.Blue, to.Blue):x2}"
        );
    }

    /// <summary>The colour of letters that read on it.</summary>
    public static string Ink(double share) => share < 0.55 ? "#ffffff" : "#000000";
}
