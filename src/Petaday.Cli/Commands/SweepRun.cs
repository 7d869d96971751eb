using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Cli.Commands;

/// <summary>What <c>sweep</c> and <c>compare --vary</c> share: one operation under two names.</summary>
internal static class SweepRun
{
    /// <summary>Works out the points and shows them.</summary>
    public static int Run(Session session, IReadOnlyList<string?> files, ScenarioOptions options, VaryOptions vary)
    {
        List<Diagnostic> problems = [];
        if (Sweep(session, files, options, vary, problems) is not { } sweep)
        {
            return session.Refuse(problems);
        }

        session.Show(new View(() => SweepReport.Page(sweep), writer => SweepReport.Json(writer, sweep), () => SweepReport.Csv(sweep)));
        if (vary.Picture(session.Parse) is { } picture && Drawn(sweep, picture) is { } problem)
        {
            return session.Refuse(problem);
        }

        return Verdict(session, sweep);
    }

    private static Sweep? Sweep(
        Session session,
        IReadOnlyList<string?> files,
        ScenarioOptions options,
        VaryOptions vary,
        List<Diagnostic> problems
    )
    {
        var keys = VaryReader.Read(vary.Keys(session.Parse), problems);
        var shown = vary.Shown(session.Parse) is { } text ? ResultKeys.Read(text, problems) : ResultKeys.Usual;
        if (keys is null || shown is null || Knowledge.Open(session.Library, problems) is not { } knowledge)
        {
            return null;
        }

        var flags = options.Given(session.Parse);
        using var progress = session.Progress("working out points");
        return Sweeper.Run(
            [.. files.Select(file => new SweepBase(file, flags))],
            keys.Value,
            shown.Value,
            knowledge,
            session.Clock,
            problems,
            progress,
            session.Cancellation
        );
    }

    private static Diagnostic? Drawn(Sweep sweep, string file) =>
        SweepPicture.Svg(sweep) is { } svg
            ? WrittenFiles.Write("--svg", file, () => svg)
            : new Diagnostic(
                DiagnosticCodes.NotAllowed,
                "--svg",
                0,
                0,
                "",
                "no result that is shown is a known number: there is nothing to draw"
            );

    private static int Verdict(Session session, Sweep sweep)
    {
        if (sweep.IsPartial)
        {
            session.Terminal.Error.WriteLine(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"stopped: the result is partial, {sweep.Points.Length} of {sweep.Asked} points"
                )
            );
            return ExitCodes.Cancelled;
        }

        // Where one point can be done the question is answered; where none can, the last says what binds.
        return sweep.Points.Any(point => point.IsFeasible) ? ExitCodes.Done : ScenarioRun.Verdict(session, sweep.Points[^1].Infeasible);
    }
}
