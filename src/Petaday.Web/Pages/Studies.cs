using System.Collections.Immutable;
using Petaday.Scenarios.Forecasts;
using Petaday.Scenarios.Levers;
using Petaday.Web.Operations;

namespace Petaday.Web.Pages;

/// <summary>The pages that ask one operation each: their forms, as data.</summary>
internal static class Studies
{
    /// <summary>Every one, in the order of the navigation.</summary>
    public static ImmutableArray<Study> All { get; } =
    [
        new(
            "/cost",
            "Cost",
            "The whole project around a run on three bases, and the chance of missing its budget.",
            AllOperations.Named("cost")
        )
        {
            Groups =
            [
                new("Model", ["model", "recipe.tokens", "recipe.sequence"]),
                new("Machines", ["system.id", "system.devices", "site"]),
                new("Money", ["money.devices", "money.pricePerDeviceHour", "goal.budget", "goal.deadline"]),
                new("People", ["people.researchers", "people.engineers", "people.months", "people.timeShare", "people.monthlyCost"]),
                new("Around the run", ["experiments.share", "data.licences", "data.annotations", "updates.every", "updates.horizon"]),
            ],
            More =
            [
                "recipe",
                "strategy",
                "run",
                "data",
                "experiments",
                "evaluation",
                "people",
                "updates",
                "adaptation",
                "compliance",
                "infrastructure",
                "money",
                "goal",
                "stack",
            ],
            Options =
            [
                new("draws", "draws", [], "2000"),
                new("seed", "seed", [], "1"),
                new("currency", "currency", ["EUR", "GBP", "CNY", "JPY"], "USD"),
            ],
            Examples =
            [
                new("what-could-go-wrong", "A 70B model, with its risk"),
                new("projects/gpt3-175b", "GPT-3 175B"),
                new("projects/opt-175b", "OPT-175B"),
                new("projects/llama-3.1-405b", "Llama 3.1 405B"),
            ],
            Usual = [("draws", "1000")],
            Terms = ["amortised", "rental", "acquisition", "percentile", "device-hour"],
            Files = ["model"],
            Further = [("/serving", "Serving"), ("/decide", "Decide")],
        },
        new(
            "/decide",
            "Decide",
            "Train, tune, prompt or call an API: what each path costs, how long it takes, and where the choice would change.",
            AllOperations.Named("decide")
        )
        {
            Groups =
            [
                new("Task", ["task.kind", "task.monthlyTokens", "task.outputShare", "task.growth", "task.quality", "task.privacy"]),
                new(
                    "What there is",
                    [
                        "task.examples",
                        "task.domainTokens",
                        "task.engineers",
                        "task.engineerMonthlyCost",
                        "task.machines.id",
                        "task.machines.devices",
                    ]
                ),
                new("Worth and goal", ["task.valuePerMillionTokens", "task.horizon", "goal.budget", "goal.deadline"]),
            ],
            More = ["task", "model", "system", "site", "money"],
            Examples =
            [
                new("decisions/start-up", "A start-up with 100 M tokens a month"),
                new("decisions/student", "A student"),
                new("decisions/hospital", "A hospital"),
                new("decisions/bank", "A bank with private data"),
                new("decisions/consumer-app", "A consumer app of high volume"),
                new("decisions/lab-with-4-gpus", "A laboratory with 4 GPUs"),
                new("decisions/language-of-few-resources", "A language with few resources"),
                new("decisions/national-laboratory", "A national laboratory"),
                new("decisions/refresh-old-model", "A company that refreshes an old model"),
                new("decisions/translation-vendor", "A translation vendor"),
            ],
            Terms = ["LoRA", "distillation", "net present value", "break-even", "token"],
            Further = [("/serving", "Serving"), ("/cost", "Cost")],
            IsLive = false,
        },
        new(
            "/site",
            "Site",
            "Where to train, and where to serve: sites ranked by cost, carbon, water or time.",
            AllOperations.Named("site")
        )
        {
            Groups =
            [
                new("Run", ["model", "recipe.tokens", "system.id", "system.devices", "siting.runTime"]),
                new("Where", ["siting.minimize", "site", "siting.allow", "siting.deny", "siting.hall", "siting.accounting"]),
                new("Data and users", ["siting.dataset", "siting.datasetAt", "siting.users", "siting.serveAt", "siting.latencyCap"]),
                new("By the hour", ["goal.deadline", "siting.restart", "siting.carbonColumn", "siting.zone", "siting.energy"]),
                new("Goal", ["goal.budget", "goal.carbonCap", "siting.waterCap", "siting.against"]),
            ],
            Files = ["siting.prices", "siting.carbon", "siting.week", "siting.offers", "model"],
            More = ["siting", "recipe", "strategy", "money", "stack"],
            Options = [new("best", "sites listed", [], "20")],
            Examples =
            [
                new("sites/h100-100-days", "2,048 H100 for 100 days"),
                new("sites/train-here-serve-there", "Train in one place, serve in others"),
                new("sites/east-data-west-compute", "China's east and west"),
                new("sites/by-the-hour", "By carbon of the hour (made-up hours)"),
                new("sites/time-of-use-energy", "A tariff by the hour of the week (made up)"),
            ],
            Terms = ["PUE", "WUE", "grid carbon", "tariff", "latency"],
            IsLive = false,
        },
        new(
            "/levers",
            "Levers",
            "What would lower a run's cost: each lever alone, all together, and what they take from each other.",
            AllOperations.Named("levers")
        )
        {
            Groups =
            [
                new("Model", ["model", "recipe.tokens", "recipe.sequence", "recipe.globalBatch", "recipe.precision"]),
                new("Machines", ["system.id", "system.devices", "stack"]),
                new("Place and money", ["site", "money.devices", "money.pricePerDeviceHour"]),
                new("Strategy", ["strategy.tensor", "strategy.pipeline", "strategy.zero", "strategy.microBatch"]),
            ],
            More = ["recipe", "strategy", "money", "goal"],
            Options =
            [
                new("levers", "levers", [], "fp8,one-year"),
                new("metric", "made small", [.. LeverWords.Metrics], "cost"),
                new("effort", "points of effort", [], "10"),
                new("unproven", "unproven ones too", ["true"]),
            ],
            Examples =
            [
                new("outlook/one-node-7b", "A 7B model on one server"),
                new("outlook/gpt3-2020", "GPT-3 on A100"),
                new("outlook/deepseek-v3-dense", "A dense DeepSeek-V3"),
            ],
            Terms = ["lever", "interaction", "MFU", "effort"],
            Files = ["model"],
            IsLive = false,
        },
        new(
            "/outlook",
            "Outlook",
            "Where cost, compute and power are going, and who can afford what, year by year.",
            AllOperations.Named("forecast")
        )
        {
            Options =
            [
                new("basis", "what a cost counts", ForecastQuestion.Words, ForecastQuestion.UsualBasis),
                new("from", "first year", [], "2024"),
                new("to", "last year", [], "2035"),
                new("until", "data up to", [], "2025"),
                new("top", "runs of the frontier", [], "10"),
                new("robust", "fits by medians", ["true"]),
                new("budgets", "budgets", [], "1 kUSD,5 MUSD"),
            ],
            Terms = ["frontier run", "amortised", "barrier law", "FLOP"],
            Further = [("/outlook?law=true&law-families=dense", "The barrier law beside the engine, which takes up to a minute")],
            HasScenario = false,
        },
        new("/serving", "Serving", "Machines, money and carbon of serving a model to so many users.", AllOperations.Named("serve-cost"))
        {
            Groups =
            [
                new("Model", ["model", "serving.weights", "serving.cache"]),
                new("Machines", ["system.id", "site", "money.devices", "money.pricePerDeviceHour"]),
                new(
                    "Demand",
                    [
                        "serving.users",
                        "serving.requestsPerUserPerDay",
                        "serving.tokensPerMonth",
                        "serving.promptTokens",
                        "serving.outputTokens",
                        "serving.peakFactor",
                    ]
                ),
                new("How fast", ["serving.firstToken", "serving.tokensPerSecondPerUser"]),
            ],
            More = ["serving", "money"],
            Examples =
            [
                new("serving/llama-70b-assistant", "An assistant on a 70B model"),
                new("serving/start-up-8b", "Start-up, 100 million tokens a month"),
                new("serving/deepseek-v3-day", "A day of DeepSeek-V3"),
                new("serving/chatgpt-2023-corrected", "ChatGPT of 2023"),
            ],
            Terms = ["token", "prefill", "decode", "key-value cache", "amortised"],
            Files = ["model"],
            Further = [("/cost", "Cost")],
        },
    ];
}
