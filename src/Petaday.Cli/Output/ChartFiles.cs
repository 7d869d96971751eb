using Petaday.Catalog;
using Petaday.Reports;

namespace Petaday.Cli.Output;

/// <summary>The figures of a Markdown document as files: most viewers show no picture that stands in the text itself.</summary>
internal static class ChartFiles
{
    /// <summary>Where a figure lies, as the document names it.</summary>
    public static string Path(string directory, Reports.Figure figure) => $"{directory.TrimEnd('/', '\\')}/{figure.Id}.svg";

    /// <summary>Writes the figures of a page; what was wrong, or null when all are written.</summary>
    public static Diagnostic? Write(string directory, Page page) =>
        page
            .Blocks.OfType<Reports.Figure>()
            .Select(figure => WrittenFiles.Write("--charts", Path(directory, figure), () => figure.Svg))
            .FirstOrDefault(failed => failed is not null);
}
