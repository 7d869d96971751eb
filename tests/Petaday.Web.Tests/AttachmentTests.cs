using System.Net.Http.Headers;
using System.Text;
using Petaday.Catalog;
using Petaday.Cli;
using Petaday.Cli.Rendering;
using Petaday.Web.Hosting;
using Petaday.Web.Requests;

namespace Petaday.Web.Tests;

/// <summary>Files that come with a request of the API: the answer of the command line that reads the same files from a disk.</summary>
public sealed class AttachmentTests(Served served) : IClassFixture<Served>
{
    private static readonly string Sites = Path.Combine(Root(AppContext.BaseDirectory), "examples", "sites");
    private static readonly string Configs = Path.Combine(
        Root(AppContext.BaseDirectory),
        "tests",
        "Petaday.Tests",
        "Architectures",
        "configs"
    );

    [Theory]
    [InlineData("by-the-hour", "hourly-carbon.csv,hourly-prices.csv")]
    [InlineData("time-of-use", "week-tariff.csv")]
    [InlineData("east-data-west-compute", "china-hubs.csv")]
    public async Task The_same_bytes_as_the_command_line_that_reads_the_disk(string example, string files)
    {
        string expected = CommandLine("site", Path.Combine(Sites, example + ".yaml"));
        using var form = new MultipartFormDataContent { { File(Path.Combine(Sites, example + ".yaml")), "scenario", "scenario.yaml" } };
        foreach (string name in files.Split(','))
        {
            form.Add(File(Path.Combine(Sites, name)), "file", name);
        }

        var (status, text) = await Post("/api/v1/site", form);
        status.ShouldBe(200, text);
        text.ShouldBe(expected);
    }

    [Fact]
    public async Task A_config_is_a_part_under_the_key_that_names_it()
    {
        string directory = Directory.CreateTempSubdirectory("petaday").FullName;
        System.IO.File.Copy(Path.Combine(Configs, "llama-3.2-1b.json"), Path.Combine(directory, "own.json"));
        string scenario = Path.Combine(directory, "scenario.yaml");
        await System.IO.File.WriteAllTextAsync(
            scenario,
            "model: own.json\nsystem: { id: dgx-h100, devices: 8 }\nstrategy: { tensor: 1, pipeline: 1 }\n",
            TestContext.Current.CancellationToken
        );
        string expected = CommandLine("explain", "cost.total", scenario);
        Directory.Delete(directory, recursive: true);

        using var form = new MultipartFormDataContent
        {
            { File(Path.Combine(Configs, "llama-3.2-1b.json")), "model", "own.json" },
            { new StringContent("dgx-h100"), "system" },
            { new StringContent("8"), "devices" },
            { new StringContent("1"), "tensor" },
            { new StringContent("cost.total"), "key" },
        };
        var (status, text) = await Post("/api/v1/explain?pipeline=1", form);
        status.ShouldBe(200, text);
        text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("../hourly-prices.csv", 422, "cannot be the name of an attached file")]
    [InlineData("/etc/hourly-prices.csv", 422, "cannot be the name of an attached file")]
    [InlineData("file:hourly-prices.csv", 422, "cannot be the name of an attached file")]
    [InlineData("hourly-prices.exe", 422, "cannot be the name of an attached file")]
    [InlineData("Hourly-prices.csv", 422, "siting.prices: 'hourly-prices.csv' is not attached")]
    public async Task A_name_that_is_not_the_scenarios_is_told(string name, int status, string says)
    {
        using var form = Prices(name, await System.IO.File.ReadAllBytesAsync(Path.Combine(Sites, "hourly-prices.csv"), Cancel));
        var (code, text) = await Post("/api/v1/site", form);
        code.ShouldBe(status, text);
        text.ShouldContain(says);
    }

    [Fact]
    public async Task A_fault_is_told_by_file_and_line()
    {
        using var form = Prices("hourly-prices.csv", "datetime_utc,usd_per_kwh\n2025-01-01 00:00,0.1\n2025-01-01 01:00,x\n"u8.ToArray());
        var (code, text) = await Post("/api/v1/site", form);
        code.ShouldBe(422, text);
        text.ShouldContain("hourly-prices.csv:3: usd_per_kwh: 'x' cannot be a price");
        text.ShouldContain("\"file\": \"hourly-prices.csv\"");
    }

