using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Adaptation;

/// <summary>A task's figures as lines, each one object however many paths stand on it, so that a draw of it holds for all of them.</summary>
internal sealed class TaskLines
{
    private const double Million = 1e6;

    /// <summary>Makes the lines of a task.</summary>
    public TaskLines(AdaptationTask task, AdaptationFacts facts)
    {
        Task = task;
        Factors = facts.Factors;
        double spread = task.DemandSpread ?? Factors.Plain("demandSpread", "Spread of demand").Value!.Value;
        MonthlyTokens = Given("monthlyTokens", "Tokens a month", task.MonthlyTokens, Dimension.Tokens) with
        {
            Interval = new Interval(task.MonthlyTokens / spread, task.MonthlyTokens * spread),
        };
        Output = Line.Product(
            "outputTokens",
            "Tokens written a month",
            MonthlyTokens,
            Given("outputShare", "Share written", task.OutputShare)
        );
        Input = Line.Computed(
            "inputTokens",
            "Tokens read a month",
            Dimension.Tokens,
            "tokens a month − tokens written",
            static parts => parts[0] - parts[1],
            MonthlyTokens,
            Output
        );
        Horizon = Given("horizon", "Months looked at", task.HorizonMonths);
        Growth = Given("growth", "Growth a year", task.Growth);
        Discount = Given("discountRate", "Discount rate a year", task.DiscountRate);
        Examples = Given("examples", "Labelled examples", task.Examples);
        ExampleTokens = Given("exampleTokens", "Tokens of an example", task.ExampleTokens, Dimension.Tokens);
        DomainTokens = Given("domainTokens", "Tokens of the domain", task.DomainTokens, Dimension.Tokens);
        Quality = Given("quality", "Quality wanted, share of the best hosted model's", task.Quality);
        PriceFactor = Given("hostedPriceFactor", "Factor on hosted prices", task.HostedPriceFactor);
        EngineerMonth = Engineer(task);
        ExtraTokens = Extra(task);
        Value = Worth(task, facts);
    }

    public AdaptationTask Task { get; }
    public AdaptationFactors Factors { get; }
    public Line MonthlyTokens { get; }
    public Line Input { get; }
    public Line Output { get; }
    public Line Horizon { get; }
    public Line Growth { get; }
    public Line Discount { get; }
    public Line Examples { get; }
    public Line ExampleTokens { get; }
    public Line DomainTokens { get; }
    public Line Quality { get; }
    public Line PriceFactor { get; }

    /// <summary>What an engineer costs a month, USD.</summary>
    public Line EngineerMonth { get; }

    /// <summary>Tokens of examples or passages that stand before the requests of a month when a model is prompted.</summary>
    public Line ExtraTokens { get; }

    /// <summary>What the work of the first month is worth, USD; not known where it is not said and no hosted price stands for it.</summary>
    public Line Value { get; }

    /// <summary>An input that a key of the scenario gives.</summary>
    public static Line Given(string key, string name, double value, Dimension unit = default) =>
        new(key, name, value, unit) { Input = "task." + key };

    private Line Engineer(AdaptationTask task) =>
        task.EngineerMonthlyCost is { } own
            ? Given("engineerMonthlyCost", "An engineer a month", own, Dimension.Money)
            : Line.Computed(
                "engineerMonthlyCost",
                "An engineer a month",
                Dimension.Money,
                "wage a year / (1 − benefits' share) / 12",
                static parts => parts[0] / (1 - parts[1]) / Months.OfYear,
                Factors.EngineerYear,
                Factors.Plain("benefitShare", "Benefits' share of compensation")
            );

    private Line Extra(AdaptationTask task) =>
        Line.Computed(
            "extraTokens",
            "Tokens of examples or passages put before requests, a month",
            Dimension.Tokens,
            "tokens read / tokens of a request × examples in a prompt × tokens of an example",
            static parts => parts[0] / parts[1] * parts[2] * parts[3],
            Input,
            Given("requestTokens", "Tokens of a request", task.RequestTokens, Dimension.Tokens),
            HasSomethingToShow
                ? Factors.Plain("promptShots", "Examples or passages in a prompt")
                : new Line("promptShots", "Examples or passages in a prompt", 0, Dimension.None) { Note = "there are none to show" },
            ExampleTokens
        );

    /// <summary>Whether there are examples or a text to put before requests.</summary>
    public bool HasSomethingToShow => Task.Examples > 0 || Task.DomainTokens > 0;

    /// <summary>How the worth of the work declines, orders of magnitude a year: with hosted prices where they stand for it.</summary>
    public Line ValueDecline =>
        Task.ValuePerMonth is null && Task.ValuePerMillionTokens is null
            ? Factors.Plain("hostedDecline", "Decline of hosted prices, orders of magnitude a year")
            : Constant;

    private static Line Constant { get; } = new("decline", "Decline of the worth", 0, Dimension.None);

    private Line Worth(AdaptationTask task, AdaptationFacts facts) =>
        task.ValuePerMonth is { } month ? Given("valuePerMonth", "Worth of the work, first month", month, Dimension.Money)
        : task.ValuePerMillionTokens is { } million
            ? Line.Product(
                "value",
                "Worth of the work, first month",
                MonthlyTokens,
                Given("valuePerMillionTokens", "Worth of a token", million / Million, Dimension.MoneyPerToken)
            )
        : Market(facts) is { } model
            ? ServingCosts.HostedMonth(model, this) with
            {
                Key = "value",
                Name = "Worth of the work, first month",
                Note = $"nobody said: taken as what {model.Name} asks for it, the cheapest hosted model that is expected to do",
            }
        : Line.Unknown("value", "Worth of the work, first month", Dimension.Money, "neither said, nor is a hosted price at hand");

    /// <summary>The cheapest hosted model that reaches the quality as surely as wanted, whether the data may go there or not; else the surest.</summary>
    private HostedModel? Market(AdaptationFacts facts) =>
        facts
            .Hosted.Where(static model => model.Score is not null)
            .Select(model => (Model: model, Chance: Chance(model, facts.Best), Cost: ServingCosts.HostedMonth(model, this).Value))
            .OrderByDescending(one => Math.Min(one.Chance, Task.Confidence))
            .ThenBy(static one => one.Cost)
            .ThenBy(static one => one.Model.Id, StringComparer.Ordinal)
            .Select(static one => one.Model)
            .FirstOrDefault();

    private double Chance(HostedModel model, HostedModel? best)
    {
        var candidate = new Candidate(model.IsOpen ? PathKind.HostedOpen : PathKind.HostedApi, null, model, null);
        return QualityModel.Chance(candidate, this, best, QualityModel.Expected(candidate, this, best)).Value ?? 0;
    }
}
