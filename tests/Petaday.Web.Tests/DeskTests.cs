using System.Collections.Immutable;
using Petaday.Web.Hosting;
using Petaday.Web.Operations;
using Petaday.Web.Requests;

namespace Petaday.Web.Tests;

/// <summary>Those who ask the same thing share one piece of work; it ends when the last of them has gone, and not before.</summary>
public sealed class DeskTests(Served served) : IClassFixture<Served>
{
    private static readonly Question Other = HeldTurn.None with { Text = "model: another" };

    [Fact]
    public async Task Two_who_ask_the_same_wait_for_one_piece_of_work()
    {
        using var desk = new Desk(new WebOptions());
        using var slow = new Slow();
        var first = Ask(desk, slow, CancellationToken.None);
        await slow.Begun;
        var second = Ask(desk, slow, CancellationToken.None);
        slow.Let();
        (await first).ShouldBeSameAs(await second);
        slow.Times.ShouldBe(1);
    }

    [Fact]
    public async Task Work_goes_on_for_whoever_still_waits_and_ends_with_the_last()
    {
        using var desk = new Desk(new WebOptions());
        using var slow = new Slow();
        using var one = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var first = Ask(desk, slow, one.Token);
        await slow.Begun;
        var second = Ask(desk, slow, other.Token);
        await one.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        slow.Cancelled.ShouldBe(0);
        desk.Working.ShouldBe(1);
        second.IsCompleted.ShouldBeFalse();

        await other.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        await slow.Ended;
        (slow.Times, slow.Cancelled).ShouldBe((1, 1));
    }

    [Fact]
    public async Task What_was_cancelled_is_begun_anew_by_the_next()
    {
        using var desk = new Desk(new WebOptions());
        using var slow = new Slow();
        using var gone = new CancellationTokenSource();
        var first = Ask(desk, slow, gone.Token);
        await slow.Begun;
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        await slow.Ended;
        slow.Let();
        (await Ask(desk, slow, CancellationToken.None)).Problems.ShouldBeEmpty();
        (slow.Times, slow.Cancelled).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Another_question_waits_for_its_turn_and_says_so()
    {
        using var desk = new Desk(new WebOptions { Searches = 1 });
        using var slow = new Slow();
        var first = Ask(desk, slow, CancellationToken.None);
        await slow.Begun;
        var watch = new Watch();
        var second = desk.Ask(served.Engine, slow.Operation, Other, watch, CancellationToken.None);
        while (!watch.Now.IsWaiting)
        {
            await Task.Yield();
        }

        desk.Working.ShouldBe(1);
        slow.Let();
        await first;
        await second;
        watch.Now.IsWaiting.ShouldBeFalse();
        slow.Times.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_goes_while_waiting_leaves_the_queue()
    {
        using var desk = new Desk(new WebOptions { Searches = 1, Waiting = 1 });
        using var slow = new Slow();
        using var gone = new CancellationTokenSource();
        var first = Ask(desk, slow, CancellationToken.None);
        await slow.Begun;
        var watch = new Watch();
        var second = desk.Ask(served.Engine, slow.Operation, Other, watch, gone.Token);
        while (!watch.Now.IsWaiting)
        {
            await Task.Yield();
        }

        await Should.ThrowAsync<TurnsTakenException>(
            desk.Ask(served.Engine, slow.Operation, Other with { Text = "model: a third" }, null, CancellationToken.None)
        );
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        slow.Let();
        await first;
        slow.Times.ShouldBe(1);
    }

    [Fact]
    public async Task Progress_is_that_of_the_work_and_never_goes_back()
    {
        using var desk = new Desk(new WebOptions());
        using var slow = new Slow { Shares = [0.2, 0.6, 0.4, double.NaN, 7] };
        var watch = new Watch();
        var answer = desk.Ask(served.Engine, slow.Operation, HeldTurn.None, watch, CancellationToken.None);
        await slow.Begun;
        List<double> seen = [.. slow.Shares.Select(share => slow.Report(share, watch).Share)];
        seen.ShouldBe([0.2, 0.6, 0.6, 0.6, 1]);
        slow.Let();
        await answer;
    }

    private Task<Result> Ask(Desk desk, Slow slow, CancellationToken cancellation) =>
        desk.Ask(served.Engine, slow.Operation, HeldTurn.None, null, cancellation);

    /// <summary>Work that lasts until it is let go, and counts how often it was begun and cancelled.</summary>
    private sealed class Slow : IDisposable
    {
        private readonly ManualResetEventSlim let = new();
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private IProgress<double>? progress;
        private int times;
        private int cancelled;

        public ImmutableArray<double> Shares { get; init; } = [];

        public Task Begun => begun.Task;

        public Task Ended => ended.Task;

        public int Times => times;

        public int Cancelled => cancelled;

        public Operation Operation => new("slow", "", IsSearch: true, Do);

        public void Let() => let.Set();

        public Advance Report(double share, Watch watch)
        {
            progress!.Report(share);
            return watch.Now;
        }

        public void Dispose() => let.Dispose();

        private Result Do(Work work)
        {
            progress = work.Progress;
            Interlocked.Increment(ref times);
            begun.TrySetResult();
            try
            {
                let.Wait(work.Cancellation);
                return new Result();
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref cancelled);
                throw;
            }
            finally
            {
                ended.TrySetResult();
            }
        }
    }
}
