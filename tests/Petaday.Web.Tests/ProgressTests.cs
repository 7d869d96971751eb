using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Petaday.Web.Hosting;
using Petaday.Web.Operations;
using Petaday.Web.Requests;

namespace Petaday.Web.Tests;

/// <summary>How far work is: told by every operation that takes long, streamed by the page and the API, and ended with the client.</summary>
public sealed partial class ProgressTests(Served served) : IClassFixture<Served>
{
    private const string Law = "law=true&law-families=dense";

    public static TheoryData<string, string> Asked =>
        new()
        {
            { "estimate", "model=llama-3.1-8b&system=dgx-h100&devices=96" },
            { "plan", "model=llama-3.1-8b&system=dgx-h100,dgx-a100-80gb&devices=32,48" },
            // Nothing keeps to this budget: what was passed over is looked at as well.
            { "plan", "model=llama-3.1-8b&system=dgx-h100,dgx-a100-80gb&devices=32,48&budget=1 USD" },
            { "plan", "budget=100 kUSD&deadline=30 d" },
            { "compare", "model=llama-3.1-8b&system=dgx-h100,dgx-a100-80gb&devices=40,80" },
            { "cost", "model=llama-3.1-8b&system=dgx-h100&devices=56&draws=500" },
            { "cost", "model=llama-3.1-8b&system=dgx-h100&devices=uniform(48, 72)&draws=200" },
            { "decide", "task.kind=narrow&monthly-tokens=5M&examples=1000&quality=fair" },
            { "site", "model=llama-3.1-8b&system=dgx-h100&devices=88" },
            { "site", "system=dgx-h100&devices=2048&siting.runTime=100 d" },
            { "levers", "model=llama-2-7b&system=dgx-a100-80gb&devices=8&tokens=10B&tensor=1&data=8&levers=fp8,one-year&effort=3" },
            { "forecast", Law },
        };

