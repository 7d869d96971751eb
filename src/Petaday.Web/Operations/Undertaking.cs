namespace Petaday.Web.Operations;

/// <summary>One piece of work that any number of requests wait for. It ends when the last of them has gone.</summary>
#pragma warning disable CA1001 // A source without a timer holds nothing to free, and whoever leaves last may still end it.
internal sealed class Undertaking : IProgress<double>
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource end = new();
    private double share;
    private int waiting;

    /// <summary>Ends the work.</summary>
    public CancellationToken Cancellation => end.Token;

    /// <summary>Requests that wait for the answer; whoever changes it holds the lock of the desk.</summary>
    public int Interested { get; set; }

    /// <summary>The answer; set once, before anybody is told of the work.</summary>
    public Task<Result> Answer { get; set; } = Task.FromResult(new Result());

    /// <summary>How far it is.</summary>
    public Advance Now => new(Volatile.Read(ref share), Volatile.Read(ref waiting) > 0);

    /// <summary>Takes a share that is done, from any thread; one that goes back is passed over.</summary>
    public void Report(double value)
    {
        double now = Volatile.Read(ref share);
        while (value > now)
        {
            double seen = Interlocked.CompareExchange(ref share, Math.Min(value, 1), now);
            if (seen.Equals(now))
            {
                return;
            }

            now = seen;
        }
    }

    /// <summary>Says whether it waits for its turn.</summary>
    public void Wait(bool waits) => Volatile.Write(ref waiting, waits ? 1 : 0);

    /// <summary>Ends it: nobody waits any more.</summary>
    public void End() => end.Cancel();
}
