using System.Collections.Immutable;
using System.Globalization;

namespace Petaday.Scenarios.Comparisons;

/// <summary>What columns are called: as their scenarios say, else after what differs between them. No two are called alike.</summary>
internal static class CaseNames
{
    private const int LongestName = 80;
    private const int MostKeys = 2;

    /// <summary>One name a column.</summary>
    public static ImmutableArray<string> Of(IReadOnlyList<ComparedCase> cases, ImmutableArray<AskedRow> asked)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var (one, index) in cases.Select(static (one, index) => (one, index)))
        {
            string given = Quantities.NumberText.Plain(one.Name).Trim();
            names.Add(Unlike(given.Length > 0 ? Quantities.NumberText.Clip(given, LongestName) : Usual(cases, asked, index), taken));
        }

        return names.ToImmutable();
    }

    private static string Unlike(string name, HashSet<string> taken)
    {
        string unlike = name;
        for (int count = 2; !taken.Add(unlike); count++)
        {
            unlike = string.Create(CultureInfo.InvariantCulture, $"{name} ({count})");
        }

        return unlike;
    }

    private static string Usual(IReadOnlyList<ComparedCase> cases, ImmutableArray<AskedRow> asked, int index)
    {
        var answer = cases[index].Answer;
        List<string> parts = [];
        if (cases.Any(other => other.Answer.Model.Id != answer.Model.Id))
        {
            parts.Add(answer.Model.Id);
        }

        if (cases.Any(other => other.Answer.System != answer.System))
        {
            parts.Add(Machines(answer));
        }

        parts.AddRange(
            asked
                .Where(static row => row.Differs && row.Key is not ("model" or "system.id" or "system.devices"))
                .Where(row => row.Values[index] is { Text: not null, IsChosen: false })
                .Take(MostKeys)
                .Select(row => $"{row.Key[(row.Key.LastIndexOf('.') + 1)..]} {row.Values[index].Text}")
        );
        return Quantities.NumberText.Clip(parts.Count == 0 ? Machines(answer) : string.Join(" · ", parts), LongestName);
    }

    private static string Machines(Answer answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{answer.System.Id} · {answer.System.Devices:N0}");
}
