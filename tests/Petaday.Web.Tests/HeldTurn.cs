using System.Collections.Immutable;
using Petaday.Web.Hosting;
using Petaday.Web.Operations;
using Petaday.Web.Requests;

namespace Petaday.Web.Tests;

/// <summary>Work that lasts until it is let go or nobody waits for it: it holds the turn of searches, so that others wait for theirs.</summary>
internal sealed class HeldTurn : IAsyncDisposable
{
    private readonly CancellationTokenSource gone = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim let = new();
    private Task<Result> asked = null!;

    /// <summary>Takes the turn.</summary>
    public static async Task<HeldTurn> Take(Engine engine)
    {
        var held = new HeldTurn();
        held.asked = engine.Desk.Ask(engine, held.Operation, None, null, held.gone.Token);
        await held.begun.Task;
        return held;
    }

    /// <summary>A question that asks nothing.</summary>
    public static Question None { get; } = new("", [], ImmutableSortedDictionary<string, string>.Empty);

    private Operation Operation =>
        new(
            "held",
            "",
            IsSearch: true,
            work =>
            {
                begun.SetResult();
                try
                {
                    let.Wait(work.Cancellation);
                    return new Result();
                }
                finally
                {
                    ended.SetResult();
                }
            }
        );

    public async ValueTask DisposeAsync()
    {
        let.Set();
        await asked;
        await ended.Task;
        let.Dispose();
        gone.Dispose();
    }
}
