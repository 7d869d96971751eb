using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Reports;
using Petaday.Scenarios.Projects;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday cost</c>: the whole project around a run, line by line.</summary>
internal static class CostCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var currency = new Option<string>("--currency")
        {
            Description = "ISO 4217 code of the currency that amounts are shown in, by a dated rate of the catalog",
            HelpName = "code",
            DefaultValueFactory = _ => Currency.Dollar.Code,
        };
        var command = new Command("cost", "the whole project: every cause of cost, amortised, rental and acquisition side by side");
        command.Add(currency);
        options.AddTo(command);
        return host.With(command, session => Run(session, options, session.Parse.GetValue(currency)!));
    }

    private static int Run(Session session, ScenarioOptions options, string code)
    {
        List<Diagnostic> problems = [];
        if (
            CurrencyBook.Find(code, session.Library, problems) is not { } currency
            || ProjectWorked.Of(session, options, problems) is not { } worked
        )
        {
            return session.Refuse(problems);
        }

        if (worked.Project is { } project)
        {
            var ledger = Ledger.Of(project.Cost, currency);
            session.Show(
                new View(
                    () => ProjectPage.Of(project, ledger),
                    writer => ProjectJson.Write(writer, project, ledger),
                    () => ProjectCsv.Of(ledger)
                )
            );
        }

        return ScenarioRun.Verdict(session, worked.Infeasible);
    }
}
