using System.Collections.Immutable;
using System.Globalization;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Reports.Forecasts;

/// <summary>A forecast for a person.</summary>
public static class ForecastPage
{
    /// <summary>The page of a forecast.</summary>
    public static Page Of(ForecastStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new Page([
            new Heading("Where the cost of training is going", 1),
            Basis(study),
            new Heading("Year by year"),
            Years(study),
            new Heading("When a run passes"),
            Crossings(study),
            new Heading($"What {study.Fixed.Model} of {study.Fixed.Year.ToString(CultureInfo.InvariantCulture)} costs"),
            Capability(study),
            new Heading("Who can afford what"),
            Affordable(study),
            new Heading("What binds first"),
            Limits(study),
            new Heading("Fits"),
            ForecastFitsPage.Fits(study),
            new Heading("Back-test: fitted up to 2022, held against what came after"),
            ForecastFitsPage.BackTests(study),
            Power(study),
            new Notes([.. Remarks(study)]),
        ]);
    }

    private static FactList Basis(ForecastStudy study) =>
        new([
            new Fact(
                "Costliest run",
                Sizes.Of(study.RecordCost.Usd, Dimension.Money),
                $"{study.RecordCost.Model}, {Text(study.RecordCost.Year)}; {Words(study.Request.Basis)}"
            ),
            new Fact(
                "Largest run",
                Sizes.Of(study.RecordFlops.Flops, Dimension.Flop),
                $"{study.RecordFlops.Model}, {Text(study.RecordFlops.Year)}"
            ),
            new Fact(
                "Largest cluster",
                Sizes.Of(study.Power.Value, Dimension.Watts),
                "rated power at the meter, worked out from what it cost to buy"
            ),
            new Fact(
                "Data",
                $"up to {Text(study.Request.Until)}",
                $"a frontier run: fewer than {Text(study.Request.Top)} up to its year took more compute; fits: {(study.Request.IsRobust ? "Theil-Sen" : "least squares")}"
            ),
        ]);

    private static Grid Years(ForecastStudy study) =>
        new(
            [
                "year",
                "costliest, cited",
                "range",
                "frontier run, fitted",
                "90 %",
                "largest, cited",
                "frontier run, fitted",
                "90 %",
                "FLOP/USD",
                "power, cited",
                "derived",
            ],
            [.. Enumerable.Repeat(true, 11)],
            [
                .. study.Years.Select(year =>
                    ImmutableArray.Create(
                        Text(year.Year),
                        ForecastText.Of(year.RecordCost, Dimension.Money),
                        ForecastText.Range(year.RecordRange, Dimension.Money),
                        ForecastText.Of(year.Cost, Dimension.Money),
                        ForecastText.Range(year.CostInterval, Dimension.Money),
                        Flops(year.RecordFlops),
                        Flops(year.Flops),
                        $"{Flops(year.FlopsInterval.Low)} to {Flops(year.FlopsInterval.High)}",
                        ForecastText.PerDollar(year.FlopsPerDollar),
                        ForecastText.Of(year.Watts, Dimension.Watts),
                        ForecastText.Of(year.DerivedWatts, Dimension.Watts)
                    )
                ),
            ]
        );

    private static Grid Crossings(ForecastStudy study) =>
        new(
            ["mark", "of", "published growth (range of the growth)", "fitted or derived (90 %)"],
            [true, false, true, true],
            [
                .. study.Crossings.Select(crossing =>
                    ImmutableArray.Create(
                        ForecastText.Mark(crossing),
                        crossing.Name,
                        ForecastText.Of(crossing.Cited),
                        ForecastText.Of(crossing.Fitted)
                    )
                ),
            ]
        );

    private static Grid Capability(ForecastStudy study) =>
        new(
            ["year", "hardware alone", "hardware and algorithms", "range of the algorithms"],
            [true, true, true, true],
            [
                .. study.Capability.Select(year =>
                    ImmutableArray.Create(
                        Text(year.Year),
                        ForecastText.Of(year.HardwareOnly, Dimension.Money),
                        Sizes.Of(year.Cost.Value, Dimension.Money),
                        ForecastText.Range(year.Cost.Interval, Dimension.Money)
                    )
                ),
            ]
        );

