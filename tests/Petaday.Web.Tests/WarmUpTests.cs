using Petaday.Web.Hosting;

namespace Petaday.Web.Tests;

/// <summary>A server that asks questions of its own when it starts does so to the end, is not in the way, and stops when it is told.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public async Task It_asks_different_questions_and_ends()
    {
        await using var served = new Served(new WebOptions { WarmsUp = true });
        await served.InitializeAsync();
        (await served.Get("/api/v1/estimate?model=llama-3.1-8b&system=dgx-h100&devices=16&tensor=8")).Status.ShouldBe(200);
        await served.Warm;
        served.Engine.Results.Count.ShouldBe(41);
        served.Engine.Desk.Working.ShouldBe(0);
    }

    [Fact]
    public async Task It_stops_with_the_server()
    {
        var served = new Served(new WebOptions { WarmsUp = true });
        await served.InitializeAsync();
        var warm = served.Warm;
        await served.DisposeAsync();
        (await Task.WhenAny(warm, Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken))).ShouldBe(warm);
    }
}
