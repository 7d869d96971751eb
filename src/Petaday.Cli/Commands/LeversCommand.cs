using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Outlook;
using Petaday.Reports;
using Petaday.Reports.Levers;
using Petaday.Scenarios;
using Petaday.Scenarios.Levers;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday levers</c>: what would lower a run's cost, alone and together.</summary>
internal static class LeversCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var levers = new Option<string?>("--levers")
        {
            Description =
                "levers to combine, parted by commas; the standard ones that fit the scenario where left out. Drawn and worked out in the order of the roadmap.",
            HelpName = "ids",
        };
        var metric = new Option<string>("--metric")
        {
            Description = $"what is made small: {string.Join(", ", LeverWords.Metrics)}",
            HelpName = "word",
            DefaultValueFactory = _ => LeverWords.Of(LeverMetric.Cost),
        };
        var effort = new Option<string?>("--effort")
        {
            Description = "points of effort: also finds the best set of these levers within them",
            HelpName = "points",
        };
        var unproven = new Option<bool>("--unproven") { Description = "lets levers that nobody has shown on a training run into that set" };
        var svg = new Option<string?>("--svg") { Description = "also draws the waterfall", HelpName = "file.svg" };
        var write = new Option<string?>("--write")
        {
            Description = "also writes the scenario with all levers pulled",
            HelpName = "file.json",
        };
        var list = new Option<bool>("--list")
        {
            Description = "lists the levers of the catalog, with what they rest on; needs no scenario",
        };
        var command = new Command(
            "levers",
            "what would lower a run's cost: each lever alone and all together, with where the evidence stops"
        )
        {
            levers,
            metric,
            effort,
            unproven,
            svg,
            write,
            list,
        };
        options.AddTo(command);
        return host.With(
            command,
            session =>
                session.Parse.GetValue(list)
                    ? List(session)
                    : Run(
                        session,
                        new Wish(
                            session.Parse.GetValue(options.File),
                            options.Given(session.Parse),
                            session.Parse.GetValue(levers),
                            session.Parse.GetValue(metric)!,
                            session.Parse.GetValue(effort),
                            session.Parse.GetValue(unproven),
                            session.Parse.GetValue(svg),
                            session.Parse.GetValue(write)
                        )
                    )
        );
    }

    private static int List(Session session)
    {
        List<Diagnostic> problems = [];
        return LeverBook.Read(session.Library, problems) is { } book
            ? session.Show(
                new View(() => LeverPage.List(book), writer => LeverListReport.Json(writer, book), () => LeverListReport.Csv(book))
            )
            : session.Refuse(problems);
    }

    private static int Run(Session session, Wish wish)
    {
        List<Diagnostic> problems = [];
        var request = Request(wish, problems);
        var book = LeverBook.Read(session.Library, problems);
        var knowledge = Knowledge.Open(session.Library, problems);
        if (request is null || book is null || knowledge is null || problems.Count > 0)
        {
            return session.Refuse(problems);
        }

        if (Study(session, request, book, knowledge, problems) is not { } outcome)
        {
            return session.Refuse(problems);
        }

        if (outcome.Study is not { } study)
        {
            return ScenarioRun.Verdict(session, outcome.Infeasible);
        }

        session.Show(new View(() => LeverPage.Of(study), writer => LeverJson.Write(writer, study), () => LeverCsv.Of(study)));
        Diagnostic?[] unwritten =
        [
            wish.Svg is { } picture ? WrittenFiles.Write("--svg", picture, () => LeverWaterfall.Svg(study)) : null,
            wish.Write is { } file ? WrittenFiles.Write("--write", file, study.EndScenario) : null,
        ];
        return unwritten.OfType<Diagnostic>().Any() ? session.Refuse(unwritten.OfType<Diagnostic>()) : ExitCodes.Done;
    }

    private static LeverOutcome? Study(
        Session session,
        LeverRequest request,
        LeverBook book,
        Knowledge knowledge,
        List<Diagnostic> problems
    )
    {
        using var progress = session.Progress("pulling levers");
        return LeverStudies.Run(request, book, knowledge, session.Clock, problems, progress, session.Cancellation);
    }

    private static LeverRequest? Request(Wish wish, List<Diagnostic> problems) =>
        LeverQuestion.Read(new Asked(wish.Asked, "--"), problems) is { } read
            ? read with
            {
                File = wish.File,
                Flags = [.. wish.Flags],
            }
            : null;

    private sealed record Wish(
        string? File,
        IReadOnlyList<ScenarioFlag> Flags,
        string? Levers,
        string Metric,
        string? Effort,
        bool Unproven,
        string? Svg,
        string? Write
    )
    {
        public string? Asked(string name) =>
            name switch
            {
                "levers" => Levers,
                "metric" => Metric,
                "effort" => Effort,
                _ => Unproven ? "true" : null,
            };
    }
}
