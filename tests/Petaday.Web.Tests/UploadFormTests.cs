using System.Net;
using System.Text.RegularExpressions;
using Petaday.Catalog;
using Petaday.Web.Hosting;
using Petaday.Web.Requests;

namespace Petaday.Web.Tests;

/// <summary>Forms with files: a token that only a page of this server has, limits, and an address as the answer.</summary>
public sealed partial class UploadFormTests : IAsyncLifetime
{
    private const string Key = "a key of nine words that nobody would guess";
    private readonly Served served = new(new WebOptions { Attachments = new AttachmentLimits(3, 200_000, 300_000), MostHeldFiles = 2 });
    private readonly Served locked = new(new WebOptions { ApiKey = Key });

    public async ValueTask InitializeAsync()
    {
        await served.InitializeAsync();
        await locked.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        await locked.DisposeAsync();
    }

    [Fact]
    public async Task Without_the_token_of_a_page_nothing_is_taken()
    {
        var (token, cookie) = await Token(served, "/site");
        token.Length.ShouldBeGreaterThan(50);
        (await Send(served, "/site", null, cookie, "a.csv", "x\n"u8.ToArray())).Status.ShouldBe(400);
        (await Send(served, "/site", token, null, "a.csv", "x\n"u8.ToArray())).Status.ShouldBe(400);
        (await Send(served, "/site", "nonsense", cookie, "a.csv", "x\n"u8.ToArray())).Status.ShouldBe(400);
        var (other, _) = await Token(locked, "/site", Key);
        (await Send(served, "/site", other, cookie, "a.csv", "x\n"u8.ToArray())).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(400),
            answer => answer.Text.ShouldContain("the form was not made by this server")
        );
        (await served.Post("/site", "a=b")).Status.ShouldBe(400);
        (await Send(served, "/site", token, cookie, "a.csv", "x\n"u8.ToArray())).Status.ShouldBe(303);
    }

    [Fact]
    public async Task The_gate_asks_for_its_key_first()
    {
        var (token, cookie) = await Token(locked, "/site", Key);
        (await Send(locked, "/site", token, cookie, "a.csv", "x\n"u8.ToArray())).Status.ShouldBe(401);
        (await Send(locked, "/site", token, cookie, "a.csv", "x\n"u8.ToArray(), Key)).Status.ShouldBe(303);
    }

    [Fact]
    public async Task The_cookie_is_for_this_server_alone_and_the_policy_stands()
    {
        var (_, _, response) = await served.Get("/site");
        string cookie = response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        (await served.Get("/catalog")).Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("../a.csv", 422, "cannot be the name of an attached file")]
    [InlineData("a.exe", 422, "cannot be the name of an attached file")]
    public async Task A_name_is_checked(string name, int status, string says)
    {
        var (token, cookie) = await Token(served, "/site");
        var (code, text, _) = await Send(served, "/site", token, cookie, name, "x\n"u8.ToArray());
        code.ShouldBe(status);
        WebUtility.HtmlDecode(text).ShouldContain(says);
    }

    [Theory]
    [InlineData(200_000, 303)]
    [InlineData(200_001, 413)]
    [InlineData(8_000_000, 413)]
    public async Task A_byte_over_the_limit_is_413(int bytes, int status)
    {
        var (token, cookie) = await Token(served, "/site");
        byte[] text = new byte[bytes];
        Array.Fill(text, (byte)'a');
        (await Send(served, "/site", token, cookie, "a.csv", text)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task The_address_has_the_fields_and_the_hash_and_a_file_pushed_out_is_gone()
    {
        var (token, cookie) = await Token(served, "/site");
        byte[] hours = Noise(1);
        var (status, _, location) = await Send(served, "/site", token, cookie, "hours.csv", hours);
        status.ShouldBe(303);
        string hash = new AttachedFile("hours.csv", hours).Hash;
        location.ShouldBe($"/site?site=us-ca&siting.prices=hours.csv&attached=hours.csv~h{hash}");
        (await served.Get(location!)).Text.ShouldNotContain("no longer held");
        await Send(served, "/site", token, cookie, "hours.csv", Noise(2));
        await Send(served, "/site", token, cookie, "hours.csv", Noise(3));
        (await served.Get(location!)).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(410),
            answer => WebUtility.HtmlDecode(answer.Text).ShouldContain("the file 'hours.csv' is no longer held here")
        );
        (await served.Get("/download/site.json" + location![5..])).Status.ShouldBe(410);
    }

    [Fact]
    public async Task A_config_is_told_short_in_the_address_and_its_faults_in_words()
    {
        const string Config =
            """{ "model_type": "llama", "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4, "vocab_size": 100, "rope_theta": 1.0, "torch_dtype": "bfloat16" }""";
        var (token, cookie) = await Token(served, "/plan");
        var sent = await Send(served, "/plan", token, cookie, "my.json", System.Text.Encoding.UTF8.GetBytes(Config), field: "upload.model");
        sent.Status.ShouldBe(303);
        Uri.UnescapeDataString(sent.Location!)
            .ShouldBe(
                """/plan?site=us-ca&config={"model_type":"llama","hidden_size":64,"intermediate_size":128,"num_hidden_layers":2,"num_attention_heads":4,"vocab_size":100}"""
            );
        var wrong = await Send(
            served,
            "/plan",
            token,
            cookie,
            "my.json",
            System.Text.Encoding.UTF8.GetBytes(Config.Replace("64", "-64", StringComparison.Ordinal)),
            field: "upload.model"
        );
        wrong.Status.ShouldBe(422);
        WebUtility.HtmlDecode(wrong.Text).ShouldContain("my.json:1");
        wrong.Text.ShouldContain("hidden_size");
    }

    [Fact]
    public async Task A_template_is_there_for_the_tables_and_for_nothing_else()
    {
        (await served.Get("/template/siting.prices.csv")).Text.ShouldStartWith("datetime_utc,usd_per_kwh\n2025-01-01 00:00,\n");
        (await served.Get("/template/model.csv")).Status.ShouldBe(404);
        (await served.Get("/template/..%2f..%2fetc%2fpasswd.csv")).Status.ShouldBe(404);
    }

    [Fact]
    public void A_file_in_an_address_comes_back_whole()
    {
        byte[] bytes = Noise(7);
        var file = new AttachedFile("a b.csv", bytes);
        List<Diagnostic> problems = [];
        var held = new HeldFiles(1, 1 << 20);
        AttachedText.Read(AttachedText.Whole(file), held, 1 << 20, problems).ShouldHaveSingleItem().Bytes.ToArray().ShouldBe(bytes);
        held.Hold(file);
        AttachedText.Read(AttachedText.ByHash(file), held, 1 << 20, problems).ShouldHaveSingleItem().Bytes.ToArray().ShouldBe(bytes);
        problems.ShouldBeEmpty();
    }

    // Digits that cannot be packed into an address.
    private static byte[] Noise(int seed)
    {
#pragma warning disable CA5394 // Not a secret.
        var random = new Random(seed);
        return System.Text.Encoding.UTF8.GetBytes(
            "datetime_utc,usd_per_kwh\n" + string.Concat(Enumerable.Range(0, 3000).Select(_ => $"{random.Next()}\n"))
        );
#pragma warning restore CA5394
    }

    private static async Task<(string Token, string Cookie)> Token(Served served, string path, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (Value().Match(text).Groups[1].Value, response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    private static async Task<(int Status, string Text, string? Location)> Send(
        Served served,
        string path,
        string? token,
        string? cookie,
        string name,
        byte[] bytes,
        string? key = null,
        string field = "upload.siting.prices"
    )
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("us-ca"), "site" },
            { new StringContent(""), "siting.energy" },
        };
        form.Add(new ByteArrayContent(bytes), field, name);
        if (token is not null)
        {
            form.Add(new StringContent(token), "form-token");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        // Cookies are this test's own affair, not the client's.
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = served.Address,
        };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Location?.OriginalString
        );
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Value();
}
