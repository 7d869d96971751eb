using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Tests.Environment;

public sealed class FabModelTests
{
    private static readonly Dimension PerArea = Dimension.Carbon / Dimension.Area;

    /// <summary>(2.75 kWh/cm2 × 0.642 kg/kWh + 0.225 + 0.5) / 0.875 = 2.8463 kg/cm2.</summary>
    [Fact]
    public void Carbon_of_silicon_is_energy_gases_and_materials_over_yield()
    {
        var line = Of(0.875);
        (line.Value.GetValueOrDefault() / 1e4).ShouldBe(2.84629, 1e-5);
        line.Unit.ShouldBe(PerArea);
        line.Unsound().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_yield_is_a_share(double yield) => Should.Throw<ArgumentOutOfRangeException>(() => Of(yield));

    private static Line Of(double yield) =>
        FabModel.PerArea(
            new Line("energy", "Energy", 2.75 * 3.6e6 * 1e4, Dimension.Joules / Dimension.Area),
            new Line("grid", "Grid", 0.642 / 3.6e6, Dimension.CarbonPerJoule),
            new Line("gases", "Gases", 0.225e4, PerArea),
            new Line("materials", "Materials", 0.5e4, PerArea),
            new Line("yield", "Yield", yield, Dimension.None)
        );
}
