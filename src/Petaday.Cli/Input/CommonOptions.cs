using System.CommandLine;
using Petaday.Cli.Output;

namespace Petaday.Cli.Input;

/// <summary>Flags that every command takes.</summary>
internal sealed class CommonOptions
{
    private static readonly string[] Words = ["table", "json", "markdown", "csv", "html"];

    /// <summary>How results are written.</summary>
    public Option<string> Format { get; } =
        new("--format", "-f")
        {
            Description = "how results are written: table, json, markdown, csv or html (a report that needs no other file)",
            HelpName = "format",
            DefaultValueFactory = _ => "table",
            Recursive = true,
        };

    /// <summary>Where the figures of Markdown go.</summary>
    public Option<string?> Charts { get; } =
        new("--charts")
        {
            Description = "with --format markdown: writes the report's charts into a directory, as SVG, and shows them from there",
            HelpName = "dir",
            Recursive = true,
        };

    /// <summary>A person's own catalog directories.</summary>
    public Option<string[]> Catalog { get; } =
        new("--catalog")
        {
            Description = "a directory of your own entries, over the shipped ones; may be repeated",
            HelpName = "dir",
            Recursive = true,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };

    /// <summary>Colour off.</summary>
    public Option<bool> NoColor { get; } =
        new("--no-color") { Description = "plain text, as with the environment variable NO_COLOR", Recursive = true };

    /// <summary>Adds the flags to the root, and so to every command.</summary>
    public void AddTo(Command root)
    {
        Format.Validators.Add(result =>
        {
            string word = result.GetValueOrDefault<string>();
            if (!Words.Contains(word))
            {
                string? nearest = Quantities.Spelling.Nearest(word, Words);
                result.AddError(
                    $"--format: '{word}' is not known; expected one of {string.Join(", ", Words)}{(nearest is null ? "" : $"; did you mean '{nearest}'?")}"
                );
            }
        });
        root.Add(Format);
        root.Add(Charts);
        root.Add(Catalog);
        root.Add(NoColor);
    }

    /// <summary>The format asked for.</summary>
    public OutputFormat FormatOf(ParseResult parse) => (OutputFormat)Array.IndexOf(Words, parse.GetValue(Format));
}
