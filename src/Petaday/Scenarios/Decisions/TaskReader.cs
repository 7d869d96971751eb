using Petaday.Adaptation;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios.Decisions;

/// <summary>Reads the question from a scenario's <c>task</c> and <c>goal</c>, filling in what is left out.</summary>
internal static class TaskReader
{
    private const double MonthSeconds = 730 * Units.SecondsPerHour;

    /// <summary>The task; null, with diagnostics added, where it cannot be.</summary>
    public static AdaptationTask? Read(Scenario scenario, DefaultsLog log, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        if (scenario.Amount("task.monthlyTokens", Dimension.Tokens) is not { } tokens)
        {
            diagnostics.Add(
                (scenario.At("task") ?? scenario.Root).Problem(
                    DiagnosticCodes.MissingKey,
                    "nothing says how many tokens the task takes",
                    "'task: { monthlyTokens: 100M }' in the file or '--monthly-tokens 100M'"
                ) with
                {
                    Key = "task.monthlyTokens",
                }
            );
        }

        Check(scenario, diagnostics);
        return diagnostics.Count > before ? null : Task(scenario, scenario.Amount("task.monthlyTokens", Dimension.Tokens)!.Value, log);
    }

    private static AdaptationTask Task(Scenario scenario, double tokens, DefaultsLog log)
    {
        double examples = Number(scenario, "examples", 0, "0", "none are said to be there", log);
        return new AdaptationTask(
            Kind(scenario, log),
            tokens,
            Number(scenario, "outputShare", 0.15, "0.15", "most tokens of a request are read", log),
            Amount(scenario, "requestTokens", Dimension.Tokens, 1000, "1000 tokens", "a page", log),
            Amount(
                scenario,
                "horizon",
                Dimension.Seconds,
                36 * MonthSeconds,
                "3 years",
                "machines and models are replaced about as often",
                log
            ) / MonthSeconds,
            Number(scenario, "growth", 0, "0", "nothing is said of growth", log),
            examples,
            Amount(scenario, "exampleTokens", Dimension.Tokens, 500, "500 tokens", "half a page", log),
            Amount(scenario, "domainTokens", Dimension.Tokens, 0, "0", "no text of the domain is said to be there", log),
            Quality(scenario, log),
            Number(scenario, "confidence", 0.5, "0.5", "as likely as not", log),
            scenario.Text("task.privacy") switch
            {
                "confidential" => PrivacyLevel.Confidential,
                "on-premises" => PrivacyLevel.OnPremises,
                null => log.Take("task.privacy", PrivacyLevel.Public, "public", "nothing forbids a provider to read the data"),
                _ => PrivacyLevel.Public,
            },
            Number(scenario, "discountRate", 0.1, "0.1", "a usual cost of capital", log)
        )
        {
            Engineers = Optional(scenario, "task.engineers"),
            EngineerMonthlyCost = scenario.Amount("task.engineerMonthlyCost", Dimension.Money),
            Budget = scenario.Amount("goal.budget", Dimension.Money),
            DeadlineSeconds = scenario.Amount("goal.deadline", Dimension.Seconds),
            ValuePerMillionTokens = scenario.Amount("task.valuePerMillionTokens", Dimension.Money),
            ValuePerMonth = scenario.Amount("task.valuePerMonth", Dimension.Money),
            RefreshMonths = scenario.Amount("task.refreshEvery", Dimension.Seconds) / MonthSeconds,
            RefreshTokens = scenario.Amount("task.refreshTokens", Dimension.Tokens),
            Peak = Optional(scenario, "task.peak"),
            BaseQuality = Optional(scenario, "task.baseQuality"),
            DemandSpread = Optional(scenario, "task.demandSpread"),
            HostedPriceFactor = Optional(scenario, "task.hostedPriceFactor") ?? 1,
        };
    }

    /// <summary>What keys that are right one by one make wrong together.</summary>
    private static void Check(Scenario scenario, ICollection<Diagnostic> diagnostics)
    {
        if (scenario.At("task.valuePerMonth") is { } month && scenario.At("task.valuePerMillionTokens") is not null)
        {
            diagnostics.Add(
                month.Problem(DiagnosticCodes.NotAllowed, "'task.valuePerMillionTokens' already says what the work is worth", "one of both")
            );
        }

        if (scenario.At("task.baseQuality") is { } quality && scenario.At("model") is null)
        {
            diagnostics.Add(
                quality.Problem(
                    DiagnosticCodes.NotAllowed,
                    "this was measured of one model, and the scenario names none",
                    "'model: <id>' too"
                )
            );
        }

        if (scenario.At("task.refreshTokens") is { } tokens && scenario.At("task.refreshEvery") is null)
        {
            diagnostics.Add(
                tokens.Problem(DiagnosticCodes.MissingKey, "nothing says how often the model is refreshed", "'task.refreshEvery' too")
            );
        }

        if (scenario.At("task.machines") is { Kind: NodeKind.Map } machines && scenario.At("task.machines.id") is null)
        {
            diagnostics.Add(
                machines.Problem(DiagnosticCodes.MissingKey, "the machines have no id", "an id of catalog/systems") with
                {
                    Key = "task.machines.id",
                }
            );
        }
    }

    private static TaskKind Kind(Scenario scenario, DefaultsLog log) =>
        scenario.Text("task.kind") switch
        {
            "open" => TaskKind.Open,
            "language" => TaskKind.Language,
            null => log.Take("task.kind", TaskKind.Narrow, "narrow", "most tasks of businesses have one kind of input and answer"),
            _ => TaskKind.Narrow,
        };

    private static double Quality(Scenario scenario, DefaultsLog log) =>
        scenario.Text("task.quality") switch
        {
            "fair" => 0.75,
            "good" => 0.9,
            "high" => 0.95,
            "best" => 1,
            null => log.Take("task.quality", 0.9, "good (0.9)", "nearly as good as the best hosted model"),
            _ => Optional(scenario, "task.quality") ?? 0.9,
        };

    private static double? Optional(Scenario scenario, string key) =>
        scenario.At(key) is { } node && node.TryNumber(out double value) ? value : null;

    private static double Number(Scenario scenario, string key, double usual, string text, string why, DefaultsLog log) =>
        Optional(scenario, "task." + key) ?? log.Take("task." + key, usual, text, why);

    private static double Amount(Scenario scenario, string key, Dimension unit, double usual, string text, string why, DefaultsLog log) =>
        scenario.Amount("task." + key, unit) ?? log.Take("task." + key, usual, text, why);
}
