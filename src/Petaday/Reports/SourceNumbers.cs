using System.Collections.Immutable;
using System.Globalization;
using Petaday.Explanations;

namespace Petaday.Reports;

/// <summary>The sources that lines rest on, each once, numbered in the order in which the lines name them.</summary>
public sealed class SourceNumbers
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Numbers the sources of <paramref name="lines"/> and of every line below them, those that a line stands for included.</summary>
    public SourceNumbers(params IEnumerable<Line> lines)
    {
        var found = ImmutableArray.CreateBuilder<SourceReference>();
        var seen = new HashSet<Line>(ReferenceEqualityComparer.Instance);
        foreach (var source in lines.SelectMany(line => Below(line, seen)).Where(source => numbers.TryAdd(source.Id, numbers.Count + 1)))
        {
            found.Add(source);
        }

        Sources = found.ToImmutable();
    }

    /// <summary>The sources, the first being number 1.</summary>
    public ImmutableArray<SourceReference> Sources { get; }

    /// <summary>The numbers of what a line rests on, such as <c>[1][4]</c>; empty where it rests on no source.</summary>
    public string Of(Line line) =>
        string.Concat(
            Below(line, new HashSet<Line>(ReferenceEqualityComparer.Instance))
                .Select(source => numbers.GetValueOrDefault(source.Id))
                .Where(number => number > 0)
                .Distinct()
                .Order()
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"[{number}]"))
        );

    private static IEnumerable<SourceReference> Below(Line root, HashSet<Line> seen)
    {
        Stack<Line> waiting = new([root]);
        while (waiting.TryPop(out var line))
        {
            if (!seen.Add(line))
            {
                continue;
            }

            foreach (var source in line.Sources)
            {
                yield return source;
            }

            foreach (var part in line.Parts.Reverse())
            {
                waiting.Push(part);
            }

            if (line.Origin is { } origin)
            {
                waiting.Push(origin);
            }
        }
    }
}
