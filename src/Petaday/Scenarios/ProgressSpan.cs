namespace Petaday.Scenarios;

/// <summary>
/// A part of longer work: its own share, 0 to 1, stands for a span of the whole. Any thread may report; what does not go forward is passed over, so that whoever listens hears
/// shares that only rise.
/// </summary>
/// <param name="whole">Gets the share of the whole; null where nobody listens.</param>
/// <param name="from">Share of the whole at which this part begins.</param>
/// <param name="to">Share of the whole at which it ends.</param>
public sealed class ProgressSpan(IProgress<double>? whole, double from = 0, double to = 1) : IProgress<double>
{
    private readonly Lock gate = new();
    private double best;

    /// <inheritdoc/>
    public void Report(double value)
    {
        // Told under the lock, so that two threads cannot be heard in the wrong order.
        lock (gate)
        {
            if (value > best)
            {
                best = Math.Min(value, 1);
                whole?.Report(from + ((to - from) * best));
            }
        }
    }

    /// <summary>A part of this part.</summary>
    /// <param name="start">Share of this part at which it begins.</param>
    /// <param name="end">Share of this part at which it ends.</param>
    public ProgressSpan Part(double start, double end) => new(this, start, end);

    /// <summary>The part that is the n-th of so many alike.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <param name="count">How many there are.</param>
    public ProgressSpan Part(int index, int count) => Part((double)index / count, (index + 1.0) / count);

    /// <summary>What is called at the end of each of so many pieces alike.</summary>
    /// <param name="count">How many there are; where there are more, those beyond say nothing.</param>
    public Action Pieces(int count)
    {
        int done = 0;
        return () => Report((double)Interlocked.Increment(ref done) / Math.Max(count, 1));
    }
}
