using FsCheck;
using FsCheck.Fluent;
using Petaday.Explanations;
using Petaday.Explanations.Risk;
using Petaday.Quantities;
using static Petaday.Tests.Explanations.Risk.RiskStudyTests;

namespace Petaday.Tests.Explanations.Risk;

/// <summary>Which lines of a tree a program follows, and that it gives what they give.</summary>
public sealed class LineProgramTests
{
    private static readonly RiskOptions Usual = new() { Draws = 20_000, Seed = 42 };

    [Fact]
    public void One_figure_is_drawn_once_wherever_it_stands()
    {
        var price = Cited("price", 3, Dimension.Money, 2, 5);
        var again = Cited("price", 3, Dimension.Money, 2, 5);
        var difference = Line.Computed("zero", "Difference", Dimension.Money, "price − price", static of => of[0] - of[1], price, again);
        var risk = RiskStudy.Of(Group(difference), Usual, "zero");
        risk.Variables.ShouldHaveSingleItem();
        risk.Find("zero")!.Spread!.P95.ShouldBe(0);
    }

    [Fact]
    public void A_reference_follows_what_it_stands_for()
    {
        var cost = Line.Product("cost", "Cost", Cited("price", 3, Dimension.Money, 2, 5), Leaf("count", 7));
        var reference = cost with { Origin = cost, Parts = [], Combination = Combination.Leaf, Formula = null };
        var risk = RiskStudy.Of(Group(Line.Product("twice", "Twice", reference, Leaf("two", 2))), Usual);
        risk.Find("twice")!.Spread!.P50.ShouldBe(42, 0.6);
    }

    [Fact]
    public void What_no_formula_makes_anew_is_named()
    {
        var price = Cited("price", 3, Dimension.Money, 2, 5);
        var old = Line.From("old", "Old", new Quantity(9, Dimension.Money), Dimension.Money, "price cubed, roughly", price);
        var risk = RiskStudy.Of(Group(Line.Sum("sum", "Sum", Dimension.Money, price), old), Usual);
        risk.Find("old")!.Spread.ShouldBeNull();
        risk.Still.ShouldBe(["old"]);
    }

    [Fact]
    public void Random_trees_are_worked_out_as_lines_are() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<int>(seed =>
            {
                var root = RandomTree(new Random(seed), 0, []);
                var program = LineProgram.Of(Group(root), LineVariables.OfInterval);
                var lanes = new Lanes(program.Slots);
                foreach (var (slot, value) in program.Constants)
                {
                    lanes[slot].Fill(value);
                }

                foreach (var (variable, slot) in program.Variables)
                {
                    lanes[slot].Fill(variable.Distribution.Central);
                }

                lanes.Run([.. program.Operations], 3);
                foreach (var line in program.Lines)
                {
                    lanes[line.Slot][2].ShouldBe(line.Line.Value!.Value, line.Path);
                }
            })
        );

    private static Line RandomTree(Random random, int depth, List<Line> known)
    {
        if (known.Count > 0 && random.Next(4) == 0)
        {
            return known[random.Next(known.Count)];
        }

        double value = 0.5 + random.NextDouble();
        Line[] parts = depth > 4 ? [] : [.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomTree(random, depth + 1, known))];
        string key = $"k{known.Count}";
        var line =
            parts.Length == 0
                ? random.Next(2) == 0
                    ? Leaf(key, value)
                    : Cited(key, value, Dimension.None, value / 2, value * 2)
                : random.Next(3) switch
                {
                    0 => Line.Sum(key, key, Dimension.None, parts),
                    1 => Line.Product(key, key, parts),
                    _ => Line.Computed(key, key, Dimension.None, "1 / (1 + Σ x²)", Fraction, parts),
                };
        known.Add(line);
        return line;
    }

    private static double Fraction(ReadOnlySpan<double> parts)
    {
        double sum = 1;
        foreach (double part in parts)
        {
            sum += part * part;
        }

        return 1 / sum;
    }
}
