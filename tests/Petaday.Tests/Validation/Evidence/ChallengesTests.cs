using Petaday.Validation.Evidence;

namespace Petaday.Tests.Validation.Evidence;

public sealed class ChallengesTests
{
    [Fact]
    public void SubsetsAreTheRowsThatPeersWereRunOn()
    {
        Rows("korthikanti2022", Measures.StepMean).ShouldBe(8);
        Rows("vtrain-single", Measures.StepMean).ShouldBe(1440);
        Rows("nanotron-grid", Measures.StepMean).ShouldBe(523);
        Rows("nanotron-grid", Measures.PickedShare).ShouldBe(13);

        // 523 rows that ran and are scored, 781 that ran out of memory.
        Rows("nanotron-grid", Measures.FitAccuracy).ShouldBe(523 + 781);
        Rows("nanotron-grid-mfu20-tensor8", Measures.StepMean).ShouldBe(177);
        Rows("korthikanti2022", Measures.ActivationMean).ShouldBe(8);
    }

    /// <summary>Korthikanti et al. 2022 work out activation memory for eight layouts; what they state is read from their rows.</summary>
    [Fact]
    public void StatedActivationMemoryIsRead()
    {
        Published.Report.Activations.Length.ShouldBe(8);
        Published.Report.Activations.Single(row => row.Id == "korthikanti2022-0015").StatedBytes.ShouldBe(59.25 * Math.Pow(2, 30), 1);
        Published.Report.Activations.ShouldAllBe(row => row.Skipped == null && Math.Abs(row.Error!.Value) < 0.3);
    }

    [Fact]
    public void EveryMeasureOfPeersAndTargetsIsFound()
    {
        EvidenceBook book = ShippedEvidence.Book;
        var figures = ReportFigures.Of(Published.Report);
        book.Peers.ShouldAllBe(peer => figures.ContainsKey(ValueTuple.Create(peer.Subset, peer.Measure)));
        book.Targets.ShouldAllBe(target => figures.ContainsKey(ValueTuple.Create(target.Subset, target.Measure)));
        book.Targets.ShouldAllBe(target => target.Low != null || target.High != null);
        book.Limits.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(0.87, 0.93, 0.86, false)]
    [InlineData(0.87, 0.93, 0.87, true)]
    [InlineData(0.87, 0.93, 0.94, false)]
    [InlineData(null, 0.08, 0.05, true)]
    [InlineData(0.9, null, 0.89, false)]
    public void ATargetIsMetWithinItsBounds(double? low, double? high, double figure, bool met) =>
        new Target(Target.All, Measures.StepCoverage, true, low, high).IsMetBy(figure).ShouldBe(met);

    private static int Rows(string subset, string measure) =>
        Published.Report.Challenges.Single(figure => figure.Subset == subset && figure.Measure == measure).Rows;
}
