using System.CommandLine;
using Petaday.Catalog;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Cli.Input;

/// <summary>What varies, what is shown, and where it is drawn.</summary>
internal sealed class VaryOptions
{
    /// <summary>The keys that vary.</summary>
    public Option<string[]> Vary { get; } =
        new("--vary")
        {
            Description =
                "a key of the scenario and its values: key=a,b,c, or key=lo..hi:n, or key=lo..hi:nx at equal ratios; twice for every pair of two keys",
            HelpName = "key=values",
        };

    private readonly Option<string?> show = new("--show")
    {
        Description =
            $"what is shown of each point: keys of the JSON result, parted by commas. Left out: {string.Join(',', ResultKeys.Usual.Select(key => key.Path))}.",
        HelpName = "keys",
    };

    private readonly Option<string?> svg = new("--svg")
    {
        Description = "also draws it: lines over numbers, bars over words, a heat map over two keys",
        HelpName = "file.svg",
    };

    /// <summary>Adds the flags to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Vary);
        command.Add(show);
        command.Add(svg);
    }

    /// <summary>The keys and values, as written.</summary>
    public string[] Keys(ParseResult parse) => parse.GetValue(Vary) ?? [];

    /// <summary>The results to show, as written; null where the usual ones are.</summary>
    public string? Shown(ParseResult parse) => parse.GetValue(show);

    /// <summary>That a flag is given which only means something where a key varies; null where none is.</summary>
    public Diagnostic? Idle(ParseResult parse) =>
        (
            Shown(parse) is not null ? "--show"
            : Picture(parse) is not null ? "--svg"
            : null
        )
            is { } flag
            ? new Diagnostic(DiagnosticCodes.MissingKey, flag, 0, 0, "", "this needs a key that varies", "--vary key=a,b,c as well")
            : null;

    /// <summary>The picture's file; null for none.</summary>
    public string? Picture(ParseResult parse) => parse.GetValue(svg);
}
