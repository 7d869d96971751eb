using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;

namespace Petaday.Web.Operations;

/// <summary>What an operation comes to: something to show, or what is wrong; both where what comes nearest is shown beside why it is not enough.</summary>
internal sealed record Result
{
    /// <summary>What to show; null where there is nothing.</summary>
    public View? Shown { get; init; }

    /// <summary>What a page makes its own view of; null where the operation has none.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What scenarios side by side come to, one by one; null where the operation has no columns.</summary>
    public ColumnResults? Columns { get; init; }

    /// <summary>Why nothing is feasible; null where something is.</summary>
    public Infeasibility? Infeasible { get; init; }

    /// <summary>What is wrong with the question; empty where nothing is.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>The question is wrong.</summary>
    public static Result Wrong(IEnumerable<Diagnostic> problems) => new() { Problems = [.. problems] };
}
