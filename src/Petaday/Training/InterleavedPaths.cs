using Petaday.Training.Simulation;

namespace Petaday.Training;

/// <summary>
/// The longest of some paths through an interleaved schedule (Narayanan et al. 2021, section 2.2) over chunks that may take unlike times and groups of any size.
/// Each goes down to a device, by way of all chunks of the first micro-batch, waits there for the first gradient, stays for all its passes, and after its last
/// forward pass waits for the last micro-batch to come back: seen from the end of the step, backward passes come in the order in which forward passes do from its start. They
/// are paths of the schedule, so no step is shorter; where groups are equal and chunks alike but for a slightly longer first and a longer last, they are the longest.
/// </summary>
internal static class InterleavedPaths
{
    private const int OnStack = 256;

    /// <summary>Seconds from the first forward pass to the end of the last backward pass.</summary>
    /// <param name="parts">Times of the chunks in the order of the model, sends that hold a device included.</param>
    /// <param name="stages">Stages; chunk c of the model is on stage c mod stages.</param>
    /// <param name="microBatches">Micro-batches, one a stage at least.</param>
    /// <param name="latency">Seconds of a message that holds nobody, s.</param>
    public static double Longest(ReadOnlySpan<PassTimes> parts, int stages, int microBatches, double latency)
    {
        var group = InterleavedOrder.GroupSize(stages, microBatches);
        var last = microBatches - ((microBatches - 1) / group * group);
        Span<Side> down = stages <= OnStack ? stackalloc Side[stages] : new Side[stages];
        Span<Side> back = stages <= OnStack ? stackalloc Side[stages] : new Side[stages];
        var grid = new Grid(stages, parts.Length / stages, microBatches, group, latency);
        FillSide(parts, grid, group, forward: true, down);
        FillSide(parts, grid, last, forward: false, back);
        var longest = 0.0;
        for (var device = 0; device < stages; device++)
        {
            var (start, end) = (down[device], back[device]);
            var own = microBatches * (start.Turn + end.Turn);
            var path =
                grid.Before(device) >= grid.Passes
                    ? Math.Max(
                        start.Arrival + (microBatches * start.Turn) + end.Other,
                        start.Other + end.Arrival + (microBatches * end.Turn)
                    )
                    : start.Other - start.Done + own + end.Other - end.Done;
            longest = Math.Max(longest, path);
        }

        return longest;
    }

    /// <summary>How the passes of one kind start, from either end of a step: forward from its start, backward from its end.</summary>
    private static void FillSide(ReadOnlySpan<PassTimes> parts, Grid grid, int first, bool forward, Span<Side> sides)
    {
        var p = grid.Stages;
        var arrival = 0.0;
        for (var i = 0; i < p; i++)
        {
            sides[i] = new Side(arrival, arrival, 0, 0, 0);
            arrival += Seconds(parts[i], forward) + grid.Latency;
        }

        for (var chunk = 1; chunk < grid.Chunks; chunk++)
        {
            var before = parts.Slice((chunk - 1) * p, p);
            var own = parts.Slice(chunk * p, p);
            for (var i = 0; i < p; i++)
            {
                ref var side = ref sides[i];
                var passed = Seconds(before[i], forward);
                side.Turn += passed;
                side.Reached = Math.Max(side.Reached + (first * passed), arrival);
                arrival = side.Reached + Seconds(own[i], forward) + grid.Latency;
            }
        }

        var gradient = 0.0;
        for (var i = p - 1; i >= 0; i--)
        {
            ref var side = ref sides[i];
            var lastChunk = parts[parts.Length - p + i];
            var left = Math.Min(grid.Passes, grid.Before(i)) - ((grid.Chunks - 1) * first);
            var rest = Left(parts, grid, i, forward, first, left);
            side.Done = (first * side.Turn) + rest;
            side.Turn += Seconds(lastChunk, forward);
            side.Other = Math.Max(side.Reached + rest, gradient);
            gradient = side.Other + Seconds(lastChunk, !forward) + grid.Latency;
        }
    }

    /// <summary>Seconds of <paramref name="left"/> passes from the last chunk of the first group on.</summary>
    private static double Left(ReadOnlySpan<PassTimes> parts, Grid grid, int device, bool forward, int first, int left)
    {
        var sum = 0.0;
        var size = first;
        for (var chunk = grid.Chunks - 1; left > 0; chunk = (chunk + 1) % grid.Chunks)
        {
            size = chunk == 0 ? grid.Group : size;
            var passes = Math.Min(left, size);
            sum += passes * Seconds(parts[(chunk * grid.Stages) + device], forward);
            left -= passes;
        }

        return sum;
    }

    private static double Seconds(in PassTimes times, bool forward) => forward ? times.Forward : times.Backward;

    private readonly record struct Grid(int Stages, int Chunks, int MicroBatches, int Group, double Latency)
    {
        public int Passes => MicroBatches * Chunks;

        /// <summary>Forward passes of a device before its first backward pass.</summary>
        public int Before(int device) => InterleavedOrder.Ahead(Stages, Chunks, device, Group) + 1;
    }

    /// <summary>One device, from one end of the step.</summary>
    /// <param name="Arrival">When its first pass starts, s.</param>
    /// <param name="Reached">When the first pass of its last chunk starts, s.</param>
    /// <param name="Turn">A pass over each of its chunks, s.</param>
    /// <param name="Done">Passes before the first of the other kind, s.</param>
    /// <param name="Other">When the first pass of the other kind starts, s.</param>
    private record struct Side(double Arrival, double Reached, double Turn, double Done, double Other);
}
