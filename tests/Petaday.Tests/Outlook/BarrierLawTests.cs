using FsCheck;
using FsCheck.Fluent;
using Petaday.Explanations;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Tests.Outlook;

public sealed class BarrierLawTests
{
    private static readonly Line Ratio = new("tokensPerParameter", "Tokens a parameter", 20, Dimension.Tokens);

    /// <summary>C = 120 P²: a model of 10^12 parameters takes 1.2e26 FLOP, one of 10^13 a hundred times that.</summary>
    [Theory]
    [InlineData(1e9, 1.2e20)]
    [InlineData(1e12, 1.2e26)]
    [InlineData(1e13, 1.2e28)]
    [InlineData(1e14, 1.2e30)]
    public void A_dense_model_takes_120_times_its_parameters_squared(double parameters, double expected)
    {
        var flops = BarrierLaw.Flops(Parameters(parameters), Ratio);
        flops.Value.GetValueOrDefault().ShouldBe(expected, expected * 1e-12);
        flops.Unit.ShouldBe(Dimension.Flop);
        flops.Unsound().ShouldBeEmpty();
    }

    [Fact]
    public void Experts_divide_the_law_by_their_number()
    {
        Prop.ForAll(
                Gen.Choose(1, 4096).ToArbitrary(),
                Gen.Choose(1, 100_000).ToArbitrary(),
                (experts, billions) =>
                {
                    double parameters = billions * 1e9;
                    double dense = BarrierLaw.Flops(Parameters(parameters), Ratio).Value.GetValueOrDefault();
                    double sparse = BarrierLaw
                        .Flops(Parameters(parameters), Ratio, new Line("experts", "Experts", experts, Dimension.None))
                        .Value.GetValueOrDefault();
                    return Math.Abs((sparse * experts / dense) - 1) < 1e-12;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    /// <summary>1.2e26 FLOP at 40 % of 989.4 TFLOP/s: 84.2 million device-hours.</summary>
    [Fact]
    public void Device_time_is_compute_over_what_devices_reach()
    {
        var seconds = BarrierLaw.DeviceSeconds(
            BarrierLaw.Flops(Parameters(1e12), Ratio),
            new Line("peak", "Peak", 989.4e12, Dimension.FlopPerSecond),
            new Line("mfu", "MFU", 0.4, Dimension.None)
        );
        (seconds.Value.GetValueOrDefault() / 3600).ShouldBe(84.2e6, 0.1e6);
        seconds.Unit.ShouldBe(Dimension.Seconds);
        seconds.Unsound().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 20, 1)]
    [InlineData(-1e9, 20, 1)]
    [InlineData(double.NaN, 20, 1)]
    [InlineData(1e9, 0, 1)]
    [InlineData(1e9, double.PositiveInfinity, 1)]
    [InlineData(1e9, 20, 0.5)]
    [InlineData(1e9, 20, double.NaN)]
    public void What_cannot_be_is_refused(double parameters, double ratio, double experts) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            BarrierLaw.Flops(Parameters(parameters), Ratio with { Value = ratio }, new Line("experts", "Experts", experts, Dimension.None))
        );

    private static Line Parameters(double count) => new("parameters", "Parameters", count, Dimension.None);
}
