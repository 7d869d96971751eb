using System.Globalization;
using System.Text;

namespace Petaday.Reports;

/// <summary>Puts pictures of one size under each other in one.</summary>
public static class SvgPanels
{
    private const double Width = 760;
    private const double Height = 520;

    /// <summary>One SVG document of several, each as <see cref="SvgChart"/> and <see cref="SvgHeatMap"/> write them.</summary>
    public static string Stack(IReadOnlyList<string> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Count == 1)
        {
            return pictures[0];
        }

        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {pictures.Count * Height}\" width=\"{Width}\" height=\"{pictures.Count * Height}\">\n"
        );
        for (int index = 0; index < pictures.Count; index++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate(0 {index * Height})\">\n")
                .Append(pictures[index])
                .Append("</g>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }
}
