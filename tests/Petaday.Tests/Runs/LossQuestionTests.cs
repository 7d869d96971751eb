using FsCheck;
using FsCheck.Fluent;
using Petaday.Runs;
using static Petaday.Tests.Runs.Factors;

namespace Petaday.Tests.Runs;

public class LossQuestionTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("chinchilla")]
    [InlineData("kaplan")]
    [InlineData("muennighoff-2023")]
    public void TokensForALossGiveThatLoss(string? law) =>
        Prop.ForAll(
                Gen.Choose(80, 115).Two().ToArbitrary(),
                pair =>
                {
                    var question = new LossQuestion(ForRuns.Law(law), Math.Pow(10, pair.Item1 / 10.0), null, 15);
                    double tokens = Math.Pow(10, pair.Item2 / 10.0);
                    return Math.Abs((question.TokensFor(question.Loss(tokens)) / tokens) - 1) < 1e-6;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void BelowTheFloorNoTokensSuffice()
    {
        var law = ForRuns.Law(null);

        law.Floor.ShouldBe(1.8172);
        new LossQuestion(law, 1e12, null, 15).TokensFor(law.Floor).ShouldBe(double.PositiveInfinity);
    }

    // Besiroglu et al. 2024, table 1: A = 482.01 (124.58) and so on; by hand at 1e10 parameters and 2e11 tokens, each constant alone, added as squares.
    [Fact]
    public void TheIntervalIsOfThePublishedStandardErrors()
    {
        var law = ForRuns.Law(null);
        double model = 482.01 / Math.Pow(1e10, 0.3478);
        double data = 2085.43 / Math.Pow(2e11, 0.3658);
        double variance =
            (0.03 * 0.03)
            + Math.Pow(model * 124.58 / 482.01, 2)
            + Math.Pow(model * Math.Log(1e10) * 0.02, 2)
            + Math.Pow(data * 1293.23 / 2085.43, 2)
            + Math.Pow(data * Math.Log(2e11) * 0.02, 2);
        var interval = LossInterval.Of(law, 1e10, 2e11, null)!.Value;

        (interval.High - interval.Low).ShouldBe(2 * 1.644854 * Math.Sqrt(variance), 1e-6);
        LossInterval.Of(ForRuns.Law("chinchilla"), 1e10, 2e11, null).ShouldBeNull();
    }

    // DeepSeekMoE 16B, 2.8 B active, against DeepSeek 7B: its own pair gives back the dense model.
    [Fact]
    public void AMixtureCountsAsTheDenseModelItMatched() =>
        EffectiveParameters.Of(16.4e9, 2.8e9, ForRuns.Loss.ExpertShare.Value!.Value).ShouldBe(6.9e9, 0.15e9);

    // DeepSeek-AI 2024: B = 0.2920 C^0.3271 tokens; 67B with 4608 sequences of 4096 at about 8e23 FLOPs.
    [Fact]
    public void TheBatchOfDeepSeek67BIsNearItsOwn() => (ForRuns.Loss.BatchTokens(8.1e23) / (4608 * 4096.0)).ShouldBeInRange(0.8, 1.25);
}
