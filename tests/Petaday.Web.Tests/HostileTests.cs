using System.Net.Sockets;
using System.Text;

namespace Petaday.Web.Tests;

/// <summary>Bodies, paths and headers made to harm: none is a bug, and the next client is served.</summary>
public sealed class HostileTests(Served served) : IClassFixture<Served>
{
    public static TheoryData<string, string> Bodies =>
        new()
        {
            { "deep JSON", new string('[', 100_000) },
            { "deep maps", string.Concat(Enumerable.Repeat("{\"a\":", 50_000)) },
            { "deep YAML", string.Concat(Enumerable.Range(0, 300).Select(depth => new string(' ', depth) + "a:\n")) },
            { "many values", "model: [" + string.Concat(Enumerable.Repeat("1,", 400_000)) + "1]" },
            { "a long name", new string('a', 1_000_000) + ": 1" },
            { "laughs", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\nmodel: *d\n" },
            { "the same key", "model: llama-3.1-8b\nmodel: llama-3.1-70b\n" },
            { "two documents", "model: llama-3.1-8b\n---\nmodel: llama-3.1-70b\n" },
            { "a tag", "model: !!python/object/apply:os.system [id]\n" },
            { "a merge", "<<: *none\nmodel: llama-3.1-8b\n" },
            { "an include", "include: ../../../etc/passwd\nmodel: llama-3.1-8b\n" },
            { "a file", "model: /etc/passwd\n" },
            { "a config of the server", "model: ../../../root/config.json\n" },
            { "an address", "model: http://169.254.169.254/latest/meta-data\n" },
            { "a list", "[1, 2, 3]" },
            { "a number", "42" },
            { "nothing but a mark", "\uFEFF" },
            { "control characters", "model: \u0001\u0002\u001b[31m\n" },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_is_refused_in_a_few_words(string what, string body)
    {
        foreach (string operation in new[] { "estimate", "plan" })
        {
            var (status, text) = await served.Post("/api/v1/" + operation, body);
            status.ShouldBeInRange(400, 499, what);
            text.Length.ShouldBeLessThan(20_000, what);
            text.ShouldNotContain("root:");
            text.ShouldNotContain("   at ");
            text.ShouldNotContain(AppContext.BaseDirectory);
        }
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_too_large()
    {
        var (status, text) = await served.Post("/api/v1/estimate", new string('a', (1 << 20) + 1));
        status.ShouldBe(413);
        text.ShouldContain("too large");
    }

    [Fact]
    public async Task A_body_that_is_no_text_is_refused()
    {
        using var content = new ByteArrayContent([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80]);
        using var response = await served.Client.PostAsync(
            new Uri("/api/v1/estimate", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        ((int)response.StatusCode).ShouldBe(400);
    }

    public static TheoryData<string> Requests =>
        [
            "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /..%2f..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /catalog/%2e%2e/%2e%2e/secret HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /catalog/models/..\\..\\secret HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /assets/a%00b/petaday.js HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
            "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "POST /api/v1/estimate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nmodel",
            "POST /api/v1/estimate HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
            "POST /api/v1/estimate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n",
            "POST /api/v1/estimate HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + new string('a', 40_000) + "\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"X-{i}: 1\r\n")) + "\r\n",
            "GET /?" + new string('a', 20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_harms_nobody_and_the_next_is_served(string request)
    {
        string answer = await Raw(request);
        if (answer.Length > 0)
        {
            answer.Split(' ')[1].ShouldNotBeOneOf("500", "501", "502", "503", "504");
        }

        answer.ShouldNotContain("root:");
        answer.ShouldNotContain("   at ");
        (await served.Get("/healthz")).Status.ShouldBe(200);
    }

    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(served.Address.Host, served.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        byte[] answer = new byte[4096];
        int length = await stream.ReadAsync(answer, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(answer, 0, length);
    }
}
