using Petaday.Planning;
using Petaday.Training;

namespace Petaday.Benchmarks;

/// <summary>A problem to search, with a strategy that people run.</summary>
/// <param name="Name">What it is called in the tables.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Strategy">A strategy.</param>
public sealed record Case(string Name, SearchProblem Problem, Strategy Strategy)
{
    /// <summary>A rank of it.</summary>
    public ProfileContext Rank => new(Problem.Architecture, Problem.System, Problem.Stack, Problem.Recipe, Strategy);

    /// <inheritdoc />
    public override string ToString() => Name;
}