    private static Grid Affordable(ForecastStudy study)
    {
        int[] years = [.. Shown(study)];
        return new Grid(
            ["who", "budget", .. years.SelectMany(year => new[] { $"{Text(year)}: model", "frontier over it", "years behind" })],
            [false, true, .. years.SelectMany(_ => new[] { true, true, true })],
            [
                .. study
                    .Affordable.GroupBy(model => model.Budget)
                    .Select(group =>
                        (ImmutableArray<string>)
                            [
                                group.Key.Name,
                                Sizes.Of(group.Key.Usd, Dimension.Money),
                                .. years.SelectMany(year => Cells(group.First(model => model.Year == year))),
                            ]
                    ),
            ]
        );
    }

    private static string[] Cells(AffordableModel model) =>
        [
            $"{Sizes.Number(model.Parameters)} on {Sizes.Number(model.Tokens)}",
            ForecastText.Number(model.Gap),
            model.YearsBehind.ToString("0.0", CultureInfo.InvariantCulture),
        ];

    /// <summary>The first year, the last, and one between: more do not fit a page. JSON and CSV have all.</summary>
    private static IEnumerable<int> Shown(ForecastStudy study) =>
        new[] { study.Request.From, (study.Request.From + study.Request.To) / 2, study.Request.To }.Distinct();

    private static Grid Limits(ForecastStudy study) =>
        new(
            ["bound", "FLOP", "range", "largest run there", "from", "to", "grade"],
            [false, true, true, true, true, true, false],
            [
                .. study.Limits.Select(bound =>
                    ImmutableArray.Create(
                        bound.Limit.What,
                        ForecastText.PerDollar(bound.Limit.Middle),
                        bound.Limit.Range is { } range
                            ? $"{ForecastText.PerDollar(range.Low)} to {ForecastText.PerDollar(range.High)}"
                            : "-",
                        ForecastText.Year(bound.Middle),
                        ForecastText.Year(bound.Earliest),
                        ForecastText.Year(bound.Latest),
                        bound.Limit.Grade
                    )
                ),
            ]
        );

    private static TreeList Power(ForecastStudy study) =>
        new([
            .. new[]
            {
                new TreeRow(0, study.Power.Name, Sizes.Of(study.Power.Value, Dimension.Watts), ["= " + study.Power.Formula]),
            }.Concat(
                study.Power.Parts.Select(part => new TreeRow(
                    1,
                    part.Name,
                    Sizes.Of(part.Value, part.Unit),
                    part.Formula is null ? [] : ["= " + part.Formula]
                ))
            ),
        ]);

    private static IEnumerable<string> Remarks(ForecastStudy study)
    {
        yield return "Cited columns draw the published growth on from the record; their range is that of the growth alone. Fitted columns are of one run of the frontier, which the record surpasses: the two answer different questions.";
        yield return "Costs are 2023 USD as the table of costs has them. Who can afford what is by rent, the price that others than the largest pay; budgets are round numbers of ours.";
        yield return "Algorithms' progress was seen from 2012 to 2023; beyond, a capability's cost is what that trend would make of it, not what anyone has shown.";
        yield return "A trend is no law: what binds is said above, and nothing here knows a policy, a shortage or an invention.";
        if (study.BackTests.Any(test => test.Coverage < BackTest.Stated))
        {
            yield return "An interval that holds fewer later figures than nine in ten promises too much: read its fit with care.";
        }
    }

    /// <summary>A basis in words.</summary>
    internal static string Words(CostBasis basis) =>
        basis switch
        {
            CostBasis.Amortised => "wear of the hardware and energy of the final run",
            CostBasis.Rental => "cloud rent of the final run",
            CostBasis.Acquisition => "buying the cluster",
            CostBasis.Updated => "a later table of the same authors",
            _ => "as stated",
        };

    private static string Flops(double value) => ForecastText.PerDollar(value);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
