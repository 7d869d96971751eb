using System.CommandLine;

namespace Petaday.Cli.Input;

/// <summary>Flags of <c>petaday site</c> beside the scenario's.</summary>
internal sealed class SiteOptions
{
    /// <summary>How many sites to list.</summary>
    public Option<int> Best { get; } =
        new("--best")
        {
            Description = "how many sites the table lists; JSON and CSV have all",
            HelpName = "n",
            DefaultValueFactory = _ => 20,
        };

    /// <summary>A site whose figures are opened.</summary>
    public Option<string?> Explain { get; } =
        new("--explain") { Description = "opens the figures of one site into formulas, inputs and sources", HelpName = "site" };

    /// <summary>The map's file.</summary>
    public Option<string?> Svg { get; } = new("--svg") { Description = "draws the sites by longitude and latitude", HelpName = "file.svg" };

    /// <summary>The schedule's file.</summary>
    public Option<string?> Hours { get; } =
        new("--hours")
        {
            Description = "writes the hours in which the best site with prices or carbon by the hour is at work",
            HelpName = "file.csv",
        };

    /// <summary>The file of projects.</summary>
    public Option<string?> Projects { get; } =
        new("--projects") { Description = "a CSV file of projects to place on sites that they share", HelpName = "file.csv" };

    /// <summary>What solves a placement.</summary>
    public Option<string> Solver { get; } =
        new("--solver")
        {
            Description = "with --projects: cbc, exact (no library needed), or auto: CBC where it is installed",
            HelpName = "word",
            DefaultValueFactory = _ => "auto",
        };

    /// <summary>Adds the flags to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Best);
        command.Add(Explain);
        command.Add(Svg);
        command.Add(Hours);
        command.Add(Projects);
        command.Add(Solver);
    }
}
