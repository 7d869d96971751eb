using System.Collections.Frozen;
using Petaday.Catalog;
using Petaday.Explanations.Risk;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Projects;
using Petaday.Scenarios.Risk;

namespace Petaday.Web.Operations;

/// <summary>The whole project around a run, with its risk where draws are asked for.</summary>
internal static class ProjectWork
{
    // About what the estimate takes of the time where draws are made, too.
    private const double EstimateShare = 0.2;

    /// <summary>Its parameters beside the scenario's keys.</summary>
    public static FrozenDictionary<string, string> Parameters { get; } =
        new Dictionary<string, string>
        {
            ["draws"] = "also draws distributions and cited ranges so many times, such as 2000",
            ["seed"] = "seed of the random numbers, with draws; 1 where left out",
            ["currency"] = "ISO 4217 code of the currency that amounts are shown in; USD where left out",
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Works it out.</summary>
    public static Result Cost(Work work) => work.Kept("cost", Parameters.Keys, Costed);

    private static Result Costed(Work work)
    {
        var span = new ProgressSpan(work.Progress);
        if (
            CurrencyBook.Find(work.Asked.Of("currency") ?? Currency.Dollar.Code, work.Engine.Library, work.Problems) is not { } currency
            || !Draws(work, out var draw)
            || work.Scenario() is not { } scenario
            || ScenarioResolver.Resolve(scenario, work.Engine.Knowledge, ScenarioWish.Estimate, work.Problems) is not { } resolved
            || Estimator.Estimate(
                resolved,
                work.Engine.Knowledge,
                work.Engine.Clock,
                work.Problems,
                span.Part(0, draw is null ? 1 : EstimateShare),
                work.Cancellation
            )
                is not { } outcome
        )
        {
            return Result.Wrong(work.Problems);
        }

        if (outcome.Answer is not { } answer)
        {
            return new Result { Infeasible = outcome.Infeasible };
        }

        return ProjectEstimator.Estimate(resolved, answer, work.Engine.Knowledge, work.Problems) is { } project
            ? new Result
            {
                Shown = ProjectView.Of(
                    project,
                    Ledger.Of(project.Cost, currency),
                    Risk(work, resolved, answer, draw, span.Part(EstimateShare, 1)),
                    scenario
                ),
                Infeasible = outcome.Infeasible,
            }
            : Result.Wrong(work.Problems);
    }

    private static RiskResult? Risk(Work work, ResolvedScenario resolved, Answer answer, RiskOptions? draw, ProgressSpan progress) =>
        draw is null
            ? null
            : ScenarioRisk.Of(
                resolved,
                answer,
                ProjectRisk.Subject(work.Engine.Knowledge),
                work.Engine.Knowledge,
                work.Engine.Clock,
                draw with
                {
                    Threads = Hosting.Engine.SearchThreads,
                },
                progress,
                work.Cancellation
            );

    private static bool Draws(Work work, out RiskOptions? options)
    {
        bool wanted = work.Asked.Of("draws") is not null || work.Asked.Of("seed") is not null;
        options = wanted ? RiskQuestion.Read(work.Asked, work.Problems) : null;
        int most = work.Engine.Options.MostDraws;
        if (options is { Draws: var draws } && draws > most)
        {
            work.Problems.Add(
                work.Asked.Problem(
                    "draws",
                    DiagnosticCodes.OutOfRange,
                    $"{draws} draws are more than one request may ask for",
                    $"at most {most}; the command line takes more"
                )
            );
        }

        return work.Problems.Count == 0;
    }
}
