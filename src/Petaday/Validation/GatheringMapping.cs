namespace Petaday.Validation;

/// <summary>
/// Whether a run whose memory was measured keeps the gathered inputs of its column-parallel layers. Stacks that do have a switch (nanotron's
/// <c>tp_recompute_allgather</c>) that rows do not state: a run that was measured did fit, so that one that by the memory model cannot have with them is taken to gather
/// them again, and noted. Whether a run fits is asked of the stack's default, never of this.
/// </summary>
internal static class GatheringMapping
{
    /// <summary>The measured run with or without gathered inputs.</summary>
    /// <param name="run">The run as mapped.</param>
    /// <param name="fits">Whether a run fits its device.</param>
    /// <param name="draft">Gets the assumption.</param>
    public static MappedRun Of(MappedRun run, Func<MappedRun, bool> fits, MappingDraft draft)
    {
        if (!run.Stack.KeepsGatheredInputs || !run.Strategy.SequenceParallel || fits(run))
        {
            return run;
        }

        MappedRun again = run with { Stack = run.Stack with { KeepsGatheredInputs = false } };
        if (!fits(again))
        {
            return run;
        }

        draft.Assume($"inputs taken to be gathered again in the backward pass, not kept: with them the run would not fit");
        return again;
    }
}
