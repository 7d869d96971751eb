using System.CommandLine;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Outlook;
using Petaday.Scenarios;
using Petaday.Scenarios.Forecasts;

namespace Petaday.Cli.Input;

/// <summary>What a forecast is asked for.</summary>
internal sealed class ForecastOptions
{
    private readonly Option<string?> basis = new("--basis")
    {
        Description = "what a cost counts: amortised (wear and energy), rental, acquisition, updated (a later table)",
        HelpName = "word",
        DefaultValueFactory = _ => ForecastQuestion.UsualBasis,
    };

    private readonly Option<string?> until = Number("--until", "the last year whose data are used", ForecastQuestion.UsualUntil);
    private readonly Option<string?> from = Number("--from", "first year shown", ForecastQuestion.UsualFrom);
    private readonly Option<string?> to = Number("--to", "last year shown", ForecastQuestion.UsualTo);
    private readonly Option<string?> top = Number(
        "--top",
        "a run is of the frontier where fewer than so many up to its year took more compute",
        ForecastQuestion.UsualTop
    );
    private readonly Option<bool> robust = new("--robust") { Description = "fits by medians (Theil-Sen) instead of least squares" };

    private readonly Option<string?> followed = new("--fixed")
    {
        Description = "the run whose capability is followed over the years: a model of catalog/runs/costs.csv",
        HelpName = "model",
        DefaultValueFactory = _ => ForecastQuestion.UsualFixed,
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
        var texts = new[] { basis, until, from, to, top, followed, budgets }.ToDictionary(option => option.Name, parse.GetValue);
        return ForecastQuestion.Read(
            new Asked(name => name == "robust" ? (parse.GetValue(robust) ? "true" : null) : texts["--" + name], "--"),
            diagnostics
        );
    }

    private static Option<string?> Number(string name, string description, int value) =>
        new(name)
        {
            Description = description,
            HelpName = "n",
            DefaultValueFactory = _ => value.ToString(CultureInfo.InvariantCulture),
        };
}
