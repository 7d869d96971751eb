using Petaday.Training;

namespace Petaday.Validation;

/// <summary>
/// What a row recomputes. Where a row is silent, the run did happen: the lightest recomputation with which the model fits the device is
/// taken, and noted. Stacks mean different things by "selective": FSDP's trainers recompute whole layers, every so many.
/// </summary>
internal static class RecomputeMapping
{
    private static readonly double[] Shares = [0.25, 0.5, 0.75];

    /// <summary>The run with its recomputation.</summary>
    /// <param name="run">The run without any.</param>
    /// <param name="fits">Whether a run fits its device.</param>
    /// <param name="draft">Gets the assumption, or the reason to skip.</param>
    public static MappedRun Of(MappedRun run, Func<MappedRun, bool> fits, MappingDraft draft)
    {
        switch (run.Row.RecomputeMode)
        {
            case "none":
                return run;
            case "full":
                return With(run, RecomputeMode.Full, 0);
            case "selective":
                return Selective(run, fits, draft);
            case null:
                return Unstated(run, fits, draft);
            default:
                draft.Skip($"recompute mode '{run.Row.RecomputeMode}' is not known");
                return run;
        }
    }

    private static MappedRun Selective(MappedRun run, Func<MappedRun, bool> fits, MappingDraft draft)
    {
        switch (run.Row.StackId)
        {
            case "fsdp":
                MappedRun? lightest = Shares.Select(share => Blocks(run, share)).FirstOrDefault(fits);
                draft.Assume(
                    $"FSDP's selective recompute is of whole layers, the share not stated: {Describe(lightest ?? With(run, RecomputeMode.Full, 0))} assumed, the lightest that fits"
                );
                return lightest ?? With(run, RecomputeMode.Full, 0);
            default:
                if (run.Stack.RecomputesProducts)
                {
                    draft.Assume(
                        $"selective recompute as {run.Stack.Id} has it by default: every second product, and what is between products"
                    );
                }

                return With(run, RecomputeMode.Selective, 0);
        }
    }

    private static MappedRun Unstated(MappedRun run, Func<MappedRun, bool> fits, MappingDraft draft)
    {
        if (Says(run, "remat full") || Says(run, "remat minimal"))
        {
            RecomputeMode said = Says(run, "remat full") ? RecomputeMode.Full : RecomputeMode.Selective;
            draft.Assume($"recompute read from the row's notes: {said}");
            return With(run, said, 0);
        }

        if (run.Row.StackId == "torchtune")
        {
            draft.Assume($"recompute not stated: full, as torchtune's recipes do by default");
            return With(run, RecomputeMode.Full, 0);
        }

        if (fits(run))
        {
            draft.Assume($"recompute not stated: none assumed");
            return run;
        }

        MappedRun[] heavier =
        [
            With(run, RecomputeMode.Selective, 0),
            .. Shares.Select(share => Blocks(run, share)),
            With(run, RecomputeMode.Full, 0),
        ];
        MappedRun? lightest = heavier.FirstOrDefault(fits);
        draft.Assume(
            lightest is null
                ? $"recompute not stated: none assumed, as no recomputation makes the run fit by the memory model"
                : (FormattableString)$"recompute not stated: {Describe(lightest)} assumed, the lightest with which the run fits"
        );
        return lightest ?? run;
    }

    private static MappedRun Blocks(MappedRun run, double share)
    {
        double layersOfStage = (double)run.Architecture.TotalLayers / run.Strategy.Pipeline;
        return With(run, RecomputeMode.Block, (int)Math.Ceiling(layersOfStage * share));
    }

    private static MappedRun With(MappedRun run, RecomputeMode mode, int layers) =>
        run with
        {
            Strategy = run.Strategy with { Recompute = mode, RecomputeLayers = layers },
        };

    private static FormattableString Describe(MappedRun run) =>
        run.Strategy.Recompute switch
        {
            RecomputeMode.Block => $"{run.Strategy.RecomputeLayers} layers of a stage",
            RecomputeMode.Selective => $"selective",
            _ => $"full",
        };

    private static bool Says(MappedRun run, string words) => run.Row.Notes?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
