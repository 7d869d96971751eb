using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Output;
using Petaday.Hardware;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Validation;
using Petaday.Validation.Calibration;
using Petaday.Validation.Evidence;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday calibrate</c>: parameters fitted to measured runs, as a catalog directory to lay over the shipped one.</summary>
internal static class CalibrateCommand
{
    private static readonly string[] Starts = ["catalog", "priors"];

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var runs = new Option<string?>("--runs")
        {
            Description = "CSV of measured runs, with the columns that validate takes; the shipped published runs where left out",
            HelpName = "file.csv",
        };
        var from = new Option<string>("--from")
        {
            Description = "what the fit starts from and is held near: the catalog's present values, or the priors alone",
            HelpName = "catalog|priors",
            DefaultValueFactory = _ => "catalog",
        };
        from.AcceptOnlyFromAmong(Starts);
        var output = new Option<string?>("--output")
        {
            Description =
                "catalog directory to write the parameters to (parameters/shipped.csv from priors, else parameters/calibrated.csv), for --catalog",
            HelpName = "dir",
        };
        var report = new Option<string?>("--report") { Description = "also writes the report", HelpName = "file.md" };
        var leaveOut = new Option<bool>("--leave-one-source-out")
        {
            Description =
                "also fits without each source in turn and predicts it, which gives answers their intervals (validation/*.csv under --output): minutes",
        };
        var command = new Command("calibrate", "fits the free parameters of accelerators, networks and stacks to measured runs")
        {
            runs,
            from,
            output,
            report,
            leaveOut,
        };
        return host.With(
            command,
            session =>
                Run(
                    session,
                    session.Parse.GetValue(runs) ?? ValidateCommand.Shipped(),
                    session.Parse.GetValue(from) == "priors",
                    new Wish(session.Parse.GetValue(output), session.Parse.GetValue(report), session.Parse.GetValue(leaveOut))
                )
        );
    }

    private static int Run(Session session, string path, bool fromPriors, Wish wish)
    {
        List<Diagnostic> problems = [];
        var file = RunsReader.Read(path);
        var start = fromPriors
            ? ParameterFile.ReadPriors(session.Library, problems)
            : CatalogCalibration.AsPriors(ParameterFile.Read(session.Library, problems));
        if (file.Rows.Length == 0 || problems.Count > 0)
        {
            return session.Refuse([.. file.Diagnostics, .. problems]);
        }

        var fit = Fit(session, file, start);
        var leftOut = wish.LeavesOut && fit.Runs > 0 ? LeaveOut(session, file, start) : null;
        fit = leftOut is null ? fit : CatalogCalibration.WithLeftOut(fit, leftOut);
        if (fit.Runs == 0)
        {
            return session.Refuse(
                new Diagnostic(
                    DiagnosticCodes.OutOfRange,
                    path,
                    0,
                    0,
                    "",
                    $"no row can be fitted to{(fit.Skipped.IsEmpty ? "" : $": {fit.Skipped[0].Key}")}",
                    "rows with a model, devices, a batch and measured_step_s, step_time_s or tokens_per_s_per_gpu"
                )
            );
        }

        session.Show(new View(() => CalibrationPage.Of(fit), writer => CalibrationJson.Write(writer, fit), () => CalibrationPage.Csv(fit)));
        Diagnostic[] unwritten = [.. Written(fit, leftOut, fromPriors, wish).OfType<Diagnostic>()];
        if (unwritten.Length > 0)
        {
            return session.Refuse(unwritten);
        }

        // A cell that cannot be read spoils its row, which is skipped: that is said, and the others stand.
        foreach (var problem in file.Diagnostics.Concat(file.Warnings))
        {
            session.Terminal.Error.WriteLine(problem);
        }

        return ExitCodes.Done;
    }

    private static CalibrationReport Fit(Session session, RunsFile file, ParameterSet start)
    {
        using var progress = session.Progress("fitting");
        return CatalogCalibration.Run(file.Rows, session.Library, start, progress, session.Cancellation);
    }

    private static ValidationReport LeaveOut(Session session, RunsFile file, ParameterSet start)
    {
        using var progress = session.Progress("fitting without each source");
        return LeaveOneSourceOut.Run(file.Rows, session.Library, start, null, progress, session.Cancellation);
    }

    private static IEnumerable<Diagnostic?> Written(CalibrationReport fit, ValidationReport? leftOut, bool fromPriors, Wish wish)
    {
        if (wish.Output is { } directory)
        {
            yield return WrittenFiles.Write(
                "--output",
                Path.Combine(directory, "parameters", fromPriors ? "shipped.csv" : "calibrated.csv"),
                () => CalibrationPage.Csv(fit)
            );
        }

        if (wish.Output is { } catalog && leftOut is not null)
        {
            yield return WrittenFiles.Write(
                "--output",
                Path.Combine(catalog, AccuracyBook.IntervalsPath),
                () => AccuracyBook.Intervals(leftOut)
            );
            yield return WrittenFiles.Write("--output", Path.Combine(catalog, AccuracyBook.SeenPath), () => AccuracyBook.Seen(leftOut));
            yield return WrittenFiles.Write(
                "--output",
                Path.Combine(catalog, UtilisationBook.FilePath),
                () => UtilisationBook.Text(leftOut)
            );
            yield return WrittenFiles.Write(
                "--output",
                Path.Combine(catalog, LeftOutPredictions.FilePath),
                () => LeftOutPredictions.Write(leftOut)
            );
        }

        if (wish.Report is { } report)
        {
            yield return WrittenFiles.Write("--report", report, () => MarkdownPage.Text(CalibrationPage.Of(fit)));
        }
    }

    private sealed record Wish(string? Output, string? Report, bool LeavesOut);
}
