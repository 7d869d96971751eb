using System.Diagnostics;
using System.Globalization;
using Petaday.Planning;

namespace Petaday.Benchmarks;

/// <summary>Whole searches of the large cases, pruned and not: seconds of the wall clock and of the processor, and whether both find the same.</summary>
internal static class SearchTable
{
    /// <summary>Prints a row a case. Each is the best of <paramref name="times"/>.</summary>
    public static void Print(int times, bool unpruned)
    {
        Console.WriteLine("| case | strategies | evaluated | fit | ms | processor ms | evaluations/s | same optimum |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var one in Cases.All())
        {
            var pruned = Row(one, new SearchOptions { Keep = 1 }, times, null);
            if (unpruned)
            {
                Row(one, new SearchOptions { Keep = 1, Prune = false }, 1, pruned);
            }
        }

        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
    }

    private static SearchOutcome Row(Case one, SearchOptions options, int times, SearchOutcome? other)
    {
        var (wall, processor) = (double.MaxValue, double.MaxValue);
        var found = default(SearchOutcome);
        for (var i = 0; i < times; i++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            found = StrategySearch.Fastest(one.Problem, options);
            wall = Math.Min(wall, watch.Elapsed.TotalSeconds);
            processor = Math.Min(processor, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        var same =
            other is null ? ""
            : found!.Best[0].Strategy == other.Best[0].Strategy ? "yes"
            : "NO";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {one.Name}{(options.Prune ? "" : ", nothing pruned")} | {found!.Candidates:N0} | {found.Evaluated:N0} | {found.Feasible:N0} | {1000 * wall:0} | {1000 * processor:0} | {found.Evaluated / wall:0.0e0} | {same} |"
            )
        );
        return found;
    }
}
