using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Output;
using Petaday.Cli.Rendering;
using Petaday.Reports;

namespace Petaday.Cli.Commands;

/// <summary>One run of one command.</summary>
/// <param name="Parse">The command line.</param>
/// <param name="Terminal">Where results and notes go.</param>
/// <param name="Format">How results are written.</param>
/// <param name="Library">The catalog, with a person's own directories over it.</param>
/// <param name="Clock">Tells the time of long work.</param>
/// <param name="Cancellation">Stops long work.</param>
internal sealed record Session(
    ParseResult Parse,
    Terminal Terminal,
    OutputFormat Format,
    Library Library,
    TimeProvider Clock,
    CancellationToken Cancellation
)
{
    /// <summary>A directory for the figures of Markdown; null to leave them out.</summary>
    public string? Charts { get; init; }

    // Nobody reads further down before the first are mended.
    private const int MostSaid = 50;

    /// <summary>Writes the result.</summary>
    public int Show(View view)
    {
        return view.Show(Terminal, Format, Charts) is { } failed ? Refuse(failed) : ExitCodes.Done;
    }

    /// <summary>Says what is wrong with the input, each thing once.</summary>
    public int Refuse(params IEnumerable<Diagnostic> diagnostics)
    {
        Say(diagnostics);
        return ExitCodes.WrongInput;
    }

    /// <summary>Says on standard error what is wrong with a part of the input that is passed over, each thing once.</summary>
    public void Say(IEnumerable<Diagnostic> diagnostics)
    {
        List<string> lines = [.. diagnostics.Select(diagnostic => diagnostic.ToString()).Distinct(StringComparer.Ordinal)];
        foreach (string line in lines.Take(MostSaid))
        {
            Terminal.Error.WriteLine(line);
        }

        if (lines.Count > MostSaid)
        {
            Terminal.Error.WriteLine(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"and {lines.Count - MostSaid} more")
            );
        }
    }

    /// <summary>A progress line for long work; it must be disposed.</summary>
    public ProgressLine Progress(string label) => new(Terminal, label, Clock);
}
