using System.CommandLine;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Explanations.Risk;

namespace Petaday.Cli.Input;

/// <summary>How a study of risk draws, and where its tornado is drawn.</summary>
internal sealed class RiskOptionSet
{
    private const int FewestDraws = 100;

    private readonly Option<string?> draws = new("--draws")
    {
        Description =
            $"also draws the scenario's distributions, cited ranges and the step model's error so many times; {FewestDraws} to 100000, usually 10000",
        HelpName = "n",
    };

    private readonly Option<string?> seed = new("--seed")
    {
        Description = "seed of the random numbers, with --draws. Left out: 1.",
        HelpName = "n",
    };

    private readonly Option<string?> tornado = new("--tornado")
    {
        Description = "with --draws: also draws what drives the first of the spreads that are traced",
        HelpName = "file.svg",
    };

    /// <summary>Adds the flags to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(draws);
        command.Add(seed);
        command.Add(tornado);
    }

    /// <summary>Whether any of them is given.</summary>
    public bool IsWanted(ParseResult parse) => new[] { draws, seed, tornado }.Any(option => parse.GetResult(option) is { Implicit: false });

    /// <summary>The tornado's file; null for none.</summary>
    public string? Tornado(ParseResult parse) => parse.GetValue(tornado);

    /// <summary>How to draw, null where nobody asks for it; false, with diagnostics added, where a flag is no such number.</summary>
    public bool TryRead(ParseResult parse, ICollection<Diagnostic> diagnostics, out RiskOptions? options)
    {
        options = IsWanted(parse) ? Read(parse, diagnostics) : null;
        return options is not null || !IsWanted(parse);
    }

    /// <summary>How to draw; null, with diagnostics added, where a flag is no such number.</summary>
    public RiskOptions? Read(ParseResult parse, ICollection<Diagnostic> diagnostics)
    {
        var options = new RiskOptions();
        if (parse.GetValue(draws) is { } count)
        {
            if (
                !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                || number is < FewestDraws or > RiskOptions.MostDraws
            )
            {
                diagnostics.Add(
                    Wrong(
                        "--draws",
                        string.Create(CultureInfo.InvariantCulture, $"a whole number from {FewestDraws} to {RiskOptions.MostDraws}")
                    )
                );
                return null;
            }

            options = options with { Draws = number };
        }

        if (parse.GetValue(seed) is { } text)
        {
            if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number))
            {
                diagnostics.Add(Wrong("--seed", "a whole number from 0"));
                return null;
            }

            options = options with { Seed = number };
        }

        return options;
    }

    private static Diagnostic Wrong(string flag, string expected) =>
        new(DiagnosticCodes.OutOfRange, flag, 0, 0, "", "this is no such number", expected);
}
