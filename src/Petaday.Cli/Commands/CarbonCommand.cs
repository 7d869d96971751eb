using System.Collections.Immutable;
using System.CommandLine;
using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Reports;
using Petaday.Validation.Footprints;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday carbon</c>: the carbon that authors state of their runs, beside the method's.</summary>
internal static class CarbonCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var runs = new Option<string?>("--runs")
        {
            Description = "a CSV file of stated footprints, with the columns of catalog/runs/carbon.csv, instead of that",
            HelpName = "file.csv",
        };
        var command = new Command("carbon", "the carbon that authors state of published runs, beside what the method makes of it") { runs };
        return host.With(command, session => Run(session, session.Parse.GetValue(runs)));
    }

    private static int Run(Session session, string? file)
    {
        List<Diagnostic> problems = [];
        var rows = FootprintReader.ReadFile(file ?? FootprintReader.Shipped(session.Library), problems);
        if (problems.Count > 0 || Results(session, rows, problems) is not { } results || problems.Count > 0)
        {
            return session.Refuse(problems);
        }

        return session.Show(
            new View(
                () => FootprintReport.Page(results),
                writer => FootprintReport.Json(writer, results),
                () => FootprintReport.Csv(results)
            )
        );
    }

    private static ImmutableArray<FootprintResult>? Results(
        Session session,
        ImmutableArray<StatedFootprint> rows,
        List<Diagnostic> problems
    )
    {
        try
        {
            return FootprintStudy.Of(rows, session.Library, FactorBook.Read(session.Library), problems);
        }
        catch (InvalidDataException defect)
        {
            problems.Add(new Diagnostic(DiagnosticCodes.MissingKey, null, 0, 0, "", defect.Message));
            return null;
        }
    }
}
