using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>
/// Monte Carlo over a tree of lines: what is not known for certain is drawn, everything that follows is worked out anew, and each line gets the percentiles of its draws.
/// The same model, seed and number of draws give the same bytes, whatever the number of threads.
/// </summary>
public static class RiskStudy
{
    /// <summary>The risk of a tree whose lines with intervals are drawn.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="options">How to draw.</param>
    /// <param name="targets">Paths whose spread is traced to its causes.</param>
    public static RiskResult Of(Line root, RiskOptions options, params ImmutableArray<string> targets) =>
        Of(RiskModel.Of(root, targets), options);

    /// <summary>The risk of a model. Throws <see cref="ArgumentOutOfRangeException"/> for a number of draws out of range.</summary>
    /// <param name="model">What is drawn.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Gets the share that is done, from any thread and so in any order; null where nobody listens.</param>
    /// <param name="cancellation">Stops it.</param>
    public static RiskResult Of(
        RiskModel model,
        RiskOptions options,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Draws, RiskOptions.MostDraws);
        var engine = new RiskEngine(model, options, cancellation);
        engine.Run(progress);
        var lines = engine.Outputs.Spreads(
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads ?? -1, CancellationToken = cancellation }
        );
        return new RiskResult(
            options.Draws,
            options.Seed,
            engine.Variables,
            lines,
            Targets(engine, lines),
            [.. model.Limits.Select(limit => Miss(limit, engine, lines, options.Draws)).OfType<RiskMiss>()],
            engine.Still
        );
    }

    private static ImmutableArray<RiskTarget> Targets(RiskEngine engine, ImmutableArray<RiskLine> lines)
    {
        var swings = engine.Variables.Select(engine.Swing).ToArray();
        double[] centres = engine.Centres();
        return
        [
            .. engine.Targets.Select(
                (output, target) =>
                    new RiskTarget(
                        lines.First(line => line.Path == engine.TargetPaths[target]),
                        centres[target],
                        [
                            .. engine
                                .Variables.Select(
                                    (variable, place) => Driver(engine, variable, place, output, target, swings[place][target])
                                )
                                .OrderByDescending(static driver => driver.Total),
                        ]
                    )
            ),
        ];
    }

    private static RiskDriver Driver(
        RiskEngine engine,
        LineVariable variable,
        int place,
        int output,
        int target,
        (double Low, double High) swing
    )
    {
        var (firstOrder, total) = SobolIndices.Of(engine.Outputs.Draws(output), engine.Second[target], engine.Exchanged[place][target]);
        return new RiskDriver(variable, swing.Low, swing.High, firstOrder, total);
    }

    private static RiskMiss? Miss(RiskLimit limit, RiskEngine engine, ImmutableArray<RiskLine> lines, int count)
    {
        var parts = limit.Paths.Select(path => lines.FirstOrDefault(line => line.Path == path)).ToList();
        if (parts.Contains(null))
        {
            return null;
        }

        var limits = new double[count];
        engine.Load(limit, limits);
        int missed = 0;
        for (int draw = 0; draw < count; draw++)
        {
            double total = parts.Sum(part => engine.Outputs.Draws(part!.Path)?[draw] ?? part.Line.Value.GetValueOrDefault());
            missed += total <= limits[draw] ? 0 : 1;
        }

        return new RiskMiss(limit, (double)missed / count);
    }
}
