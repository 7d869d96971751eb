using FsCheck;
using FsCheck.Fluent;
using Petaday.Adaptation;

namespace Petaday.Tests.Adaptation;

/// <summary>Known answers of present values, by hand.</summary>
public sealed class MonthsTests
{
    private const double Close = 1e-9;

    [Fact]
    public void A_year_of_equal_payments_is_worth_what_the_annuity_formula_says()
    {
        // 1 % a month: (1 - 1.01^-12) / 0.01 = 11.25507747...
        Months.Weight(0, 12, 1, 1 / 1.01).ShouldBe((1 - Math.Pow(1.01, -12)) / 0.01, Close);
        Months.Weight(0, 12, 1, 1 / 1.01).ShouldBe(11.2550774735, 1e-9);
    }

    [Fact]
    public void Growing_payments_follow_the_geometric_series()
    {
        // x = 1.02 / 1.01: sum of 1.02^(m-1) 1.01^-m = (x^24 - 1) / (1.02 - 1.01).
        double ratio = 1.02 / 1.01;
        Months.Weight(0, 24, 1.02, 1 / 1.01).ShouldBe((Math.Pow(ratio, 24) - 1) / 0.01, 1e-9);
    }

    [Theory]
    [InlineData(0, 3, 3)]
    [InlineData(1, 3, 2)]
    [InlineData(1.25, 3, 1.75)]
    [InlineData(0, 2.5, 2.5)]
    [InlineData(4, 3, 0)]
    public void Without_interest_and_growth_months_of_use_are_counted(double start, double horizon, double months) =>
        Months.Weight(start, horizon, 1, 1).ShouldBe(months, Close);

    [Fact]
    public void Replicas_are_whole_ones_and_one_at_the_least()
    {
        Months.ReplicaWeight(0.1, 1, 1, 0, 4, 1).ShouldBe(4, Close);
        // Loads 1, 2, 4, 8.
        Months.ReplicaWeight(1, 2, 1, 0, 4, 1).ShouldBe(15, Close);
        // Loads 1.5, 2.25, 3.375: 2 + 3 + 4 replicas.
        Months.ReplicaWeight(1.5, 1.5, 1, 0, 3, 1).ShouldBe(9, Close);
    }

    [Fact]
    public void Refreshes_come_at_their_time_and_not_at_the_horizon()
    {
        Months.RefreshWeight(2, 6, 24, 1).ShouldBe(3, Close); // months 8, 14 and 20
        Months.RefreshWeight(0, 6, 12, 0.99).ShouldBe(Math.Pow(0.99, 6), Close);
    }

    [Fact]
    public void Money_is_paid_back_when_what_comes_in_has_covered_it()
    {
        Months.Payback(100, 40, 1, 2, 36).ShouldBe(4.5, Close); // 2 months of work, then 2.5 of 40
        Months.Payback(100, 0, 1, 0, 36).ShouldBe(double.PositiveInfinity);
        Months.Payback(100, 2, 1, 0, 36).ShouldBe(double.PositiveInfinity);
        Months.Payback(30, 10, 2, 0, 36).ShouldBe(2, Close); // 10 and 20
        Months.Payback(15, 10, 1, 0.5, 36).ShouldBe(2, Close); // 5 in the half month, 10 in the next
    }

    [Fact]
    public void A_later_start_and_dearer_money_are_never_worth_more() =>
        Prop.ForAll(
                Gen.Choose(0, 30).Three().ToArbitrary(),
                triple =>
                {
                    var (start, later, rate) = triple;
                    double discount = 1 / (1 + (rate / 100.0));
                    double now = Months.Weight(start, 36, 1.01, discount);
                    return Months.Weight(start + later, 36, 1.01, discount) <= now + Close
                        && Months.Weight(start, 36, 1.01, discount * 0.99) <= now + Close;
                }
            )
            .QuickCheckThrowOnFailure();
}
