using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Output;
using Petaday.Hardware;
using Petaday.Reports;
using Petaday.Training;
using Petaday.Validation;
using Petaday.Validation.Checks;
using Petaday.Validation.Evidence;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday validate</c>: predictions against published measured runs.</summary>
internal static class ValidateCommand
{
    // Beside the page, as a page names it.
    private const string Picture = "images/validation.svg";

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var runs = new Option<string?>("--runs")
        {
            Description = "CSV of measured runs; the shipped published runs where left out",
            HelpName = "file.csv",
        };
        var plot = new Option<string?>("--plot")
        {
            Description = "also draws predicted against measured step times",
            HelpName = "file.svg",
        };
        var document = new Option<string?>("--document")
        {
            Description =
                $"also writes the page of errors, targets, peers, coverage and misses, and its plot beside it ({Picture}); "
                + "what was predicted without each source it takes from the catalog, unless it is found anew",
            HelpName = "file.md",
        };
        var harder = new Option<bool>("--leave-one-source-out")
        {
            Description = "predicts each source with parameters fitted on the others alone: minutes of work",
        };
        var checks = new Option<bool>("--checks")
        {
            Description =
                "instead of runs: published figures of compute, money, energy and carbon, worked out anew from their stated inputs",
        };
        var command = new Command("validate", "predictions against published measured runs: errors, coverage of the intervals, memory")
        {
            runs,
            plot,
            document,
            harder,
            checks,
        };
        return host.With(
            command,
            session =>
                session.Parse.GetValue(checks)
                    ? Checks(session)
                    : Run(
                        session,
                        session.Parse.GetValue(runs) ?? Shipped(),
                        new Wish(session.Parse.GetValue(plot), session.Parse.GetValue(document), session.Parse.GetValue(harder))
                    )
        );
    }

    internal static string Shipped() => Path.Combine(Library.ShippedDirectory, "runs", "published.csv");

    private static int Checks(Session session)
    {
        List<Diagnostic> problems = [];
        var checks = CheckBook.Read(session.Library, problems);
        return problems.Count > 0
            ? session.Refuse(problems)
            : session.Show(new View(() => ChecksPage.Of(checks), writer => ChecksPage.Json(writer, checks), () => ChecksPage.Csv(checks)));
    }

    private static int Run(Session session, string path, Wish wish)
    {
        List<Diagnostic> problems = [];
        var file = RunsReader.Read(path);
        if (file.Diagnostics.Length > 0)
        {
            return session.Refuse(file.Diagnostics);
        }

        var parameters = ParameterFile.Read(session.Library, problems);
        var catalog = RunCatalogReader.Read(session.Library, parameters, problems);
        var predictions = LeftOutPredictions.Read(session.Library, problems);
        var book = EvidenceBook.Read(session.Library, problems);
        if (problems.Count > 0)
        {
            return session.Refuse(problems);
        }

        var leftOut = wish.LeavesOut ? Refitted(session, file, ParameterFile.ReadPriors(session.Library, problems)) : null;
        var shipped = leftOut is null || wish.Document is not null ? Evaluated(session, file, new RunMapper(catalog)) : null;
        var report = (leftOut ?? shipped)!;
        session.Show(
            new View(() => ValidationPage.Of(report), writer => ValidationJson.Write(writer, report), () => ValidationPage.Csv(report))
        );
        var study = shipped is null
            ? null
            : new ValidationStudy(file.Rows, shipped, leftOut ?? LeftOutPredictions.Apply(file.Rows, shipped, predictions), book);
        Diagnostic[] unwritten = [.. Written(wish, report, study).OfType<Diagnostic>()];
        if (unwritten.Length > 0)
        {
            return session.Refuse(unwritten);
        }

        // A cell that cannot be read spoils its row, which is skipped: that is said, and the others stand.
        session.Say(file.Warnings);
        return ExitCodes.Done;
    }

    private static IEnumerable<Diagnostic?> Written(Wish wish, ValidationReport report, ValidationStudy? study)
    {
        if (wish.Plot is { } plot)
        {
            yield return WrittenFiles.Write("--plot", plot, () => SvgChart.Write(ValidationPage.Chart(report)));
        }

        if (wish.Document is { } page && study is not null)
        {
            string picture = Path.Combine(Path.GetDirectoryName(page) ?? "", Picture);
            yield return WrittenFiles.Write("--document", page, () => ValidationDocument.Text(study, Picture));
            yield return WrittenFiles.Write(
                "--document",
                picture,
                () => SvgChart.Write(ValidationPage.Chart(study.Shipped, isLabelled: false))
            );
        }
    }

    private static ValidationReport Evaluated(Session session, RunsFile file, RunMapper mapper)
    {
        using var progress = session.Progress("evaluating runs");
        return Validator.Run(
            file.Rows,
            mapper,
            run => StepModel.Estimate(run.Architecture, run.System, run.Stack, run.Recipe, run.Strategy),
            null,
            progress,
            session.Cancellation
        );
    }

    private static ValidationReport Refitted(Session session, RunsFile file, ParameterSet priors)
    {
        using var progress = session.Progress("fitting without each source");
        return LeaveOneSourceOut.Run(file.Rows, session.Library, priors, null, progress, session.Cancellation);
    }

    private sealed record Wish(string? Plot, string? Document, bool LeavesOut);
}
