using System.Collections.Immutable;
using Petaday.Quantities;

namespace Petaday.Scenarios.Comparisons;

/// <summary>What scenarios take, figure by figure, each held against the first.</summary>
internal static class FigureRows
{
    // Two numbers that differ by rounding alone are one.
    private const double Rounding = 1e-9;

    /// <summary>Every figure that any of the answers knows.</summary>
    public static ImmutableArray<FigureRow> Of(IReadOnlyList<Answer> answers) =>
        [
            .. ComparedFigure
                .All.Where(figure => answers.Any(answer => figure.Key.Read(answer).Number is not null))
                .Select(figure => new FigureRow(figure, Cells(figure, answers))),
        ];

    private static ImmutableArray<FigureCell> Cells(ComparedFigure figure, IReadOnlyList<Answer> answers)
    {
        ImmutableArray<double?> values = [.. answers.Select(answer => figure.Key.Read(answer).Number)];
        ImmutableArray<Interval?> ranges =
        [
            .. answers.Select(answer => answer.Intervals.TryGetValue(figure.Key.Path, out var range) ? range : (Interval?)null),
        ];
        bool[] best = Best(figure.Better, values, answers);
        return
        [
            .. answers.Select(
                (answer, index) =>
                    new FigureCell(
                        values[index],
                        ranges[index],
                        values[0] is { } first and not 0 ? values[index] / first : null,
                        values[index] - values[0],
                        index == 0 ? Standing.Reference : Between(0, index),
                        best[index],
                        best[index]
                            && Enumerable
                                .Range(0, answers.Count)
                                .All(other =>
                                    other == index
                                    || !answers[other].Memory.Fits
                                    || Between(other, index) is Standing.Same or Standing.Apart or Standing.Shared
                                )
                    )
            ),
        ];

        Standing Between(int one, int other) =>
            values[one] is not { } left || values[other] is not { } right ? Standing.Unknown
            : Near(left, right) ? Standing.Same
            : ranges[one] is not { } first || ranges[other] is not { } second ? Standing.Unknown
            : first.High < second.Low || second.High < first.Low ? Standing.Apart
            : SameStep(answers[one], answers[other])
            && Near(first.Low / left, second.Low / right)
            && Near(first.High / left, second.High / right)
                ? Standing.Shared
            : Standing.Overlapping;
    }

    // What does not fit cannot be run, and so is the best at nothing.
    private static bool[] Best(Preference better, ImmutableArray<double?> values, IReadOnlyList<Answer> answers)
    {
        var known = values.Where((value, index) => value is not null && answers[index].Memory.Fits).Select(value => value!.Value).ToList();
        if (better == Preference.None || known.Count == 0 || known.TrueForAll(value => Near(value, known[0])))
        {
            return new bool[values.Length];
        }

        double best = better == Preference.Less ? known.Min() : known.Max();
        return [.. values.Select((value, index) => value is { } one && Near(one, best) && answers[index].Memory.Fits)];
    }

    // The error of the step model is one number for one strategy on one machine: prices and places do not change it.
    private static bool SameStep(Answer one, Answer other) =>
        one.Model.Id == other.Model.Id
        && one.System == other.System
        && one.Strategy == other.Strategy
        && one.Step.Seconds.Equals(other.Step.Seconds)
        && one.Intervals.TryGetValue("step.seconds", out var range)
        && other.Intervals.TryGetValue("step.seconds", out var same)
        && range == same;

    private static bool Near(double one, double other) => Math.Abs(one - other) <= Rounding * Math.Max(Math.Abs(one), Math.Abs(other));
}
