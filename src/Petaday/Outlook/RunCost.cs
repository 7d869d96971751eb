namespace Petaday.Outlook;

/// <summary>What a published run cost, as somebody states or estimates it: a row of catalog/runs/costs.csv.</summary>
/// <param name="Id">Of the row.</param>
/// <param name="Model">The model.</param>
/// <param name="Year">Of publication.</param>
/// <param name="Usd">USD.</param>
/// <param name="Flops">Training FLOPs; null where not known.</param>
/// <param name="Basis">What is counted.</param>
/// <param name="Accelerator">The device, as the row has it.</param>
/// <param name="Source">Where it is published.</param>
public sealed record RunCost(
    string Id,
    string Model,
    int Year,
    double Usd,
    double? Flops,
    CostBasis Basis,
    string? Accelerator,
    string Source
)
{
    /// <summary>The middle of its year.</summary>
    public double Middle => Year + 0.5;
}
