using FsCheck;
using FsCheck.Fluent;
using Petaday.Runs;
using static Petaday.Tests.Runs.Factors;

namespace Petaday.Tests.Runs;

public class RepeatedDataTests
{
    private const double Repetition = 15.387756;

    // Muennighoff et al. 2023, section 5: with R* = 15.4, four epochs are worth nearly four times the data, forty are far below forty.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 3.73)]
    [InlineData(40, 15.17)]
    [InlineData(1e6, 16.39)]
    public void EpochsCountForLess(double epochs, double worth) =>
        RepeatedData.EffectiveTokens(epochs * 1e9, 1e9, Repetition).ShouldBe(worth * 1e9, 0.01e9);

    [Fact]
    public void TokensForIsTheInverse() =>
        Prop.ForAll(
                Gen.Choose(1, 100).ToArbitrary(),
                epochs =>
                {
                    double tokens = epochs * 3e9;
                    double effective = RepeatedData.EffectiveTokens(tokens, 3e9, Repetition);
                    return Math.Abs((RepeatedData.TokensFor(effective, 3e9, Repetition) / tokens) - 1) < 1e-9;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void NoRepetitionReachesMoreThanTheLimit() =>
        RepeatedData.TokensFor(17 * 1e9, 1e9, Repetition).ShouldBe(double.PositiveInfinity);

    [Fact]
    public void TheLossOfRepeatedTokensIsAboveThatOfAsManyUniqueOnes()
    {
        var law = ForRuns.Law("muennighoff-2023");
        var unique = new LossQuestion(law, 1e9, null, Repetition);
        var repeated = unique with { UniqueTokens = 1e10 };

        repeated.Loss(1e10).ShouldBeGreaterThanOrEqualTo(unique.Loss(1e10));
        repeated.Loss(1e11).ShouldBeGreaterThan(unique.Loss(1e11));
        repeated.Loss(1e11).ShouldBeLessThan(repeated.Loss(1e10));
    }

    // Parameters beyond what the tokens feed lose their worth, in the law that says so and in no other.
    [Fact]
    public void ParametersThatFewTokensFeedCountForLess()
    {
        RepeatedData.EffectiveParameters(ForRuns.Law("muennighoff-2023"), 1e11, 1e9).ShouldBeLessThan(1e11);
        RepeatedData.EffectiveParameters(ForRuns.Law(null), 1e11, 1e9).ShouldBe(1e11);
    }
}
