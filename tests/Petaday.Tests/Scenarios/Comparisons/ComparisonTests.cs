using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NJsonSchema;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Comparisons;
using Interval = Petaday.Quantities.Interval;
using Outcome = Petaday.Scenarios.Outcome;

namespace Petaday.Tests.Scenarios.Comparisons;

/// <summary>Columns held against each other, with answers whose figures are set by hand.</summary>
public sealed class ComparisonTests
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), [])!);
    private static readonly Lazy<Outcome> Known = new(() => Plan("model=gpt3-1.3b system=dgx-h100 system.devices=8 recipe.tokens=26B"));

    [Fact]
    public void Ratios_and_differences_are_to_the_first()
    {
        // 4 s, 10 s and 1 s: 2.5 and 0.25 times, 6 s more and 3 s less.
        var row = Row("step.seconds", Timed(4, 3.5, 5), Timed(10, 8, 14), Timed(1, 0.9, 1.2));
        row.Cells.Select(cell => cell.Value).ShouldBe([4, 10, 1]);
        row.Cells.Select(cell => cell.Ratio).ShouldBe([1, 2.5, 0.25]);
        row.Cells.Select(cell => cell.Difference).ShouldBe([0, 6, -3]);
        row.Cells.Select(cell => cell.Standing).ShouldBe([Standing.Reference, Standing.Apart, Standing.Apart]);
        row.Cells.Select(cell => cell.IsBest).ShouldBe([false, false, true]);
        row.Cells[2].IsClear.ShouldBeTrue();
    }

    [Fact]
    public void Intervals_that_meet_tell_nothing_and_the_best_is_best_as_predicted_only()
    {
        var row = Row("step.seconds", Timed(4, 3, 6), Timed(5, 4, 7), Timed(20, 15, 30));
        row.Cells.Select(cell => cell.Standing).ShouldBe([Standing.Reference, Standing.Overlapping, Standing.Apart]);
        row.Cells.Select(cell => cell.IsBest).ShouldBe([true, false, false]);
        row.Cells[0].IsClear.ShouldBeFalse();
        // They meet where one ends and the other begins, too.
        Row("step.seconds", Timed(4, 3, 5), Timed(6, 5, 7)).Cells[1].Standing.ShouldBe(Standing.Overlapping);
    }

    [Fact]
    public void Two_prices_of_one_step_differ_for_sure_though_their_intervals_meet()
    {
        // The same step; 100 and 120 USD, each from 0.8 to 1.5 times: the step's error is in both alike.
        var row = Row("cost.total", Priced(100, 80, 150), Priced(120, 96, 180), Priced(110, 100, 120));
        row.Cells.Select(cell => cell.Standing).ShouldBe([Standing.Reference, Standing.Shared, Standing.Overlapping]);
        row.Cells[1].Ratio.ShouldBe(1.2);
        // Another step is another error.
        var slower = Priced(120, 96, 180);
        slower = slower with { Step = slower.Step with { Seconds = 1.1 * slower.Step.Seconds } };
        Row("cost.total", Priced(100, 80, 150), slower).Cells[1].Standing.ShouldBe(Standing.Overlapping);
    }

    [Fact]
    public void What_is_equal_is_the_same_and_none_is_best()
    {
        var row = Row("step.seconds", Timed(4, 3, 6), Timed(4, 3, 6));
        row.Cells[1].Standing.ShouldBe(Standing.Same);
        row.Cells.ShouldAllBe(cell => !cell.IsBest && !cell.IsClear);
    }

    [Fact]
    public void What_does_not_fit_is_the_best_at_nothing()
    {
        var fast = Timed(1, 0.9, 1.1);
        fast = fast with { Memory = fast.Memory with { BytesPerDevice = 2 * fast.Memory.CapacityBytes } };
        fast.Memory.Fits.ShouldBeFalse();
        var row = Row("step.seconds", fast, Timed(4, 3, 6), Timed(8, 7, 9));
        row.Cells.Select(cell => cell.IsBest).ShouldBe([false, true, false]);
    }

    [Fact]
    public void What_is_not_known_is_not_compared()
    {
        var unknown = Known.Value.Answer! with { Cost = Known.Value.Answer!.Cost with { Total = null } };
        var row = Row("cost.total", Priced(100, 80, 150), unknown);
        row.Cells[1].Ratio.ShouldBeNull();
        row.Cells[1].Difference.ShouldBeNull();
        row.Cells[1].Standing.ShouldBe(Standing.Unknown);
        Row("cost.total", unknown, Priced(100, 80, 150)).Cells[1].Ratio.ShouldBeNull();
        Row("cost.total", unknown, Priced(100, 80, 150)).Cells[1].IsBest.ShouldBeFalse();
    }

    [Fact]
    public void A_larger_share_of_the_peak_is_better()
    {
        var answer = Known.Value.Answer!;
        var row = Row("step.mfu", Used(answer, 0.4), Used(answer, 0.5));
        row.Cells.Select(cell => cell.IsBest).ShouldBe([false, true]);
        row.Cells[1].Ratio!.Value.ShouldBe(1.25, 1e-12);
        ComparisonWords.Difference(row.Figure, row.Cells[1]).ShouldBe("+10.0 points");
        ComparisonWords.Ratio(row.Cells[1]).ShouldBe("× 1.25");
    }

    [Fact]
    public void The_same_quantity_in_other_words_does_not_differ()
    {
        var comparison = Comparison.Of([
            Column("model=gpt3-1.3b system=dgx-h100 system.devices=8 recipe.tokens=26B goal.deadline=2d"),
            Column("model=gpt3-1.3b system.id=dgx-h100 system.devices=8 recipe.tokens=26000M goal.deadline=48h"),
        ]);
        comparison.Asked.Select(row => row.Key).ShouldContain("recipe.tokens");
        comparison.Differing.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_chosen_stands_beside_what_was_asked()
    {
        var comparison = Comparison.Of([
            Column("model=gpt3-1.3b system=dgx-h100 system.devices=8 recipe.tokens=26B"),
            Column("model=gpt3-1.3b system=dgx-h100 system.devices=8 recipe.tokens=26B recipe.sequence=1024"),
        ]);
        // A batch of as many tokens is chosen of other sequences: that differs too, and is said.
        comparison.Differing.Select(one => one.Key).ShouldBe(["recipe.sequence", "recipe.globalBatch"]);
        var row = comparison.Differing.First();
        row.Values[0].IsChosen.ShouldBeTrue();
        row.Values[1].ShouldBe(new AskedValue("1024", false));
        comparison.Cases[1].Name.ShouldBe("sequence 1024");
    }

    [Fact]
    public void Names_tell_columns_apart()
    {
        Names("name=ours", "name=ours", "name=theirs").ShouldBe(["ours", "ours (2)", "theirs"]);
        Names("", "system.devices=16").ShouldBe(["dgx-h100 · 8", "dgx-h100 · 16"]);
        Names("", "").ShouldBe(["dgx-h100 · 8", "dgx-h100 · 8 (2)"]);
    }

    [Fact]
    public void Cases_of_a_list_say_what_each_took()
    {
        var scenario = Read("model=gpt3-1.3b system=dgx-h100,dgx-a100-80gb system.devices=8 recipe.tokens=26B money.devices=rent,own");
        var resolved = ScenarioResolver.Resolve(scenario, Shipped.Value, ScenarioWish.Plan, [])!;
        var outcome = CaseEstimates.Of(
            resolved,
            Shipped.Value,
            TimeProvider.System,
            [],
            cancellation: TestContext.Current.CancellationToken
        )! with
        {
            Asked = scenario,
        };
        var comparison = Comparison.Of(ComparedCase.Each(outcome));
        comparison.Cases.Length.ShouldBe(outcome.Considered.Length);
        comparison.Differing.Select(row => row.Key).ShouldContain("system.id");
        var systems = comparison.Asked.Single(row => row.Key == "system.id");
        systems.Values.Select(value => value.Text).ShouldBe(outcome.Considered.Select(answer => answer.System.Id));
        comparison.Cases.Select(one => one.Name).ShouldBeUnique();
        var paid = comparison.Asked.Single(row => row.Key == "money.devices");
        paid.Values.Select(value => value.Text).Distinct().Order().ShouldBe(["own", "rent"]);
    }

    [Fact]
    public async Task Json_says_what_the_columns_say()
    {
        var comparison = Comparison.Of([
            Column("model=gpt3-1.3b system.devices=8 recipe.tokens=26B"),
            Column("model=gpt3-1.3b system.devices=16 recipe.tokens=26B"),
        ]);
        using var json = JsonDocument.Parse(AnswerJson.Text(writer => ComparisonJson.Write(writer, comparison)));
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "docs", "schemas", "result.schema.json"),
            TestContext.Current.CancellationToken
        );
        json.RootElement.EnumerateArray().SelectMany(one => schema.Validate(one.GetRawText())).ShouldBeEmpty();
        json.RootElement.GetArrayLength().ShouldBe(2);
        var second = json.RootElement[1];
        double ratio =
            second.GetProperty("step").GetProperty("seconds").GetDouble()
            / json.RootElement[0].GetProperty("step").GetProperty("seconds").GetDouble();
        second
            .GetProperty("comparison")
            .GetProperty("figures")
            .GetProperty("step.seconds")
            .GetProperty("ratio")
            .GetDouble()
            .ShouldBe(ratio);
        second.GetProperty("comparison").GetProperty("asked").GetProperty("system.devices").GetString().ShouldBe("16");
    }

    [Fact]
    public void Charts_add_up_to_what_they_are_of()
    {
        var comparison = Comparison.Of([
            Column("model=gpt3-13b system.devices=64 recipe.tokens=26B"),
            Column("model=gpt3-1.3b system.devices=16 recipe.tokens=26B"),
        ]);
        var step = ComparisonCharts.Step(comparison);
        step.Series.Length.ShouldBeLessThanOrEqualTo(7);
        for (int column = 0; column < 2; column++)
        {
            step.Series.Sum(series => series.Points[column].Y).ShouldBe(comparison.Cases[column].Answer.Step.Seconds, 1e-9);
            ComparisonCharts
                .Cost(comparison)!
                .Series.Sum(series => series.Points[column].Y)
                .ShouldBe(comparison.Cases[column].Answer.Cost.Total!.Value, 1e-6);
        }

        SvgChart.Write(step).ShouldNotContain("NaN");
    }

    [Fact]
    public void However_figures_lie_ratios_difference_and_best_agree() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(1, 1000).Select(whole => whole / 10.0).ListOf(4).ToArbitrary(),
                values =>
                {
                    var row = Row("step.seconds", [.. values.Select(value => Timed(value, 0.9 * value, 1.2 * value))]);
                    return row.Cells.Select((cell, index) => Near(cell.Ratio!.Value * values[0], values[index])).All(one => one)
                        && row.Cells.All(cell => Near(cell.Value!.Value - cell.Difference!.Value, values[0]))
                        && row.Cells.Where(cell => cell.IsBest).All(cell => Near(cell.Value!.Value, values.Min()))
                        && row.Cells.Any(cell => cell.IsBest) == (values.Distinct().Count() > 1)
                        && row.Cells.Skip(1)
                            .All(cell =>
                                cell.Standing == Standing.Same
                                || (cell.Standing == Standing.Apart)
                                    == (1.2 * Math.Min(cell.Value!.Value, values[0]) < 0.9 * Math.Max(cell.Value!.Value, values[0]))
                            );
                }
            )
        );

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(other));

    private static FigureRow Row(string path, params Answer[] answers) =>
        Comparison.Of(answers.Select(answer => new ComparedCase("", null, answer))).Figures.Single(row => row.Figure.Key.Path == path);

    private static Answer Timed(double seconds, double low, double high)
    {
        var answer = Known.Value.Answer!;
        return answer with
        {
            Step = answer.Step with { Seconds = seconds },
            Intervals = answer.Intervals.SetItem("step.seconds", new Interval(low, high)),
        };
    }

    private static Answer Priced(double total, double low, double high)
    {
        var answer = Known.Value.Answer!;
        return answer with
        {
            Cost = answer.Cost with { Total = total },
            Intervals = answer.Intervals.SetItem("cost.total", new Interval(low, high)),
        };
    }

    private static Answer Used(Answer answer, double share) =>
        answer with
        {
            Step = answer.Step with { Mfu = share },
            Intervals = answer.Intervals.Remove("step.mfu"),
        };

    private static IEnumerable<string> Names(params string[] keys) =>
        Comparison
            .Of(keys.Select(own => Column($"model=gpt3-1.3b system=dgx-h100 system.devices=8 recipe.tokens=26B {own}".Trim())))
            .Cases.Select(one => one.Name);

    private static ComparedCase Column(string keys) => ComparedCase.Best(Plan(keys))!;

    private static Outcome Plan(string keys)
    {
        var scenario = Read(keys);
        List<Diagnostic> problems = [];
        var resolved = ScenarioResolver
            .Resolve(scenario, Shipped.Value, ScenarioWish.Plan, problems)
            .ShouldNotBeNull(string.Join('\n', problems));
        return Planner.Plan(resolved, Shipped.Value, TimeProvider.System, problems).ShouldNotBeNull(string.Join('\n', problems)) with
        {
            Asked = scenario,
        };
    }

    private static Scenario Read(string keys)
    {
        List<Diagnostic> problems = [];
        ScenarioFlag[] flags =
        [
            .. keys.Split(' ')
                .Select(pair => pair.Split('='))
                .Select(pair => new ScenarioFlag(pair[0] == "system" ? "system.id" : pair[0], pair[1], pair[0])),
        ];
        return ScenarioReader.Read(null, flags, problems).ShouldNotBeNull(string.Join('\n', problems));
    }
}
