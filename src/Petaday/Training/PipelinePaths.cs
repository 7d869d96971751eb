namespace Petaday.Training;

/// <summary>
/// Closed forms of pipeline schedules: the longest of the paths from the first forward pass to the last backward pass. A path goes down to some stage, stays there
/// for all its passes but for what the stage waits longer for (the first gradient, the last gradient), and comes back up. Stages may take unlike times. Times
/// include the sends that hold a device.
/// </summary>
internal static class PipelinePaths
{
    /// <summary>All forward passes flow through the slowest forward stage, all backward passes through the slowest backward stage (Huang et al. 2019): exact.</summary>
    public static double GPipe(ReadOnlySpan<PassTimes> stages, int microBatches)
    {
        var (once, forward, backward) = (0.0, 0.0, 0.0);
        foreach (var stage in stages)
        {
            once += stage.Seconds;
            (forward, backward) = (Math.Max(forward, stage.Forward), Math.Max(backward, stage.Backward));
        }

        return once + ((microBatches - 1) * (forward + backward));
    }

    /// <summary>
    /// Over equal stages (m + p - 1)(F + B) (Narayanan et al. 2021, section 2.2). Stage j runs n = p - 1 - j forward passes while its first gradient is on the
    /// way through the stages after it, and n backward passes while its last is: it waits for what those n leave of the way.
    /// </summary>
    public static double OneForwardOneBackward(ReadOnlySpan<PassTimes> stages, int microBatches)
    {
        var (longest, before, after) = (0.0, 0.0, Total(stages));
        for (var j = 0; j < stages.Length; j++)
        {
            var stage = stages[j];
            after -= stage.Seconds;
            var wait = Waits(stages.Length - 1 - j, microBatches, after, stage.Forward, stage.Backward);
            longest = Math.Max(longest, before + (microBatches * stage.Seconds) + wait);
            before += stage.Seconds;
        }

        return longest;
    }

    /// <summary>
    /// ZB-H1 (Qi et al. 2023, section 2.1): over equal stages m (F + B + W) + (p - 1)(F + B - W), B without W here. As 1F1B, but gradients travel without
    /// waiting for weight gradients, of which stage j has j + 1 left when its last gradient has come.
    /// </summary>
    public static double ZeroBubble(ReadOnlySpan<PassTimes> stages, int microBatches)
    {
        var (longest, before, after, end) = (0.0, 0.0, Total(stages) - Weights(stages), 0.0);
        for (var j = 0; j < stages.Length; j++)
        {
            var stage = stages[j];
            var n = stages.Length - 1 - j;
            after -= stage.Forward + stage.InputBackward;
            var left = Math.Min(j + 1, microBatches) * stage.Weights;
            end = Math.Max(left, j == 0 ? 0 : stages[j - 1].InputBackward + end);
            var between = Math.Max(0, Math.Min(n, microBatches - 1 - j)) * stage.Weights;
            var wait = Waits(n, microBatches, after, stage.Forward, stage.InputBackward, between);
            longest = Math.Max(longest, before + (microBatches * stage.Seconds) - left + end + wait);
            before += stage.Forward;
        }

        return longest;
    }

    /// <summary>
    /// Interleaved stages of equal chunks: the other stages' passes over one chunk (Narayanan et al. 2021, section 2.2). A message that does not hold its sender
    /// still delays the first and the last pass through all chunks: a group of micro-batches as large as the pipeline comes round just in time without it.
    /// </summary>
    public static double Interleaved(Strategy strategy, ReadOnlySpan<PassTimes> held, int microBatches, PipelineSend send)
    {
        var (stages, chunks) = (strategy.Pipeline, strategy.VirtualPipeline);
        var (all, most) = (0.0, 0.0);
        for (var stage = 0; stage < stages; stage++)
        {
            var own = 0.0;
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                own += held[(chunk * stages) + stage].Seconds;
            }

            all += own;
            most = Math.Max(most, own);
        }

        var spare = Simulation.InterleavedOrder.GroupSize(stages, Math.Max(stages, microBatches)) - stages;
        var round = stages * send.Seconds;
        var rounds = Math.Max(0, round - (spare * held[0].Forward)) + Math.Max(0, round - (spare * held[0].Backward));
        var messages = send.HoldsDevice ? 0 : (2 * (stages - 1) * send.Seconds) + ((chunks - 1) * rounds);
        return (microBatches * most) + ((all - most) / chunks) + messages;
    }

    /// <summary>DualPipe over equal stages: (p/2 - 1)(F&amp;B + B - 3W) beside the passes, B with W (DeepSeek-V3, table 2).</summary>
    public static double DualPipe(ReadOnlySpan<PassTimes> stages, int microBatches)
    {
        var mean = Total(stages) / stages.Length;
        var (most, backward) = (0.0, 0.0);
        for (var i = 0; i < stages.Length; i++)
        {
            most = Math.Max(most, (stages[i].Seconds + stages[^(i + 1)].Seconds) / 2);
            backward += stages[i].Backward / stages.Length;
        }

        return (microBatches * most) + (((stages.Length / 2) - 1) * Math.Max(0, mean + backward - (3 * Weights(stages) / stages.Length)));
    }

    /// <summary>
    /// What no step of DualPipe is shorter than: a device's passes, half of the micro-batches on either of its stages, after the forward passes that lead to it, with the
    /// gradients that leave it beyond the weight gradients that it has left.
    /// </summary>
    public static double DualPipeAtLeast(ReadOnlySpan<PassTimes> stages, int microBatches)
    {
        var (longest, before, after) = (0.0, 0.0, 0.0);
        for (var i = 0; i < stages.Length / 2; i++)
        {
            var (own, mirror) = (stages[i], stages[^(i + 1)]);
            var left = (i + 1) * Math.Max(own.Weights, mirror.Weights);
            var passes = microBatches * (own.Seconds + mirror.Seconds) / 2;
            longest = Math.Max(longest, before + passes + Math.Max(0, after - left));
            before += Math.Min(own.Forward, mirror.Forward);
            after += Math.Min(own.InputBackward, mirror.InputBackward);
        }

        return longest;
    }

    /// <summary>
    /// What a stage waits for gradients: a way of <paramref name="after"/> seconds through the stages below, while it runs <paramref name="n"/> forward passes, and
    /// again at the end, while it runs as many backward passes. With few micro-batches the two ways are one.
    /// </summary>
    private static double Waits(int n, int microBatches, double after, double forward, double backward, double between = 0)
    {
        if (microBatches >= n + 2)
        {
            return Math.Max(0, after - (n * forward)) + Math.Max(0, after - (n * backward) - between);
        }

        var passes = microBatches - 1;
        return Math.Max(0, Math.Max(after - (passes * forward), after - (passes * backward) - between));
    }

    private static double Total(ReadOnlySpan<PassTimes> stages)
    {
        var sum = 0.0;
        foreach (var stage in stages)
        {
            sum += stage.Seconds;
        }

        return sum;
    }

    private static double Weights(ReadOnlySpan<PassTimes> stages)
    {
        var sum = 0.0;
        foreach (var stage in stages)
        {
            sum += stage.Weights;
        }

        return sum;
    }
}
