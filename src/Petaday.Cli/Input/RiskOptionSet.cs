using System.CommandLine;
using Petaday.Catalog;
using Petaday.Explanations.Risk;
using Petaday.Scenarios;
using Petaday.Scenarios.Risk;

namespace Petaday.Cli.Input;

/// <summary>How a study of risk draws, and where its tornado is drawn.</summary>
internal sealed class RiskOptionSet
{
    private readonly Option<string?> draws = new("--draws")
    {
        Description =
            $"also draws the scenario's distributions, cited ranges and the step model's error so many times; {RiskQuestion.FewestDraws} to 100000, usually 10000",
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
    public RiskOptions? Read(ParseResult parse, ICollection<Diagnostic> diagnostics) =>
        RiskQuestion.Read(new Asked(name => parse.GetValue(name == "draws" ? draws : seed), "--"), diagnostics);
}
