using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
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
        var risk = new RiskOptionSet();
        options.AddTo(command);
        risk.AddTo(command);
        return host.With(command, session => Run(session, options, risk, session.Parse.GetValue(currency)!));
    }

    private static int Run(Session session, ScenarioOptions options, RiskOptionSet flags, string code)
    {
        List<Diagnostic> problems = [];
        if (
            CurrencyBook.Find(code, session.Library, problems) is not { } currency
            || !flags.TryRead(session.Parse, problems, out var draw)
            || ProjectWorked.Of(session, options, problems, draw) is not { } worked
        )
        {
            return session.Refuse(problems);
        }

        if (worked.Project is { } project)
        {
            var ledger = Ledger.Of(project.Cost, currency);
            session.Show(ProjectView.Of(project, ledger, worked.Risk, worked.Asked));
            if (worked.Risk is { } risk && RiskRun.Tornado(session, flags, risk) is { } problem)
            {
                return session.Refuse(problem);
            }
        }

        return ScenarioRun.Verdict(session, worked.Infeasible);
    }
}
