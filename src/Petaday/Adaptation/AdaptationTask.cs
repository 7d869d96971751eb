namespace Petaday.Adaptation;

/// <summary>The question: a task, what there is for it, and what is wanted of it.</summary>
/// <param name="Kind">Which evidence applies.</param>
/// <param name="MonthlyTokens">Tokens read and written a month at the start.</param>
/// <param name="OutputShare">Share of them that is written, 0 to 1.</param>
/// <param name="RequestTokens">Tokens read for one request, before examples or passages are added.</param>
/// <param name="HorizonMonths">For how long the task is looked at, months.</param>
/// <param name="Growth">Growth of the tokens a year, above -1; 0 for none.</param>
/// <param name="Examples">Labelled examples at hand.</param>
/// <param name="ExampleTokens">Tokens of an example.</param>
/// <param name="DomainTokens">Tokens of the domain's text at hand.</param>
/// <param name="Quality">Quality wanted, a share of the best hosted model's.</param>
/// <param name="Confidence">Least chance that it is reached, 0 to 1.</param>
/// <param name="Privacy">Where the data may go.</param>
/// <param name="DiscountRate">Of money a year, above -1.</param>
public sealed record AdaptationTask(
    TaskKind Kind,
    double MonthlyTokens,
    double OutputShare,
    double RequestTokens,
    double HorizonMonths,
    double Growth,
    double Examples,
    double ExampleTokens,
    double DomainTokens,
    double Quality,
    double Confidence,
    PrivacyLevel Privacy,
    double DiscountRate
)
{
    /// <summary>Engineers of machine learning at hand; null where they can be hired.</summary>
    public double? Engineers { get; init; }

    /// <summary>What one of them costs a month, USD; null for the catalog's figure.</summary>
    public double? EngineerMonthlyCost { get; init; }

    /// <summary>The most that a path may cost over the horizon, USD of today; null where nothing is said.</summary>
    public double? Budget { get; init; }

    /// <summary>The longest time to first use, s; null where nothing is said.</summary>
    public double? DeadlineSeconds { get; init; }

    /// <summary>What the work is worth a million tokens, USD; null where not said.</summary>
    public double? ValuePerMillionTokens { get; init; }

    /// <summary>What the work is worth a month at the start, USD; null where not said.</summary>
    public double? ValuePerMonth { get; init; }

    /// <summary>Months between refreshes; null for none.</summary>
    public double? RefreshMonths { get; init; }

    /// <summary>New tokens of the domain that a refresh trains on; null for all of them anew.</summary>
    public double? RefreshTokens { get; init; }

    /// <summary>Load at the peak over the mean; null for the catalog's figure.</summary>
    public double? Peak { get; init; }

    /// <summary>Quality that the open model was measured to reach by prompting, a share of the best hosted model's; null for the ratio of general scores.</summary>
    public double? BaseQuality { get; init; }

    /// <summary>Demand's 90 % interval is from itself over this to itself times this; null for the catalog's figure.</summary>
    public double? DemandSpread { get; init; }

    /// <summary>Factor on every hosted price: 1 for the lists'.</summary>
    public double HostedPriceFactor { get; init; } = 1;
}
