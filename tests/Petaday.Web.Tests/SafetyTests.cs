using System.Net;
using System.Net.Sockets;
using System.Text;
using Petaday.Web.Hosting;

namespace Petaday.Web.Tests;

/// <summary>What a hostile client can do: nothing that others would notice.</summary>
public sealed class SafetyTests(Served served) : IClassFixture<Served>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/plan?model=llama-3.1-8b&devices=8")]
    [InlineData("/api/v1/estimate?model=nothing")]
    [InlineData("/nothing")]
    public async Task Every_answer_has_its_headers(string path)
    {
        var (_, _, response) = await served.Get(path);
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/plan?model=llama-3.1-8b&devices=8")]
    [InlineData("/validation?accelerator=h100-sxm-80gb")]
    [InlineData("/catalog/models/llama-3.1-8b")]
    public async Task Pages_have_no_inline_script_or_style(string path)
    {
        string text = (await served.Get(path)).Text;
        text.ShouldNotContain("<style");
        text.ShouldNotContain(" style=\"");
        text.ShouldNotContain(" onclick");
        foreach (string tag in text.Split("<script").Skip(1))
        {
            tag.Split('>')[1].ShouldStartWith("</script");
        }
    }

    [Theory]
    [InlineData("/plan?model=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/plan?model=llama-3.1-8b&devices=8&scenario=name:%20%22%3Cimg%20src=x%20onerror=alert(1)%3E%22")]
    [InlineData("/catalog?search=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/plan?model=llama-3.1-8b&lang=%22%3E%3Cscript%3E")]
    public async Task Script_in_a_field_stays_text(string path)
    {
        string text = (await served.Get(path)).Text;
        text.ShouldNotContain("<script>alert");
        text.ShouldNotContain("<img src=x");
        text.ShouldNotContain("\"><script");
    }

    [Theory]
    [InlineData("/assets/x/../../etc/passwd")]
    [InlineData("/assets/x/..%2f..%2fetc%2fpasswd")]
    [InlineData("/catalog/models/..%2f..%2fREADME")]
    [InlineData("/plan?example=../../etc/passwd")]
    [InlineData("/download/estimate.exe?model=llama-3.1-8b&devices=8")]
    public async Task No_file_of_the_server_is_reached(string path)
    {
        var (status, text, _) = await served.Get(path);
        status.ShouldBeLessThan(500);
        text.ShouldNotContain("root:");
    }

    [Fact]
    public async Task Another_name_for_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(421);
    }

    [Fact]
    public async Task A_key_guards_everything_but_the_health()
    {
        await using var guarded = new Served(new WebOptions { ApiKey = "correct horse" });
        await guarded.InitializeAsync();
        (await guarded.Get("/")).Status.ShouldBe(401);
        (await guarded.Get("/api/v1/catalog")).Status.ShouldBe(401);
        (await guarded.Get("/healthz")).Status.ShouldBe(200);
        guarded.Client.DefaultRequestHeaders.Add("X-Api-Key", "wrong");
        (await guarded.Get("/")).Status.ShouldBe(401);
        guarded.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        guarded.Client.DefaultRequestHeaders.Add("X-Api-Key", "correct horse");
        (await guarded.Get("/")).Status.ShouldBe(200);
        guarded.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        guarded.Client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("any:correct horse"u8));
        (await guarded.Get("/")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("http://0.0.0.0:1", true)]
    [InlineData("http://*:1", true)]
    [InlineData("http://10.0.0.1:1", true)]
    [InlineData("http://localhost:1", false)]
    [InlineData("http://[::1]:1", false)]
    public void An_address_that_leaves_the_machine_is_known(string url, bool leaves) => WebOptions.LeavesMachine(url).ShouldBe(leaves);

    [Fact]
    public async Task A_slow_or_broken_request_harms_nobody()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, served.Address.Port, TestContext.Current.CancellationToken);
        await socket
            .GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow:"), TestContext.Current.CancellationToken);
        (await served.Get("/healthz")).Status.ShouldBe(200);
        using var broken = new TcpClient();
        await broken.ConnectAsync(IPAddress.Loopback, served.Address.Port, TestContext.Current.CancellationToken);
        await broken
            .GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes("\0\u0001\u0002 nonsense\r\n\r\n"), TestContext.Current.CancellationToken);
        (await served.Get("/healthz")).Status.ShouldBe(200);
    }
}
