using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Comparisons;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday compare</c>: scenarios side by side.</summary>
internal static class CompareCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var files = new Argument<string[]>("scenarios")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "scenario files; a flag with a list (--system dgx-h100,dgx-b200) compares its values",
        };
        var vary = new VaryOptions();
        var command = new Command("compare", "scenarios side by side; flags hold for all of them") { files };
        vary.AddTo(command);
        options.AddTo(command, file: false);
        return host.With(
            command,
            session =>
            {
                string[] given = session.Parse.GetValue(files) ?? [];
                return vary.Keys(session.Parse).Length > 0 ? SweepRun.Run(session, given.Length == 0 ? [null] : [.. given], options, vary)
                    : vary.Idle(session.Parse) is { } idle ? session.Refuse(idle)
                    : Run(session, given, options);
            }
        );
    }

    private static int Run(Session session, string[] files, ScenarioOptions options)
    {
        List<Diagnostic> problems = [];
        List<ComparedCase> cases = [];
        List<Scenario> asked = [];
        List<(string? File, Infeasibility Why)> missed = [];
        foreach (string? file in files.Length == 0 ? [null] : files.Cast<string?>())
        {
            var given = options.Given(session.Parse);
            var found =
                files.Length > 1
                    ? ScenarioRun.Of(session, file, given, ScenarioWish.Plan, problems)
                    : ScenarioRun.Each(session, file, given, problems);
            if (found is { } outcome)
            {
                // A file beside others gives one column, its best; one alone gives a column a choice.
                cases.AddRange(files.Length == 1 || file is null ? ComparedCase.Each(outcome) : Best(outcome));
                missed.AddRange(outcome.Infeasible is { } why ? [(file, why)] : []);
                asked.AddRange(outcome.Asked is { } scenario ? [scenario] : []);
            }
        }

        if (problems.Count > 0 || cases.Count == 0)
        {
            return problems.Count > 0
                ? session.Refuse(problems)
                : ScenarioRun.Verdict(session, missed.Select(one => one.Why).FirstOrDefault());
        }

        foreach (var (file, why) in files.Length > 1 ? missed : [])
        {
            session.Terminal.Error.WriteLine($"{file}: not feasible: {why.Constraint} binds: {why.Message}");
        }

        return session.Show(ComparisonReport.View(Comparison.Of(cases), asked));
    }

    private static IEnumerable<ComparedCase> Best(Outcome outcome) => ComparedCase.Best(outcome) is { } best ? [best] : [];
}
