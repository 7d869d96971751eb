using System.CommandLine;

namespace Petaday.Cli.Commands;

/// <summary>Every command, in the order in which help lists them.</summary>
internal static class AllCommands
{
    /// <summary>Makes them.</summary>
    public static IEnumerable<Command> Make(CommandHost host) =>
        [
            EstimateCommand.Make(host),
            PlanCommand.Make(host),
            CostCommand.Make(host),
            ExplainCommand.Make(host),
            CompareCommand.Make(host),
            SweepCommand.Make(host),
            SiteCommand.Make(host),
            CarbonCommand.Make(host),
            LeversCommand.Make(host),
            ForecastCommand.Make(host),
            TraceCommand.Make(host),
            ExportCommand.Make(host),
            ServeCostCommand.Make(host),
            DecideCommand.Make(host),
            ValidateCommand.Make(host),
            CalibrateCommand.Make(host),
            CatalogCommand.Make(host),
            WebCommand.Make(host),
            McpCommand.Make(host),
        ];
}
