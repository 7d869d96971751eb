using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios.Levers;

/// <summary>What is asked of levers, in words.</summary>
public static class LeverQuestion
{
    private const double MostEffort = 1000;

    /// <summary>What is asked, of no file yet; null, with diagnostics added, where it is wrong.</summary>
    public static LeverRequest? Read(Asked asked, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(diagnostics);
        string word = asked.Of("metric") ?? LeverWords.Of(LeverMetric.Cost);
        if (LeverWords.Metric(word) is not { } metric)
        {
            string? nearest = Spelling.Nearest(word, LeverWords.Metrics);
            diagnostics.Add(
                asked.Problem(
                    "metric",
                    DiagnosticCodes.NotAllowed,
                    $"'{word}' is not known",
                    $"one of {string.Join(", ", LeverWords.Metrics)}",
                    nearest is null ? null : $"'{nearest}'"
                )
            );
            return null;
        }

        return new LeverRequest(null, [], [.. asked.List("levers")], metric, Effort(asked, diagnostics))
        {
            WithUnproven = asked.Is("unproven"),
        };
    }

    private static double? Effort(Asked asked, ICollection<Diagnostic> diagnostics)
    {
        if (asked.Of("effort") is not { } text)
        {
            return null;
        }

        if (Node.Scalar(new NodePlace(null, 0, 0, ""), text).TryNumber(out double points) && points is >= 0 and <= MostEffort)
        {
            return points;
        }

        diagnostics.Add(asked.Problem("effort", DiagnosticCodes.NotAllowed, $"'{text}' is no budget of effort", "points from 0 to 1000"));
        return null;
    }
}