    [Theory]
    [MemberData(nameof(Asked))]
    public void Progress_rises_and_ends_at_one(string name, string query)
    {
        var operation = AllOperations.Named(name);
        var fields = query.Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => new StringValues(pair[1]));
        List<Petaday.Catalog.Diagnostic> slips = [];
        var question = Question.Read(new QueryCollection(fields), operation.Parameters.Keys, null, slips);
        slips.ShouldBeEmpty();
        // An engine of its own remembers nothing yet.
        using var engine = new Fresh(served.Engine);
        var heard = new Heard();
        var result = operation.Do(new Work(engine.Engine, question, heard, TestContext.Current.CancellationToken));
        result.Problems.ShouldBeEmpty();
        heard.Shares.Count.ShouldBeGreaterThan(0);
        heard.Shares.ShouldBe(heard.Shares.Order());
        heard.Shares.ShouldAllBe(share => share > 0 && share <= 1);
        heard.Shares.Last().ShouldBe(1, 1e-9);
    }

    // Searches are remembered by the catalog: each of these asks about other machines than the rest, so that it takes its time.
    [Fact]
    public async Task A_page_that_takes_long_is_streamed_whole_to_whoever_has_no_script()
    {
        var (status, text, _) = await served.Get("/outlook?system=mi300x-8&" + Law);
        status.ShouldBe(200);
        int begins = text.IndexOf(
            "class=\"work\"",
            text.IndexOf("<section id=\"answer\"", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        int ends = text.IndexOf("class=\"done\"", StringComparison.Ordinal);
        begins.ShouldBeGreaterThan(0);
        ends.ShouldBeGreaterThan(begins);
        Ticks(text[begins..ends]).ShouldBe(Ticks(text[begins..ends]).Order());
        text[ends..].ShouldContain("Barrier law");
        text.TrimEnd().ShouldEndWith("</html>");
        Regex.Count(text, "<main").ShouldBe(1);
        // Asked again it is remembered, and plain.
        string again = (await served.Get("/outlook?system=mi300x-8&" + Law)).Text;
        again.ShouldNotContain("class=\"done\"");
        again.ShouldContain("Barrier law");
    }

    [Fact]
    public async Task A_script_gets_events_where_it_takes_long_and_the_page_where_it_does_not()
    {
        await using (await HeldTurn.Take(served.Engine))
        {
            using var stream = await Open(
                "/levers?model=llama-2-7b&system=dgx-a100-80gb&devices=8",
                "text/event-stream, text/html",
                served,
                TestContext.Current.CancellationToken
            );
            stream.Type.ShouldBe("text/event-stream");
            (await stream.Line()).ShouldBe("event: progress");
            (await stream.Line()).ShouldBe("data: {\"share\":0,\"waiting\":true}");
        }

        using var quick = await Open("/catalog", "text/event-stream, text/html", served, TestContext.Current.CancellationToken);
        quick.Type.ShouldBe("text/html");
    }

    /// <summary>A plan that takes many seconds, and whose searches no other test has made.</summary>
    private const string Wide =
        "model=llama-3.1-405b&system=dgx-h100,dgx-a100-80gb,dgx-b200,gb200-nvl72&devices=512,640,768,896,1024,1152,1280,1536,1792,2048&global-batch=";

    [Theory]
    [InlineData("/plan?ask=plan&" + Wide + "992%20sequences", "text/event-stream, text/html")]
    [InlineData("/plan?ask=plan&" + Wide + "1056%20sequences", "text/html")]
    [InlineData("/api/v1/plan?" + Wide + "1120%20sequences", "text/event-stream")]
    [InlineData("/api/v1/plan?" + Wide + "1184%20sequences", "application/json")]
    public async Task Work_ends_when_its_client_goes(string path, string accept)
    {
        int before = served.Engine.Results.Count;
        using var gone = new CancellationTokenSource();
        var asked = Open(path, accept, served, gone.Token);
        while (served.Engine.Desk.Working == 0 && !asked.IsCompleted)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        if (accept != "application/json")
        {
            (await asked).Dispose();
        }

        await gone.CancelAsync();
        // It would take many seconds; that it ends at all is the test, and the runner's own limit what fails it.
        while (served.Engine.Desk.Working > 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        // What nobody waited for is nobody's answer.
        served.Engine.Results.Count.ShouldBe(before);
    }

    [Theory]
    [InlineData("/api/v1/levers?model=llama-2-7b&devices=8", "application/json", 503, "it took too long")]
    [InlineData("/api/v1/levers?model=llama-2-7b&devices=8", "text/event-stream", 200, "event: problem\ndata: \"it took too long\"")]
    [InlineData("/levers?model=llama-2-7b&devices=8", "text/event-stream", 200, "event: problem\ndata: \"it took too long\"")]
    [InlineData("/levers?model=llama-2-7b&devices=8", "text/html", 200, "<div class=\"problem\" role=\"alert\"><p>it took too long</p>")]
    [InlineData("/download/levers.json?model=llama-2-7b&devices=8", "*/*", 503, "it took too long")]
    public async Task Who_waits_for_a_turn_is_given_up_in_time(string path, string accept, int status, string says)
    {
        await using var impatient = new Served(new WebOptions { Patience = TimeSpan.FromSeconds(1) });
        await impatient.InitializeAsync();
        await using var held = await HeldTurn.Take(impatient.Engine);
        using var stream = await Open(path, accept, impatient, TestContext.Current.CancellationToken);
        stream.Status.ShouldBe(status);
        (await stream.Rest()).ShouldContain(says);
    }

    [Theory]
    [InlineData("/api/v1/levers?model=llama-2-7b&devices=8", "application/json", "application/problem+json")]
    [InlineData("/api/v1/levers?model=llama-2-7b&devices=8", "text/event-stream", "application/problem+json")]
    [InlineData("/levers?model=llama-2-7b&devices=8", "text/event-stream, text/html", "application/problem+json")]
    [InlineData("/levers?model=llama-2-7b&devices=8", "text/html", "text/html")]
    public async Task One_too_many_is_told_so(string path, string accept, string type)
    {
        await using var crowded = new Served(new WebOptions { Waiting = 0 });
        await crowded.InitializeAsync();
        await using var held = await HeldTurn.Take(crowded.Engine);
        using var stream = await Open(path, accept, crowded, TestContext.Current.CancellationToken);
        (stream.Status, stream.Type).ShouldBe((429, type));
        (await stream.Rest()).ShouldContain("too many ask at once; try again in a moment");
    }

    [Theory]
    [InlineData("/catalog/accelerators/h100-sxm", "/catalog/accelerators/h100-sxm-80gb")]
    [InlineData("/catalog/modles", "/catalog/models")]
    [InlineData("/catalog/models/%3Cscript%3E", "There is no such entry")]
    public async Task An_unknown_entry_is_404_with_the_nearest_name(string path, string says)
    {
        var (status, text, response) = await served.Get(path);
        (status, response.Content.Headers.ContentType!.MediaType).ShouldBe((404, "text/html"));
        text.ShouldContain(says);
        text.ShouldNotContain("<script>");
    }

    private static List<int> Ticks(string text) => [.. Tick().Matches(text).Select(tick => int.Parse(tick.Groups[1].Value))];

    private async Task<Stream> Open(string path, string accept, Served server, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return new Stream(response, new StreamReader(await response.Content.ReadAsStreamAsync(cancellation)));
    }

    [GeneratedRegex("value=\"(\\d+)\"")]
    private static partial Regex Tick();

    /// <summary>An answer that is read while it comes.</summary>
    private sealed class Stream(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        public int Status => (int)response.StatusCode;

        public string? Type => response.Content.Headers.ContentType?.MediaType;

        public Task<string?> Line() => reader.ReadLineAsync();

        public Task<string> Rest() => reader.ReadToEndAsync();

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }

    /// <summary>The same catalog, with nothing remembered.</summary>
    private sealed class Fresh(Engine engine) : IDisposable
    {
        public Engine Engine { get; } = new(engine.Knowledge, engine.Clock, engine.Options);

        public void Dispose() => Engine.Desk.Dispose();
    }

    /// <summary>Keeps what it hears, in the order that it hears it.</summary>
    private sealed class Heard : IProgress<double>
    {
        private readonly ConcurrentQueue<double> shares = new();

        public IReadOnlyCollection<double> Shares => shares;

        public void Report(double value) => shares.Enqueue(value);
    }
}
