using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Cli.Input;

/// <summary>What a forecast is asked for.</summary>
internal sealed class ForecastOptions
{
    private const int Earliest = 1950;
    private const int LastYear = 2100;
    private const int MostRuns = 1000;

    private static readonly (string Word, CostBasis Basis)[] Bases =
    [
        ("amortised", CostBasis.Amortised),
        ("rental", CostBasis.Rental),
        ("acquisition", CostBasis.Acquisition),
        ("updated", CostBasis.Updated),
    ];

    private readonly Option<string> basis = new("--basis")
    {
        Description = "what a cost counts: amortised (wear and energy), rental, acquisition, updated (a later table)",
        HelpName = "word",
        DefaultValueFactory = _ => "amortised",
    };

    private readonly Option<string> until = Number("--until", "the last year whose data are used", "2025");
    private readonly Option<string> from = Number("--from", "first year shown", "2024");
    private readonly Option<string> to = Number("--to", "last year shown", "2035");
    private readonly Option<string> top = Number(
        "--top",
        "a run is of the frontier where fewer than so many up to its year took more compute",
        "10"
    );
    private readonly Option<bool> robust = new("--robust") { Description = "fits by medians (Theil-Sen) instead of least squares" };

    private readonly Option<string> followed = new("--fixed")
    {
        Description = "the run whose capability is followed over the years: a model of catalog/runs/costs.csv",
        HelpName = "model",
        DefaultValueFactory = _ => "GPT-3 175B (davinci)",
    };

    private readonly Option<string?> budgets = new("--budgets")
    {
        Description = "budgets of one run, parted by commas, such as '1 kUSD,5 MUSD'; those of catalog/trends/budgets.csv where left out",
        HelpName = "money",
    };

    /// <summary>Adds the flags to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { basis, until, from, to, top, robust, followed, budgets })
        {
            command.Add(option);
        }
    }

    /// <summary>What is asked; null, with diagnostics added, where it is wrong.</summary>
    public ForecastRequest? Read(ParseResult parse, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        string word = parse.GetValue(basis)!;
        int found = Array.FindIndex(Bases, one => one.Word == word);
        if (found < 0)
        {
            string[] words = [.. Bases.Select(one => one.Word)];
            string? nearest = Spelling.Nearest(word, words);
            diagnostics.Add(
                Problem("--basis", $"'{word}' is not known", "one of " + string.Join(", ", words), nearest is null ? null : $"'{nearest}'")
            );
        }

        int last = Whole(parse, until, Earliest, LastYear, diagnostics);
        int begin = Whole(parse, from, Earliest, LastYear, diagnostics);
        int end = Whole(parse, to, Earliest, LastYear, diagnostics);
        int most = Whole(parse, top, 1, MostRuns, diagnostics);
        if (diagnostics.Count == before && end < begin)
        {
            diagnostics.Add(Problem("--to", "the last year is before the first", "a year from --from on"));
        }

        var asked = Budgets(parse.GetValue(budgets), diagnostics);
        return diagnostics.Count > before
            ? null
            : new ForecastRequest(Bases[found].Basis, last, begin, end, most, parse.GetValue(followed)!, asked)
            {
                IsRobust = parse.GetValue(robust),
            };
    }

    private static ImmutableArray<BudgetClass> Budgets(string? text, ICollection<Diagnostic> diagnostics)
    {
        var asked = ImmutableArray.CreateBuilder<BudgetClass>();
        foreach (string one in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Quantity.TryParse(one, Dimension.Money, out var money, out string? why) && money.Value > 0)
            {
                asked.Add(new BudgetClass(one, one, money.Value));
            }
            else
            {
                diagnostics.Add(Problem("--budgets", $"'{one}' is no budget" + (why is null ? "" : $": {why}"), "money, such as '5 MUSD'"));
            }
        }

        return asked.ToImmutable();
    }

    private static int Whole(ParseResult parse, Option<string> option, int least, int most, ICollection<Diagnostic> diagnostics)
    {
        string text = parse.GetValue(option)!;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
        {
            return value;
        }

        diagnostics.Add(
            Problem(
                option.Name,
                $"'{text}' is out of place here",
                string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}")
            )
        );
        return least;
    }

    private static Diagnostic Problem(string flag, string message, string expected, string? nearest = null) =>
        new(DiagnosticCodes.NotAllowed, flag, 0, 0, "", message, expected, nearest);

    private static Option<string> Number(string name, string description, string value) =>
        new(name)
        {
            Description = description,
            HelpName = "n",
            DefaultValueFactory = _ => value,
        };
}
