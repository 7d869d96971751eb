using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Explanations.Risk;
using Petaday.Reports;
using Petaday.Reports.Risk;
using Petaday.Scenarios;
using Petaday.Scenarios.Risk;

namespace Petaday.Cli.Commands;

/// <summary>An answer with its risk, the same way for every command that draws.</summary>
internal static class RiskRun
{
    /// <summary>An estimate with its risk.</summary>
    public static int Estimate(Session session, ScenarioOptions options, RiskOptionSet flags)
    {
        List<Diagnostic> problems = [];
        RiskResult? risk = null;
        var outcome = flags.Read(session.Parse, problems) is { } how
            ? ScenarioRun.Work(
                session,
                session.Parse.GetValue(options.File),
                options.Given(session.Parse),
                ScenarioWish.Estimate,
                problems,
                (resolved, knowledge, progress) =>
                {
                    var estimate = Estimator.Estimate(resolved, knowledge, session.Clock, problems, progress, session.Cancellation);
                    risk = estimate?.Answer is { } answer
                        ? ScenarioRisk.Of(
                            resolved,
                            answer,
                            RiskSubject.Estimate,
                            knowledge,
                            session.Clock,
                            how,
                            progress,
                            session.Cancellation
                        )
                        : null;
                    return estimate;
                }
            )
            : null;
        if (outcome is null)
        {
            return session.Refuse(problems);
        }

        if (outcome.Answer is { } shown && risk is { } drawn)
        {
            session.Show(
                new View(
                    () => new Page([.. AnswerPage.Of(shown).Blocks, .. RiskPage.Blocks(drawn)]),
                    writer => AnswerJson.Write(writer, shown, drawn),
                    () => RiskCsv.Of(drawn)
                )
            );
            if (Tornado(session, flags, drawn) is { } problem)
            {
                return session.Refuse(problem);
            }
        }

        return ScenarioRun.Verdict(session, outcome.Infeasible);
    }

    /// <summary>Writes the tornado where one is asked for; what was wrong, or null.</summary>
    public static Diagnostic? Tornado(Session session, RiskOptionSet flags, RiskResult risk)
    {
        if (flags.Tornado(session.Parse) is not { } file)
        {
            return null;
        }

        return risk.Targets.Select(TornadoSvg.Write).FirstOrDefault(static svg => svg is not null) is { } svg
            ? WrittenFiles.Write("--tornado", file, () => svg)
            : new Diagnostic(
                DiagnosticCodes.NotAllowed,
                "--tornado",
                0,
                0,
                "",
                "nothing that was drawn moves the result: there is nothing to draw"
            );
    }
}
