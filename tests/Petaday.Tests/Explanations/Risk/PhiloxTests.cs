using Petaday.Explanations.Risk;

namespace Petaday.Tests.Explanations.Risk;

public sealed class PhiloxTests
{
    // Known answers that Random123 publishes with the generator (kat_vectors, philox4x32 10).
    [Fact]
    public void Blocks_are_those_of_the_paper()
    {
        Philox.Block((0, 0, 0, 0), (0, 0)).ShouldBe((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u));
        Philox
            .Block((uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue), (uint.MaxValue, uint.MaxValue))
            .ShouldBe((0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu));
        Philox
            .Block((0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344), (0xa4093822, 0x299f31d0))
            .ShouldBe((0xd16cfe09u, 0x94fdcceBu, 0x5001e420u, 0x24126ea1u));
    }

    [Fact]
    public void Numbers_are_uniform_and_streams_apart()
    {
        const int Count = 100_000;
        ulong one = Philox.Stream("price");
        ulong other = Philox.Stream("prices");
        (double sum, double squares, double together) = (0, 0, 0);
        for (uint draw = 0; draw < Count; draw++)
        {
            var (a, b) = Philox.Uniform(7, one, draw);
            a.ShouldBeInRange(double.Epsilon, 1 - 1e-17);
            (sum, squares) = (sum + a, squares + (a * a));
            together += (a - 0.5) * (Philox.Uniform(7, other, draw).First - 0.5) + ((a - 0.5) * (b - 0.5));
        }

        (sum / Count).ShouldBe(0.5, 0.004);
        (squares / Count).ShouldBe(1 / 3.0, 0.004);
        (together / Count).ShouldBe(0, 0.002);
    }
}
