using System.Globalization;
using Petaday.Catalog;
using Petaday.Explanations.Risk;

namespace Petaday.Scenarios.Risk;

/// <summary>How a study of risk is to draw, in words.</summary>
public static class RiskQuestion
{
    /// <summary>The fewest draws that percentiles are taken of.</summary>
    public const int FewestDraws = 100;

    /// <summary>How to draw; null, with diagnostics added, where a number is none.</summary>
    public static RiskOptions? Read(Asked asked, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var options = new RiskOptions();
        if (asked.Of("draws") is { } count)
        {
            if (
                !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                || number is < FewestDraws or > RiskOptions.MostDraws
            )
            {
                diagnostics.Add(
                    Wrong(
                        asked,
                        "draws",
                        string.Create(CultureInfo.InvariantCulture, $"a whole number from {FewestDraws} to {RiskOptions.MostDraws}")
                    )
                );
                return null;
            }

            options = options with { Draws = number };
        }

        if (asked.Of("seed") is { } text)
        {
            if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number))
            {
                diagnostics.Add(Wrong(asked, "seed", "a whole number from 0"));
                return null;
            }

            options = options with { Seed = number };
        }

        return options;
    }

    private static Diagnostic Wrong(Asked asked, string name, string expected) =>
        asked.Problem(name, DiagnosticCodes.OutOfRange, "this is no such number", expected);
}
