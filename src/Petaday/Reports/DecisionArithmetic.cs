using System.Collections.Immutable;
using Petaday.Adaptation;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Reports;

/// <summary>A path's figures, each with the numbers that make it: what a person can do again with a calculator.</summary>
internal static class DecisionArithmetic
{
    private const int Digits = 6;

    /// <summary>Figures that follow from others, the last first named after those that it is made of.</summary>
    public static Grid Steps(PathMoney money) =>
        new(
            ["figure", "made of", "is"],
            [false, false, true],
            [
                .. Lines(money)
                    .Where(static line => !line.Parts.IsEmpty)
                    .Select(static line => (ImmutableArray<string>)[line.Name, Made(line), Value(line)]),
            ]
        );

    /// <summary>What all of them rest on, with where it comes from.</summary>
    public static Grid Inputs(PathMoney money) =>
        new(
            ["input", "is", "90 %", "from"],
            [false, true, true, false],
            [
                .. Lines(money)
                    .Where(static line => line.Parts.IsEmpty && line.Value is not null)
                    .Select(static line => (ImmutableArray<string>)[line.Name, Value(line), Range(line), From(line)])
                    .DistinctBy(static row => string.Join('|', row)),
            ]
        );

    /// <summary>Every line of a path once, parts before what they make.</summary>
    private static List<Line> Lines(PathMoney money)
    {
        List<Line> found = [];
        HashSet<Line> seen = new(ReferenceEqualityComparer.Instance);
        HashSet<string> written = new(StringComparer.Ordinal);
        foreach (
            var root in (Line[])[money.FirstUse, money.Quality, money.Chance, money.UpFront, money.Monthly, money.Expected, money.Payback]
        )
        {
            Visit(root);
        }

        return found;

        void Visit(Line line)
        {
            if (!seen.Add(line))
            {
                return;
            }

            // What takes over where the quality is missed has an arithmetic of its own, which would be as long again.
            foreach (var part in line.Key == "fallback" ? [] : line.Parts)
            {
                Visit(part);
            }

            if (line.Parts.IsEmpty || written.Add($"{line.Name} {Made(line)}"))
            {
                found.Add(line);
            }
        }
    }

    private static string Made(Line line)
    {
        string parts = string.Join(
            line.Combination switch
            {
                Combination.Sum => " + ",
                Combination.Product => " × ",
                _ => "; ",
            },
            line.Parts.Select(static part => $"{part.Name} {Value(part)}")
        );
        return line.Combination == Combination.Computed ? $"{line.Formula}: {parts}" : parts;
    }

    private static string Value(Line line) => line.Value is { } value ? new Quantity(value, line.Unit).Format(Digits) : "not known";

    private static string Range(Line line) =>
        line.Interval is { } interval
            ? $"{new Quantity(interval.Low, line.Unit).Format(Digits)} to {new Quantity(interval.High, line.Unit).Format(Digits)}"
            : "";

    private static string From(Line line) =>
        line.Sources is [var source, ..] ? $"{source.Title} [{Scenarios.Words.Of(source.Grade)}]"
        : line.Input is { } key ? key
        : line.Note ?? "";
}
