using System.Collections.Frozen;
using Petaday.Catalog;
using Petaday.Outlook;
using Petaday.Reports;
using Petaday.Reports.Forecasts;
using Petaday.Reports.Laws;
using Petaday.Scenarios.Forecasts;
using Petaday.Scenarios.Laws;

namespace Petaday.Web.Operations;

/// <summary>Where cost, compute and power are going; or the barrier law beside the engine.</summary>
internal static class ForecastWork
{
    /// <summary>The families that the law is held against where none are named.</summary>
    public const string UsualFamilies = "dense,moe-latent";

    /// <summary>Its parameters beside the scenario's keys.</summary>
    public static FrozenDictionary<string, string> Parameters { get; } =
        new Dictionary<string, string>
        {
            ["basis"] = "what a cost counts: " + string.Join(", ", ForecastQuestion.Words),
            ["until"] = "the last year whose data are used; 2025 where left out",
            ["from"] = "first year shown; 2024 where left out",
            ["to"] = "last year shown; 2035 where left out",
            ["top"] = "a run is of the frontier where fewer than so many up to its year took more compute; 10 where left out",
            ["robust"] = "true fits by medians (Theil-Sen) instead of least squares",
            ["fixed"] = "the run whose capability is followed over the years; GPT-3 where left out",
            ["budgets"] = "budgets of one run, parted by commas, such as 1 kUSD,5 MUSD",
            ["law"] = "true gives the barrier law beside the engine instead; machines, site and money as in a scenario",
            ["law-families"] = "families of the catalog for law; " + UsualFamilies + " where left out",
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Works it out.</summary>
    public static Result Forecast(Work work) =>
        work.Kept("forecast", Parameters.Keys, asked => asked.Asked.Is("law") ? Law(asked) : Trends(asked));

    private static Result Trends(Work work)
    {
        work.Problems.AddRange(
            work.Question.Flags.Select(flag =>
                work.Asked.Problem(flag.Name, DiagnosticCodes.NotAllowed, "a forecast is of no scenario", "'law=true' with it")
            )
        );
        if (
            ForecastQuestion.Read(work.Asked, work.Problems) is not { } request
            || work.Problems.Count > 0
            || Forecaster.Run(request, work.Engine.Library, work.Engine.Knowledge.Factors, work.Problems) is not { } study
        )
        {
            return Result.Wrong(work.Problems);
        }

        return new Result
        {
            Shown = new View(() => ForecastPage.Of(study), writer => ForecastJson.Write(writer, study), () => ForecastCsv.Of(study))
            {
                Report = () =>
                    Illustrated.Of(
                        ForecastPage.Of(study),
                        new Reports.Figure("trends", "Trends and their fits", ForecastCharts.Svg(study))
                    ),
            },
        };
    }

    private static Result Law(Work work)
    {
        var families = work.Asked.List("law-families");
        if (
            work.Question.Around(work.Problems) is not { } around
            || BarrierStudies.Of(
                around.Root,
                families.Count > 0 ? families : UsualFamilies.Split(','),
                work.Engine.Knowledge,
                work.Engine.Clock,
                work.Problems,
                work.Progress,
                work.Cancellation
            )
                is not { } study
        )
        {
            return Result.Wrong(work.Problems);
        }

        return new Result
        {
            Shown = new View(() => BarrierReport.Page(study), writer => BarrierReport.Json(writer, study), () => BarrierReport.Csv(study))
            {
                Report = () =>
                    Illustrated.Of(
                        BarrierReport.Page(study),
                        new Reports.Figure("law", "The law beside the engine", BarrierCharts.Svg(study))
                    ),
            },
        };
    }
}
