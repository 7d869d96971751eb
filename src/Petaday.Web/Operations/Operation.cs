using System.Collections.Immutable;

namespace Petaday.Web.Operations;

/// <summary>One thing that can be asked: a command of the command line, under its name.</summary>
/// <param name="Name">Its name, as on the command line.</param>
/// <param name="Summary">What it answers, in a line.</param>
/// <param name="IsSearch">Whether it may take seconds.</param>
/// <param name="Do">Answers it.</param>
internal sealed record Operation(string Name, string Summary, bool IsSearch, Func<Work, Result> Do)
{
    /// <summary>Parameters beside the scenario's keys, each with what it means.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it takes several scenarios, a column each.</summary>
    public bool HasColumns { get; init; }

    /// <summary>Keys of the scenario that the page to try it offers, each with a value.</summary>
    public ImmutableArray<(string Name, string Value)> Sample { get; init; } =
    [("model", "llama-3.1-8b"), ("system", "dgx-h100"), ("devices", "64")];
}
