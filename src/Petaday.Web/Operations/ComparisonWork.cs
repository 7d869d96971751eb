using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Comparisons;
using Petaday.Web.Requests;

namespace Petaday.Web.Operations;

/// <summary>Several scenarios side by side, a column each, the same way as the command line compares files; or every case of one scenario with lists.</summary>
internal static class ComparisonWork
{
    /// <summary>Parameters beside the scenario's keys.</summary>
    public static IReadOnlyDictionary<string, string> Parameters { get; } =
        new Dictionary<string, string>
        {
            [ColumnList.Key] = "two to five of { name, scenario }, as JSON, in place of keys with letters",
            [ColumnSet.Count] = "how many columns there are, where some have no key of their own",
        };

    /// <summary>Compares; every column must be right for something to be shown as a whole.</summary>
    public static Result Compare(Work work) => work.Kept("compare", Parameters.Keys, Compared);

    private static Result Compared(Work work)
    {
        var set = ColumnSet.Of(work.Question);
        if (set.Columns.IsEmpty)
        {
            return set.Slips.IsEmpty ? ScenarioWork.Compare(work) : Result.Wrong(set.Slips);
        }

        var found = Columns(work, set.Columns);
        ImmutableArray<Diagnostic> problems = [.. set.Slips, .. found.Columns.SelectMany(one => one.Problems)];
        return new Result
        {
            Columns = found,
            Problems = problems,
            Infeasible = problems.IsEmpty ? found.Columns.Select(Missed).FirstOrDefault(one => one is not null) : null,
            Shown =
                problems.IsEmpty && found.Comparison is { } comparison
                    ? ComparisonReport.View(comparison, found.Columns.Select(one => one.Outcome?.Asked).OfType<Scenario>())
                    : null,
        };
    }

    /// <summary>Works columns out, one after the other; what is wrong with one leaves the others as they are.</summary>
    private static ColumnResults Columns(Work work, ImmutableArray<Column> columns)
    {
        var found = ImmutableArray.CreateBuilder<ColumnResult>();
        List<ComparedCase> cases = [];
        foreach (var (column, index) in columns.Select(static (column, index) => (column, index)))
        {
            work.Cancellation.ThrowIfCancellationRequested();
            var one = Of(work, column, index, columns.Length);
            if (one.Outcome is { } outcome && ComparedCase.Best(outcome) is { } best)
            {
                one = one with { Place = cases.Count };
                cases.Add(best);
            }

            found.Add(one);
        }

        return new ColumnResults(found.ToImmutable(), cases.Count == 0 ? null : Comparison.Of(cases));
    }

    private static ColumnResult Of(Work work, Column column, int index, int count)
    {
        if (column.Slips.Length > 0)
        {
            return new ColumnResult(column, null, column.Slips);
        }

        var progress = new ProgressSpan(work.Progress).Part(index, count);
        var result = ScenarioWork.Column(new Work(work.Engine, column.Question, progress, work.Cancellation));
        return new ColumnResult(column, result.Outcome, [.. result.Problems.Select(column.Told)]);
    }

    private static Infeasibility? Missed(ColumnResult one) =>
        one.Outcome?.Infeasible is { } why ? why with { Message = $"{one.Column.Label}: {why.Message}" } : null;
}
