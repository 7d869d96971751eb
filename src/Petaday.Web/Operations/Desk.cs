using System.Threading.RateLimiting;
using Petaday.Web.Requests;

namespace Petaday.Web.Operations;

/// <summary>
/// Where questions are asked. Those who ask the same thing at once wait for one piece of work; it takes a turn of its own, and ends when the last of them has gone. Searches have
/// turns apart, so that they do not starve those who ask for an estimate.
/// </summary>
internal sealed class Desk(WebOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter estimates = Turns.Of(options.Estimates, options.Waiting);
    private readonly ConcurrencyLimiter searches = Turns.Of(options.Searches, options.WaitingSearches);
    private readonly Dictionary<string, Undertaking> running = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int working;

    /// <summary>Pieces of work that hold a turn.</summary>
    public int Working => Volatile.Read(ref working);

    /// <summary>The answer to a question: what is remembered, what somebody else's request is about to find, or what is worked out now.</summary>
    /// <param name="engine">What answers.</param>
    /// <param name="operation">What is asked for.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="watch">Gets the work to look at; null where nobody does.</param>
    /// <param name="cancellation">This request goes away.</param>
    /// <exception cref="TurnsTakenException">Too many wait already.</exception>
    public async Task<Result> Ask(Engine engine, Operation operation, Question question, Watch? watch, CancellationToken cancellation)
    {
        string key = ResultCache.Key(operation.Name, operation.Parameters.Keys, question);
        if (engine.Results.Find<Result>(key) is { } known)
        {
            return known;
        }

        var work = Joined(key, engine, operation, question);
        watch?.Add(work);
        try
        {
            return await work.Answer.WaitAsync(cancellation);
        }
        finally
        {
            Leave(key, work);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        estimates.Dispose();
        searches.Dispose();
    }

    private Undertaking Joined(string key, Engine engine, Operation operation, Question question)
    {
        lock (gate)
        {
            if (!running.TryGetValue(key, out var work))
            {
                running[key] = work = new Undertaking();
                var begun = work;
                work.Answer = Task.Run(() => Work(key, begun, engine, operation, question), CancellationToken.None);
            }

            work.Interested++;
            return work;
        }
    }

    private void Leave(string key, Undertaking work)
    {
        lock (gate)
        {
            if (--work.Interested > 0)
            {
                return;
            }

            // Whoever asks from now on begins anew: this one is about to end.
            Forget(key, work);
        }

        work.End();
    }

    private async Task<Result> Work(string key, Undertaking work, Engine engine, Operation operation, Question question)
    {
        try
        {
            using var turn = await Turn(operation.IsSearch ? searches : estimates, work);
            return Done(new Work(engine, question, work, work.Cancellation), operation);
        }
        finally
        {
            lock (gate)
            {
                Forget(key, work);
            }
        }
    }

    private Result Done(Work work, Operation operation)
    {
        Interlocked.Increment(ref working);
        try
        {
            return operation.Do(work);
        }
        finally
        {
            Interlocked.Decrement(ref working);
        }
    }

    private void Forget(string key, Undertaking work)
    {
        if (running.TryGetValue(key, out var other) && ReferenceEquals(other, work))
        {
            running.Remove(key);
        }
    }

    private static async ValueTask<RateLimitLease> Turn(ConcurrencyLimiter turns, Undertaking work)
    {
        var turn = turns.AttemptAcquire();
        if (!turn.IsAcquired)
        {
            turn.Dispose();
            work.Wait(true);
            turn = await turns.AcquireAsync(1, work.Cancellation);
            work.Wait(false);
        }

        if (!turn.IsAcquired)
        {
            turn.Dispose();
            throw new TurnsTakenException();
        }

        return turn;
    }
}
