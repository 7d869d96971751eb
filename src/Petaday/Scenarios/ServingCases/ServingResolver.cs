using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Hardware;
using Petaday.Quantities;
using Petaday.Serving;

namespace Petaday.Scenarios.ServingCases;

/// <summary>Fills in every default of a question of serving, each said with its reason.</summary>
public static class ServingResolver
{
    private const double UsualTokensPerSecond = 10;

    /// <summary>The cases that a scenario allows: one for each system, site and price basis; empty, with diagnostics added, where anything cannot be used.</summary>
    public static ImmutableArray<ServingCase> Resolve(
        Scenario scenario,
        Knowledge knowledge,
        ServingBook book,
        ICollection<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        var log = new DefaultsLog();
        var model = ModelResolver.Resolve(scenario, knowledge.Library, log, diagnostics);
        var systems = SystemResolver.Resolve(scenario, knowledge, log, diagnostics);
        var sites = ScenarioResolver.Sites(scenario, knowledge, log, diagnostics);
        var payments = PaymentResolver.Resolve(scenario, ScenarioWish.Plan, log, diagnostics);
        var demand = DemandResolver.Resolve(scenario, book, log, diagnostics);
        if (model is null || demand is null || diagnostics.Count > before || !Servable(scenario, model, demand, diagnostics))
        {
            return [];
        }

        var targets = Targets(scenario, log);
        ImmutableArray<ServingCase> cases =
        [
            .. from system in systems
            where Runs(scenario, system, diagnostics)
            from site in sites
            from payment in payments
            select Case(scenario, model, system, site, payment, demand, targets, new DefaultsLog(log)),
        ];
        return diagnostics.Count > before ? [] : cases;
    }

    private static ServingCase Case(
        Scenario scenario,
        ModelChoice model,
        SystemChoice system,
        GridSite site,
        PaymentChoice payment,
        ServingDemand demand,
        LatencyTargets targets,
        DefaultsLog log
    )
    {
        var machine = new ServingMachine(system.Spec, system.Entry, system.Accelerator, Prices(system, payment))
        {
            ServerPrice = DemandResolver.Given(scenario, "serverPrice", "Price of a server", Dimension.Money),
            ServerWatts = DemandResolver.Given(scenario, "serverPower", "Power of a server at work", Dimension.Watts),
        };
        var stated = DemandResolver.Given(scenario, "tokenSeconds", "Device time of an output token", Dimension.Seconds);
        var format = Format(scenario, system.Spec.Accelerator, stated is null ? log : new DefaultsLog());
        var question = new ServingQuestion(
            stated is null ? new ServedModel(model.Id, model.Architecture) : null,
            machine,
            demand,
            format,
            targets,
            site,
            payment.Basis
        )
        {
            StatedTokenSeconds = stated,
            Tariff = Line("tariff", "Price of electricity", payment.Tariff, Dimension.MoneyPerJoule, "money.powerPrice"),
            Pue =
                scenario.At("serving.pue") is { } node && node.TryNumber(out double pue)
                    ? Line("pue", "Power usage effectiveness", pue, Dimension.None, "serving.pue")
                    : null,
            Horizon = DemandResolver.Given(scenario, "horizon", "Life of bought hardware", Dimension.Seconds),
            MemoryShare = scenario.At("serving.memoryShare") is { } share && share.TryNumber(out double memory) ? memory : null,
        };
        return new ServingCase(scenario.Text("name") ?? model.Name, model, system, question, log.Chosen, log.Limits);
    }

