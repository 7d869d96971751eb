using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Tests.Runs;

public sealed class DeviceTimeTests
{
    /// <summary>1e21 FLOP at 1e14 FLOP/s take 1e7 device-seconds, which at a peak of 4e14 is an MFU of 25 %.</summary>
    [Fact]
    public void Time_and_utilisation_are_each_other_s_inverse()
    {
        var flops = new Line("flops", "FLOPs", 1e21, Dimension.Flop);
        var time = DeviceTime.Of(flops, new Line("rate", "Rate", 1e14, Dimension.FlopPerSecond));
        time.Value.ShouldBe(1e7);
        var mfu = DeviceTime.Utilisation(flops, time, new Line("peak", "Peak", 4e14, Dimension.FlopPerSecond));
        mfu.Value.ShouldBe(0.25);
        mfu.Unsound().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_rate_is_above_zero(double rate) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            DeviceTime.Of(new Line("flops", "FLOPs", 1e21, Dimension.Flop), new Line("rate", "Rate", rate, Dimension.FlopPerSecond))
        );
}
