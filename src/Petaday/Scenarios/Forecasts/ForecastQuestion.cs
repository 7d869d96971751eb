using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Scenarios.Forecasts;

/// <summary>What a forecast is asked for, in words.</summary>
public static class ForecastQuestion
{
    /// <summary>The basis where none is named.</summary>
    public const string UsualBasis = "amortised";

    /// <summary>The run whose capability is followed where none is named: a model of catalog/runs/costs.csv.</summary>
    public const string UsualFixed = "GPT-3 175B (davinci)";

    /// <summary>The last year whose data are used, where none is named.</summary>
    public const int UsualUntil = 2025;

    /// <summary>First year shown, where none is named.</summary>
    public const int UsualFrom = 2024;

    /// <summary>Last year shown, where none is named.</summary>
    public const int UsualTo = 2035;

    /// <summary>Runs up to a year that leave the next one out of the frontier, where no number is given.</summary>
    public const int UsualTop = 10;

    private const int Earliest = 1950;
    private const int LastYear = 2100;
    private const int MostRuns = 1000;

    private static readonly ImmutableArray<(string Word, CostBasis Basis)> Bases =
    [
        (UsualBasis, CostBasis.Amortised),
        ("rental", CostBasis.Rental),
        ("acquisition", CostBasis.Acquisition),
        ("updated", CostBasis.Updated),
    ];

    /// <summary>What a cost may count, in words.</summary>
    public static ImmutableArray<string> Words { get; } = [.. Bases.Select(one => one.Word)];

    /// <summary>What is asked; null, with diagnostics added, where it is wrong.</summary>
    public static ForecastRequest? Read(Asked asked, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        var basis = Basis(asked, diagnostics);
        int last = asked.Whole("until", UsualUntil, Earliest, LastYear, diagnostics);
        int begin = asked.Whole("from", UsualFrom, Earliest, LastYear, diagnostics);
        int end = asked.Whole("to", UsualTo, Earliest, LastYear, diagnostics);
        int most = asked.Whole("top", UsualTop, 1, MostRuns, diagnostics);
        if (diagnostics.Count == before && end < begin)
        {
            diagnostics.Add(
                asked.Problem("to", DiagnosticCodes.NotAllowed, "the last year is before the first", $"a year from {asked.Prefix}from on")
            );
        }

        var budgets = Budgets(asked, diagnostics);
        return diagnostics.Count > before
            ? null
            : new ForecastRequest(basis, last, begin, end, most, asked.Of("fixed") ?? UsualFixed, budgets)
            {
                IsRobust = asked.Is("robust"),
            };
    }

    private static CostBasis Basis(Asked asked, ICollection<Diagnostic> diagnostics)
    {
        string word = asked.Of("basis") ?? UsualBasis;
        if (Words.IndexOf(word) is >= 0 and var found)
        {
            return Bases[found].Basis;
        }

        string? nearest = Spelling.Nearest(word, Words);
        diagnostics.Add(
            asked.Problem(
                "basis",
                DiagnosticCodes.NotAllowed,
                $"'{word}' is not known",
                "one of " + string.Join(", ", Words),
                nearest is null ? null : $"'{nearest}'"
            )
        );
        return CostBasis.Amortised;
    }

    private static ImmutableArray<BudgetClass> Budgets(Asked asked, ICollection<Diagnostic> diagnostics)
    {
        var budgets = ImmutableArray.CreateBuilder<BudgetClass>();
        foreach (string one in asked.List("budgets"))
        {
            if (Quantity.TryParse(one, Dimension.Money, out var money, out string? why) && money.Value > 0)
            {
                budgets.Add(new BudgetClass(one, one, money.Value));
            }
            else
            {
                diagnostics.Add(
                    asked.Problem(
                        "budgets",
                        DiagnosticCodes.NotAllowed,
                        $"'{one}' is no budget" + (why is null ? "" : $": {why}"),
                        "money, such as '5 MUSD'"
                    )
                );
            }
        }

        return budgets.ToImmutable();
    }
}