    public static TheoryData<string, string> Broken =>
        new()
        {
            { "zip", "this is not UTF-8 text" },
            { "utf-16", "this is not UTF-8 text" },
            { "utf-16 without a mark", "this is a binary file" },
            { "one line", "there is no column 'Datetime (UTC)'" },
            { "many columns", "the header has more than 1000 columns" },
            { "quote", "a quote that is opened" },
            { "nothing", "the file has no rows" },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_file_made_to_harm_gives_one_clear_message(string kind, string says)
    {
        const string Good = "datetime_utc,usd_per_kwh\n2025-01-01 00:00,0.1\n";
        byte[] bytes = kind switch
        {
            "zip" => [0x50, 0x4b, 3, 4, .. new byte[1000], 0xff, 0xfe],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Good)],
            "utf-16 without a mark" => Encoding.Unicode.GetBytes(Good),
            "one line" => Encoding.UTF8.GetBytes(new string('a', 1_900_000) + "\n1\n"),
            "many columns" => Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 200_000)) + "\n"),
            "quote" => Encoding.UTF8.GetBytes("datetime_utc,usd_per_kwh\n\"" + new string('a', 1_000_000)),
            _ => [],
        };
        using var form = Prices("hourly-prices.csv", bytes);
        var (status, text) = await Post("/api/v1/site", form);
        status.ShouldBeOneOf(413, 422);
        text.ShouldContain(says);
        text.Length.ShouldBeLessThan(5_000);
    }

    [Fact]
    public async Task Limits_of_size_and_number_are_413()
    {
        int most = new AttachmentLimits().MostBytesEach;
        using var large = Prices("hourly-prices.csv", new byte[most + 1]);
        (await Post("/api/v1/site", large)).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(413),
            answer => answer.Text.ShouldContain("this file has 2097153 bytes")
        );
        using var many = new MultipartFormDataContent();
        foreach (int one in Enumerable.Range(0, 17))
        {
            many.Add(new ByteArrayContent([1]), "file", $"{one}.csv");
        }

        (await Post("/api/v1/site", many)).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(413),
            answer => answer.Text.ShouldContain("17 files are attached; expected at most 16")
        );
        using var huge = Prices("hourly-prices.csv", new byte[6 << 20]);
        (await Post("/api/v1/site", huge)).Status.ShouldBe(413);
        using var twice = new MultipartFormDataContent { { File(Path.Combine(Sites, "week-tariff.csv")), "a", "a.csv" } };
        twice.Add(File(Path.Combine(Sites, "week-tariff.csv")), "b", "a.csv");
        (await Post("/api/v1/site", twice)).Text.ShouldContain("two attached files have this name");
    }

    [Theory]
    [InlineData("multipart/form-data", 400)]
    [InlineData("multipart/form-data; boundary=x", 400)]
    public async Task A_broken_form_is_refused(string type, int status)
    {
        using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.csv\"\r\n\r\nnever ends");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        (await Post("/api/v1/site", content)).Status.ShouldBe(status);
        (await served.Get("/healthz")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_address_holds_a_small_file_and_a_bomb_in_it_is_not_unpacked()
    {
        var file = new AttachedFile("t.csv", await System.IO.File.ReadAllBytesAsync(Path.Combine(Sites, "week-tariff.csv"), Cancel));
        const string Query =
            "/api/v1/site?site=us-ca&siting.energy=9.36 MWh&siting.runTime=10 d&goal.deadline=21 d&siting.week=t.csv&attached=";
        var (status, text, _) = await served.Get(Query + AttachedText.Whole(file));
        status.ShouldBe(200, text);
        var bomb = new AttachedFile("t.csv", new byte[4 << 20]);
        (await served.Get(Query + AttachedText.Whole(bomb))).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(413, answer.Text),
            answer => answer.Text.ShouldContain("at most 2097152 bytes")
        );
        (await served.Get(Query + "t.csv~zAAAA!!")).Text.ShouldContain("does not hold 't.csv' whole");
        (await served.Get(Query + AttachedText.ByHash(file))).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(410),
            answer => answer.Text.ShouldContain("'t.csv' is no longer held here")
        );
    }

    [Fact]
    public void Held_files_are_bounded_and_the_oldest_goes_first()
    {
        AttachedFile[] files = [.. Enumerable.Range(0, 4).Select(one => new AttachedFile($"{one}.csv", new byte[10 + one]))];
        var held = new HeldFiles(mostFiles: 3, mostBytes: 1000);
        foreach (var file in files[..3])
        {
            held.Hold(file);
        }

        held.Find(files[0].Hash, "other.csv").ShouldNotBeNull().Name.ShouldBe("other.csv");
        held.Hold(files[3]);
        held.Find(files[1].Hash, "1.csv").ShouldBeNull();
        held.Find(files[0].Hash, "0.csv").ShouldNotBeNull();
        var narrow = new HeldFiles(mostFiles: 30, mostBytes: 24);
        narrow.Hold(files[0]);
        narrow.Hold(files[1]);
        narrow.Hold(files[1]);
        narrow.Count.ShouldBe(2);
        narrow.Hold(files[2]);
        (narrow.Count, narrow.Find(files[2].Hash, "2.csv") is null).ShouldBe((2, false));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static MultipartFormDataContent Prices(string name, byte[] bytes)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent("site: us-ca\nsiting: { energy: 9 MWh, runTime: 5 d, prices: hourly-prices.csv }\n"), "scenario" },
        };
        form.Add(new ByteArrayContent(bytes), "file", name);
        return form;
    }

    private static ByteArrayContent File(string path) => new(System.IO.File.ReadAllBytes(path));

    private async Task<(int Status, string Text)> Post(string path, HttpContent content)
    {
        using var response = await served.Client.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    private static string CommandLine(params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        App.Run([.. words, "--format", "json"], new Terminal(output, error), TimeProvider.System, Cancel).ShouldBe(0, error.ToString());
        return output.ToString();
    }

    private static string Root(string directory) =>
        System.IO.File.Exists(Path.Combine(directory, "Petaday.slnx")) ? directory : Root(Path.GetDirectoryName(directory)!);
}
