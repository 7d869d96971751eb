using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>What is wrong with what is asked of a forecast.</summary>
internal static class ForecastCheck
{
    /// <summary>The run whose capability is followed; null, with a diagnostic added, where none of that name has known FLOPs.</summary>
    public static RunCost? Fixed(ForecastRequest request, TrendBook book, ICollection<Diagnostic> diagnostics)
    {
        var known = book.Costs.Where(run => run.Flops is not null).ToList();
        var found = known.Where(run => run.Model == request.Fixed).OrderBy(run => run.Basis == request.Basis ? 0 : 1).FirstOrDefault();
        if (found is not null)
        {
            return found;
        }

        string? nearest = Spelling.Nearest(request.Fixed, known.Select(run => run.Model));
        diagnostics.Add(
            new Diagnostic(
                DiagnosticCodes.UnknownId,
                "--fixed",
                0,
                0,
                "",
                $"no run '{NumberText.Clip(request.Fixed)}' with known FLOPs is in catalog/runs/costs.csv",
                "a model of that file",
                nearest is null ? null : $"'{nearest}'"
            )
        );
        return null;
    }

    /// <summary>That a fit has too few figures.</summary>
    public static Diagnostic TooFew(ForecastRequest request) =>
        new(
            DiagnosticCodes.OutOfRange,
            "--until",
            0,
            0,
            "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"up to {request.Until} the catalog has too few dated figures on this basis to fit them all"
            ),
            string.Create(CultureInfo.InvariantCulture, $"at least {TrendFit.Fewest} of each: a later year, or another basis")
        );
}
