namespace Petaday.Planning;

/// <summary>Finds the fastest strategy that fits, out of every valid one.</summary>
public static class StrategySearch
{
    /// <summary>How much of a device's memory a plan may take: allocators fail before the last byte.</summary>
    public const double MemoryShare = 0.95;

    /// <summary>
    /// The fastest strategies that fit. They are what evaluating every strategy of the space with <see cref="Training.StepModel"/> would give: closed forms that a
    /// search compares are exact or lower bounds, and no strategy whose bound could be among the answer is left unevaluated. The answer does not depend on the number of
    /// threads: ties go to the strategy that comes first in the space.
    /// </summary>
    /// <param name="problem">What is spread over devices.</param>
    /// <param name="options">How to search.</param>
    /// <param name="progress">Gets the share that is done.</param>
    /// <param name="cancellation">Stops the search, which then gives the best of what it has looked at.</param>
    public static SearchOutcome Fastest(
        SearchProblem problem,
        SearchOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    ) => new SearchRun(problem, options ?? new SearchOptions(), progress, cancellation).Outcome();
}
