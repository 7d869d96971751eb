using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;

namespace Petaday.Scenarios.Sweeps;

/// <summary>Works out a scenario at every value of the keys that vary: the one way in for <c>sweep</c> and <c>compare --vary</c>.</summary>
public static class Sweeper
{
    /// <summary>The most points of one sweep.</summary>
    public const int MostPoints = 10_000;

    /// <summary>
    /// Works out every point, over all cores; the answer does not depend on their number. A point is what <c>estimate</c> says of the scenario with the keys set so,
    /// or what <c>plan</c> says where it then has a goal, a list or <c>auto</c>. What is stopped gives the points that are done.
    /// </summary>
    /// <param name="bases">The scenarios.</param>
    /// <param name="keys">What varies.</param>
    /// <param name="shown">What is kept of each point.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times searches.</param>
    /// <param name="diagnostics">Gets what is wrong with the input.</param>
    /// <param name="progress">Gets the share of the points that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null, with diagnostics added, where the input is wrong.</returns>
    public static Sweep? Run(
        IReadOnlyList<SweepBase> bases,
        ImmutableArray<VariedKey> keys,
        ImmutableArray<ResultKey> shown,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(bases);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        var grid = Grid(keys);
        long asked = (long)bases.Count * grid.Count;
        if (asked > MostPoints)
        {
            diagnostics.Add(TooMany(keys, bases.Count, asked));
            return null;
        }

        var roots = bases.Select(one => ScenarioReader.Root(one.Path, one.Flags, diagnostics)).ToList();
        if (diagnostics.Count > before)
        {
            return null;
        }

        var names = Names(bases, roots!);
        var work = new PointWork(keys, shown, knowledge, clock, cancellation);
        var points = new WorkedPoint?[asked];
        int done = 0;
        Stoppable(
            points.Length,
            index =>
            {
                points[index] = work.Evaluate(roots[index / grid.Count]!, names[index / grid.Count], grid[index % grid.Count]);
                progress?.Report((double)Interlocked.Increment(ref done) / points.Length);
            },
            cancellation
        );
        var worked = points.OfType<WorkedPoint>().ToList();
        if (worked.Count == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        foreach (var problem in Wrong(worked))
        {
            diagnostics.Add(problem);
        }

        return diagnostics.Count > before ? null : new Sweep(keys, shown, [.. worked.Select(point => point.Point)], points.Length);
    }

    private static void Stoppable(int count, Action<int> body, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(
                0,
                count,
                new ParallelOptions { CancellationToken = cancellation },
                index =>
                {
                    try
                    {
                        body(index);
                    }
                    catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                    {
                        // The point was not done; those before it stand.
                    }
                }
            );
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What is done stands, and says that it is not all.
        }
    }

    /// <summary>What makes the whole input wrong: a slip anywhere, or that no point at all can even be set up.</summary>
    private static IEnumerable<Diagnostic> Wrong(List<WorkedPoint> worked)
    {
        var slips = worked.SelectMany(point => point.Slips).Distinct().ToList();
        return slips.Count > 0 ? slips
            : worked.TrueForAll(point => point.RuledOut.Length > 0) ? worked.SelectMany(point => point.RuledOut).Distinct()
            : [];
    }

    private static List<ImmutableArray<VariedValue>> Grid(ImmutableArray<VariedKey> keys) =>
        keys.Aggregate(
            new List<ImmutableArray<VariedValue>> { ImmutableArray<VariedValue>.Empty },
            (rows, key) => rows.Count > MostPoints ? rows : [.. rows.SelectMany(row => key.Values.Select(value => row.Add(value)))]
        );

    private static Diagnostic TooMany(ImmutableArray<VariedKey> keys, int scenarios, long asked)
    {
        string product = string.Join(" x ", keys.Select(key => key.Values.Length.ToString(CultureInfo.InvariantCulture)));
        string of = scenarios > 1 ? string.Create(CultureInfo.InvariantCulture, $" x {scenarios} scenarios") : "";
        return VaryReader.Problem(
            string.Join(" and ", keys.Select(key => key.Path)),
            DiagnosticCodes.TooLarge,
            string.Create(CultureInfo.InvariantCulture, $"{product}{of} are {asked} points"),
            string.Create(CultureInfo.InvariantCulture, $"at most {MostPoints}")
        );
    }

    /// <summary>A scenario's own name, else its file's; the path where two share it.</summary>
    private static List<string> Names(IReadOnlyList<SweepBase> bases, List<Node> roots)
    {
        var names = roots
            .Zip(
                bases,
                (root, one) => root["name"] is { Kind: NodeKind.Scalar } name ? name.Text : Path.GetFileNameWithoutExtension(one.Path) ?? ""
            )
            .ToList();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count
            ? names
            : [.. bases.Select((one, index) => one.Path ?? names[index])];
    }
}
