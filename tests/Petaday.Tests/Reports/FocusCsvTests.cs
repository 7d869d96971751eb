using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Reports;

namespace Petaday.Tests.Reports;

public sealed class FocusCsvTests
{
    private static readonly FocusHeader Header = new("gpt3")
    {
        Start = new DateOnly(2026, 12, 1),
        End = new DateOnly(2027, 2, 1),
        Tags = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("model", "gpt3-175b"),
    };

    [Fact]
    public void A_row_is_a_cost_line_under_the_names_of_the_specification()
    {
        var rows = Rows(FocusCsv.Of(Project(), Header));
        rows.Select(row => row["x_Path"]).ShouldBe(["compute.rent", "compute.storage", "people"]);
        var rent = rows[0];
        rent["BilledCost"].ShouldBe("7200");
        rent["EffectiveCost"].ShouldBe("7200");
        rent["BillingCurrency"].ShouldBe("USD");
        rent["ChargeCategory"].ShouldBe("Usage");
        rent["ChargeDescription"].ShouldBe("Compute: Rent");
        rent["ChargePeriodStart"].ShouldBe("2026-12-01T00:00:00Z");
        rent["ChargePeriodEnd"].ShouldBe("2027-02-01T00:00:00Z");
        rent["PricingUnit"].ShouldBe("Hours");
        double.Parse(rent["PricingQuantity"], CultureInfo.InvariantCulture).ShouldBe(3_600, 1e-9);
        double.Parse(rent["ListUnitPrice"], CultureInfo.InvariantCulture).ShouldBe(2, 1e-12);
        rent["ServiceCategory"].ShouldBe("Compute");
        rent["ServiceName"].ShouldBe("Compute");
        rent["SubAccountName"].ShouldBe("gpt3");
        rent["Tags"].ShouldBe("{\"model\":\"gpt3-175b\"}");
        rent["x_Formula"].ShouldBe("device-hours × price");
        rent["x_Sources"].ShouldBe("a-price-list");
        rows[1]["ServiceCategory"].ShouldBe("Storage");
        rows[2]["ServiceCategory"].ShouldBe("Other");
        rows[2]["x_Low"].ShouldBe("900");
        rows[2]["x_High"].ShouldBe("1100");
    }

    /// <summary>In decimal arithmetic, as finance tools add, the rows are the total.</summary>
    [Fact]
    public void Rows_add_up_to_the_total_exactly()
    {
        Prop.ForAll(
                Gen.Choose(1, int.MaxValue).Select(number => number / 977.0).ListOf().ToArbitrary(),
                Gen.Choose(-3, 9).ToArbitrary(),
                (amounts, power) =>
                {
                    double scale = Math.Pow(10, power);
                    var causes = amounts
                        .Chunk(3)
                        .Select(
                            (some, cause) =>
                                Line.Sum(
                                    $"cause{cause}",
                                    "Cause",
                                    Dimension.Money,
                                    some.Select(amount => new Line("line", "Line", amount * scale, Dimension.Money))
                                )
                        );
                    var total = Line.Sum("cost", "Cost", Dimension.Money, causes);
                    decimal sum = Rows(FocusCsv.Of(total, Header))
                        .Sum(row => decimal.Parse(row["BilledCost"], CultureInfo.InvariantCulture));
                    return sum
                        == Math.Round(
                            decimal.Parse(
                                total.Value.GetValueOrDefault().ToString("R", CultureInfo.InvariantCulture),
                                NumberStyles.Float,
                                CultureInfo.InvariantCulture
                            ),
                            6
                        );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_cost_that_is_not_known_is_an_empty_cell_with_its_reason()
    {
        var total = Line.Sum(
            "cost",
            "Cost",
            Dimension.Money,
            Line.Unknown("licences", "Licences", Dimension.Money, "nobody states a price"),
            new Line("people", "People", 5, Dimension.Money)
        );
        var rows = Rows(FocusCsv.Of(total, Header));
        rows[0]["BilledCost"].ShouldBe("");
        rows[0]["ListUnitPrice"].ShouldBe("");
        rows[0]["ChargeDescription"].ShouldBe("Licences (not known)");
        rows[0]["x_Note"].ShouldBe("nobody states a price");
        rows[1]["BilledCost"].ShouldBe("5");
    }

    /// <summary>The specification allows no exponents.</summary>
    [Fact]
    public void Numbers_have_no_exponents()
    {
        var total = Line.Sum(
            "cost",
            "Cost",
            Dimension.Money,
            new Line("big", "Big", 1.5e17, Dimension.Money),
            new Line("small", "Small", 3e-5, Dimension.Money)
        );
        var rows = Rows(FocusCsv.Of(total, Header));
        rows[0]["BilledCost"].ShouldBe("149999999999999999.99997");
        rows[1]["ListUnitPrice"].ShouldBe("0.00003");
        FocusAmounts.Text(1e300).ShouldNotContain("E");
    }

    [Fact]
    public void Names_that_spreadsheets_would_run_are_text()
    {
        var total = Line.Sum("cost", "Cost", Dimension.Money, new Line("a", "=HYPERLINK(\"http://x\")", 1, Dimension.Money));
        string csv = FocusCsv.Of(total, new FocusHeader("@name, \"quoted\"\r\nnext"));
        var row = Rows(csv).ShouldHaveSingleItem();
        row["ServiceName"].ShouldStartWith("'=");
        row["SubAccountName"].ShouldBe("'@name, \"quoted\"\r\nnext");
    }

    [Fact]
    public void What_is_not_money_is_refused() =>
        Should.Throw<ArgumentException>(() => FocusCsv.Of(new Line("energy", "Energy", 1, Dimension.Joules), Header));

    private static Line Project()
    {
        var source = new SourceReference("a-price-list", "A price list", null, null, Grade.Vendor);
        var rent = Line.Product(
            "rent",
            "Rent",
            new Line("deviceSeconds", "device-hours", 3_600.0 * 3_600, Dimension.Seconds),
            new Line("price", "price", 2.0 / 3_600, Dimension.MoneyPerSecond) { Sources = [source] }
        );
        var storage = new Line("storage", "Storage", 12.5, Dimension.Money);
        var people = new Line("people", "People", 1_000, Dimension.Money) { Interval = new Petaday.Quantities.Interval(900, 1_100) };
        return Line.Sum("cost", "Cost", Dimension.Money, Line.Sum("compute", "Compute", Dimension.Money, rent, storage), people);
    }

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        var text = new CsvText(csv);
        var headings = text.Row()!;
        List<Dictionary<string, string>> rows = [];
        while (text.Row() is { } cells)
        {
            rows.Add(headings.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        return rows;
    }
}
