using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Siting;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday site</c>: where to train, and where to serve.</summary>
internal static class SiteCommand
{
    private const int MostSites = 1000;

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var site = new SiteOptions();
        var command = new Command(
            "site",
            "where: sites ranked by cost, carbon, water or time; pausing by the hour; serving by latency; many projects on sites that they share (--projects)"
        );
        site.AddTo(command);
        options.AddTo(command);
        return host.With(
            command,
            session =>
                session.Parse.GetValue(site.Projects) is { } file
                    ? PlacementRun.Of(session, options, site, file)
                    : Run(session, options, site)
        );
    }

    private static int Run(Session session, ScenarioOptions options, SiteOptions site)
    {
        int best = session.Parse.GetValue(site.Best);
        if (best is < 1 or > MostSites)
        {
            return session.Refuse(
                new Diagnostic(DiagnosticCodes.OutOfRange, "--best", 0, 0, "", $"{best} sites are out of range", $"1 to {MostSites}")
            );
        }

        List<Diagnostic> problems = [];
        if (Study(session, options, problems) is not { } study)
        {
            return session.Refuse(problems);
        }

        if (session.Parse.GetValue(site.Explain) is { } id)
        {
            return Explained(session, study, id);
        }

        session.Show(
            new View(() => SitePage.Of(study, best), writer => SiteJson.Write(writer, study), () => SiteCsv.Of(study))
            {
                Report = () => study.Asked is { } asked ? SiteReport.Of(study, best, asked) : SitePage.Of(study, best),
            }
        );
        return Written(session, site, study) is { } failed ? session.Refuse(failed) : ScenarioRun.Verdict(session, study.Infeasible);
    }

    private static SiteStudy? Study(Session session, ScenarioOptions options, List<Diagnostic> problems)
    {
        if (
            ScenarioReader.Read(session.Parse.GetValue(options.File), options.Given(session.Parse), problems) is not { } scenario
            || Knowledge.Open(session.Library, problems) is not { } knowledge
        )
        {
            return null;
        }

        using var progress = session.Progress("searching strategies");
        return SiteStudier.Study(scenario, knowledge, session.Clock, problems, progress, session.Cancellation) is { } study
            ? study with
            {
                Asked = scenario,
            }
            : null;
    }

    private static int Explained(Session session, SiteStudy study, string id)
    {
        var all = study.Rows.Concat(study.Refused).ToList();
        return all.FirstOrDefault(row => row.Place.Id == id) is { } row
            ? ExplainCommand.Show(session, row.Tree, $"{study.Name} at {row.Place.Name}")
            : session.Refuse(
                new Diagnostic(
                    DiagnosticCodes.UnknownId,
                    "--explain",
                    0,
                    0,
                    "",
                    $"'{id}' is none of the sites that were looked at",
                    null,
                    NearNames.Suggest(id, all.Select(one => one.Place.Id))
                )
            );
    }

    private static Diagnostic? Written(Session session, SiteOptions site, SiteStudy study)
    {
        if (
            session.Parse.GetValue(site.Svg) is { } svg
            && SiteMap.Svg(study) is { } map
            && WrittenFiles.Write("--svg", svg, () => map) is { } failed
        )
        {
            return failed;
        }

        return session.Parse.GetValue(site.Hours) is not { } hours ? null
            : study.Rows.FirstOrDefault(row => row.Pause is not null) is { } first
                ? WrittenFiles.Write("--hours", hours, () => SiteCsv.Hours(first))
            : new Diagnostic(
                DiagnosticCodes.MissingKey,
                "--hours",
                0,
                0,
                "",
                "no site's prices or carbon are known by the hour",
                "'siting.prices', 'siting.week' or 'siting.carbon' as well"
            );
    }
}
