using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Outlook;
using Petaday.Reports;
using Petaday.Reports.Forecasts;
using Petaday.Reports.Laws;
using Petaday.Scenarios;
using Petaday.Scenarios.Laws;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday forecast</c>: where cost, compute and power are going; with <c>--law</c>, the barrier law beside the engine.</summary>
internal static class ForecastCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var forecast = new ForecastOptions();
        var law = new Option<bool>("--law")
        {
            Description =
                "instead: the barrier law, 120 P^2 and 120 P^2 / K, beside the engine from 1 B to 100 T parameters; machines, site and money as in a scenario",
        };
        var families = new Option<string>("--law-families")
        {
            Description = "families of catalog/families for --law",
            HelpName = "ids",
            DefaultValueFactory = _ => "dense,moe-latent",
        };
        var svg = new Option<string?>("--svg") { Description = "also draws it", HelpName = "file.svg" };
        var command = new Command(
            "forecast",
            "cost, compute and power year by year, who can afford what, what binds first; the barrier law"
        )
        {
            law,
            families,
            svg,
        };
        forecast.AddTo(command);
        options.AddTo(command);
        return host.With(
            command,
            session =>
                session.Parse.GetValue(law)
                    ? Law(session, options, session.Parse.GetValue(families)!, session.Parse.GetValue(svg))
                    : Forecast(session, options, forecast, session.Parse.GetValue(svg))
        );
    }

    private static int Forecast(Session session, ScenarioOptions options, ForecastOptions forecast, string? svg)
    {
        List<Diagnostic> problems = [];
        if (session.Parse.GetValue(options.File) is { } file)
        {
            problems.Add(
                new Diagnostic(DiagnosticCodes.NotAllowed, file, 0, 0, "", "a forecast is of no scenario", "'--law' with it, or no file")
            );
        }

        problems.AddRange(
            options
                .Given(session.Parse)
                .Select(flag => new Diagnostic(
                    DiagnosticCodes.NotAllowed,
                    flag.Name,
                    0,
                    0,
                    "",
                    "a forecast is of no scenario",
                    "'--law' with it"
                ))
        );
        var request = forecast.Read(session.Parse, problems);
        if (request is null || problems.Count > 0 || Knowledge.Open(session.Library, problems) is not { } knowledge)
        {
            return session.Refuse(problems);
        }

        if (Forecaster.Run(request, session.Library, knowledge.Factors, problems) is not { } study)
        {
            return session.Refuse(problems);
        }

        session.Show(new View(() => ForecastPage.Of(study), writer => ForecastJson.Write(writer, study), () => ForecastCsv.Of(study)));
        return Drawn(session, svg, () => ForecastCharts.Svg(study));
    }

    private static int Law(Session session, ScenarioOptions options, string families, string? svg)
    {
        List<Diagnostic> problems = [];
        if (
            Knowledge.Open(session.Library, problems) is not { } knowledge
            || Study(session, options, families, knowledge, problems) is not { } study
        )
        {
            return session.Refuse(problems);
        }

        session.Show(
            new View(() => BarrierReport.Page(study), writer => BarrierReport.Json(writer, study), () => BarrierReport.Csv(study))
        );
        return Drawn(session, svg, () => BarrierCharts.Svg(study));
    }

    private static BarrierStudy? Study(
        Session session,
        ScenarioOptions options,
        string families,
        Knowledge knowledge,
        List<Diagnostic> problems
    )
    {
        using var progress = session.Progress("working out sizes");
        return BarrierStudies.Run(
            session.Parse.GetValue(options.File),
            options.Given(session.Parse),
            families.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            knowledge,
            session.Clock,
            problems,
            progress,
            session.Cancellation
        );
    }

    private static int Drawn(Session session, string? file, Func<string> svg) =>
        file is not null && WrittenFiles.Write("--svg", file, svg) is { } problem ? session.Refuse(problem) : ExitCodes.Done;
}
