using Petaday.Explanations;

namespace Petaday.Scenarios.Projects;

/// <summary>A currency that amounts are shown in.</summary>
/// <param name="Code">ISO 4217 code.</param>
/// <param name="PerDollar">Units of it for one US dollar, with the rate's source and date.</param>
/// <param name="Decimals">Decimals of its smallest unit.</param>
public sealed record Currency(string Code, Line PerDollar, int Decimals)
{
    /// <summary>US dollars, in cents.</summary>
    public static Currency Dollar { get; } = new("USD", new Line("perDollar", "US dollars", 1, Quantities.Dimension.None), 2);

    /// <summary>Units of it for one US dollar.</summary>
    public double Rate => PerDollar.Value!.Value;
}