    private static bool Servable(Scenario scenario, ModelChoice model, ServingDemand demand, ICollection<Diagnostic> diagnostics)
    {
        if (!ServedModel.CanBeServed(model.Architecture))
        {
            diagnostics.Add(
                scenario.At("model")!.Problem(DiagnosticCodes.NotAllowed, $"{model.Id} generates no text token by token", "a decoder")
            );
            return false;
        }

        double tokens = (demand.PromptTokens.Value + demand.OutputTokens.Value).GetValueOrDefault();
        if (model.Context is { } context && tokens > context && scenario.At("serving.tokenSeconds") is null)
        {
            diagnostics.Add(
                (scenario.At("serving.promptTokens") ?? scenario.At("serving.outputTokens") ?? scenario.Root).Problem(
                    DiagnosticCodes.OutOfRange,
                    string.Create(CultureInfo.InvariantCulture, $"prompt and answer are {tokens} tokens, and {model.Id} takes {context}"),
                    "fewer"
                ) with
                {
                    Key = "serving.promptTokens",
                }
            );
            return false;
        }

        return true;
    }

    private static bool Runs(Scenario scenario, SystemChoice system, ICollection<Diagnostic> diagnostics)
    {
        if (system.Spec.Accelerator.Peak(Precision.Bf16) > 0)
        {
            return true;
        }

        diagnostics.Add(
            (scenario.At("system.id") ?? scenario.Root).Problem(
                DiagnosticCodes.NotAllowed,
                $"{system.Spec.Accelerator.Id} has no 16-bit peak in the catalog",
                "another system"
            )
        );
        return false;
    }

    private static LatencyTargets Targets(Scenario scenario, DefaultsLog log)
    {
        double? speed = scenario.At("serving.tokensPerSecondPerUser") is { } node && node.TryNumber(out double asked) ? asked : null;
        if (scenario.At("serving.tokenSeconds") is null)
        {
            speed ??= log.Take(
                "serving.tokensPerSecondPerUser",
                UsualTokensPerSecond,
                "10",
                "about twice as fast as people read (240 words a minute, Brysbaert 2019)"
            );
        }

        return new LatencyTargets(scenario.Amount("serving.firstToken", Dimension.Seconds), speed);
    }

    private static ServingFormat Format(Scenario scenario, Accelerator device, DefaultsLog log)
    {
        bool isNarrow = device.PeakFlopPerSecond.ContainsKey(Precision.Fp8);
        var weights = scenario.Text("serving.weights") is { } word
            ? ServingWords.AsFormat(word)
            : Taken(
                "serving.weights",
                isNarrow ? NumberFormat.Fp8 : NumberFormat.Bf16,
                isNarrow ? "the accelerator has it" : "the accelerator has no fp8",
                log
            );
        if (weights == NumberFormat.Fp8 && !isNarrow)
        {
            log.Limit($"{device.Id} has no fp8: weights are stored in it, products run in 16 bits");
        }

        var cache = scenario.Text("serving.cache") is { } kept
            ? ServingWords.AsFormat(kept)
            : Taken(
                "serving.cache",
                isNarrow && weights != NumberFormat.Bf16 ? NumberFormat.Fp8 : NumberFormat.Bf16,
                "follows the weights",
                log
            );
        return new ServingFormat(weights, cache);
    }

    private static NumberFormat Taken(string key, NumberFormat format, string why, DefaultsLog log) =>
        log.Take(key, format, ServingWords.Of(format), why);

    private static PriceBook Prices(SystemChoice system, PaymentChoice payment)
    {
        var prices = PriceBook.Read(system.Accelerator, system.Entry);
        if (Line("rent", "Rent of a device", payment.Rent, Dimension.MoneyPerSecond, "money.pricePerDeviceHour") is not { } rent)
        {
            return prices;
        }

        return payment.Basis switch
        {
            MoneyBasis.CommittedOneYear => prices with { CommittedOneYear = rent },
            MoneyBasis.CommittedThreeYears => prices with { CommittedThreeYears = rent },
            MoneyBasis.Spot => prices with { Spot = rent },
            _ => prices with { OnDemand = rent },
        };
    }

    private static Line? Line(string key, string name, double? value, Dimension unit, string input) =>
        value is { } given ? new Line(key, name, given, unit) { Note = "as the scenario says", Input = input } : null;
}
