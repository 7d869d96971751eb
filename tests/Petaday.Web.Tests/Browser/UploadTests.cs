using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Petaday.Web.Tests.Browser;

/// <summary>Files of one's own on the pages: chosen, sent, and in an address that can be reloaded and shared.</summary>
public sealed class UploadTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Attach = "Attach and work it out";
    private static readonly string Root = RootOf(AppContext.BaseDirectory);
    private static readonly string Config = Path.Combine(Root, "tests", "Petaday.Tests", "Architectures", "configs", "llama-3.2-1b.json");
    private static readonly string Prices = Path.Combine(Root, "examples", "sites", "hourly-prices.csv");

    /// <summary>A year of prices by the hour: cheap at night.</summary>
    private static FilePayload Year
    {
        get
        {
            var text = new StringBuilder("datetime_utc,usd_per_kwh\n");
            for (int hour = 0; hour < 8760; hour++)
            {
                var time = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour);
                double price = 0.08 + (0.03 * Math.Sin(2 * Math.PI * (hour % 24 - 9) / 24)) + (0.0131 * Math.Sin(hour * 0.7919));
                text.Append(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm:ss},{price:0.00000}\n");
            }

            return new FilePayload
            {
                Name = "year 2025.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(text.ToString()),
            };
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_in_a_field_asks_and_sends_no_files(bool script)
    {
        var tab = await chromium.Open("/site?site=us-ca&siting.energy=9.36 MWh", script: script);
        List<string> methods = [];
        tab.Page.Request += (_, request) => methods.Add(request.Method);
        await tab.Page.Locator("input[name=site]").FillAsync("us-tx");
        await tab.Page.Locator("input[name=site]").PressAsync("Enter");
        await Assertions.Expect(tab.Answer).ToContainTextAsync("us-tx");
        methods.ShouldNotContain("POST");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_config_becomes_part_of_an_address_that_can_be_shared(bool script)
    {
        var tab = await chromium.Open("/plan?model=llama-3.1-8b&system=dgx-h100&devices=8&tensor=1&pipeline=1", script: script);
        await tab.Page.Locator("details.files > summary").ClickAsync();
        await tab.Page.Locator("input[name='upload.model']").SetInputFilesAsync(Config);
        await tab.Page.Locator("input[name=devices]").FillAsync("16");
        await Send(tab);
        await Assertions.Expect(tab.Answer).ToContainTextAsync("config.json on 16 x h100");
        string address = tab.Page.Url;
        address.ShouldContain("config=");
        address.ShouldNotContain("token");
        address.ShouldNotContain("upload");
        address.Length.ShouldBeLessThan(1_500);
        await Assertions.Expect(tab.Page.Locator(".attached")).ToContainTextAsync("config.json in the address");
        string step = await tab.Answer.Locator(".numbers dd").Nth(1).InnerTextAsync();
        await tab.Page.ReloadAsync();
        (await tab.Answer.Locator(".numbers dd").Nth(1).InnerTextAsync()).ShouldBe(step);
        var other = await chromium.Open(address, script: !script);
        (await other.Answer.Locator(".numbers dd").Nth(1).InnerTextAsync()).ShouldBe(step);
        await tab.Picture(script ? "upload-config" : "upload-config-noscript");
        if (script)
        {
            await tab.IsAccessible();
            await tab.FitsItsWidth();
            // The answer still follows what is typed.
            await tab.Page.Locator("input[name=devices]").FillAsync("32");
            await Assertions.Expect(tab.Answer).ToContainTextAsync("config.json on 32 x h100");
            tab.Page.Url.ShouldContain("config=");
        }

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "remove config.json" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".attached")).ToHaveCountAsync(0);
        tab.IsClean();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Prices_of_a_year_are_held_and_shown_by_the_hour(bool script)
    {
        var tab = await chromium.Open("/site?site=us-ca&siting.energy=9.36 MWh&siting.runTime=10 d&goal.deadline=360 d", script: script);
        await tab.Page.Locator("input[name='upload.siting.prices']").SetInputFilesAsync(Year);
        await Send(tab);
        await Assertions.Expect(tab.Answer.Locator("h2", new() { HasText = "By the hour" })).ToBeVisibleAsync();
        string address = tab.Page.Url;
        address.ShouldContain("siting.prices=year%202025.csv");
        address.ShouldContain("~h");
        address.Length.ShouldBeLessThan(700);
        (await tab.Answer.Locator("figure.chart svg").CountAsync()).ShouldBeGreaterThanOrEqualTo(3);
        (await tab.Answer.InnerTextAsync()).ShouldContain("Price of year 2025.csv, 8640 hours");
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Saved by pausing");
        await Assertions.Expect(tab.Page.Locator(".attached")).ToContainTextAsync("held here");
        await tab.Picture(script ? "upload-year" : "upload-year-noscript");
        (await tab.Page.Locator("details.more:not(.files)").GetAttributeAsync("open")).ShouldBeNull();
        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Saved by pausing");
        var other = await chromium.Open(address, width: 360, height: 740, script: script);
        await Assertions.Expect(other.Answer).ToContainTextAsync("Saved by pausing");
        await other.FitsItsWidth();
        await other.Picture(script ? "upload-year-phone" : "upload-year-phone-noscript");
        if (script)
        {
            await tab.IsAccessible();
            tab.IsClean();
        }
    }

    [Fact]
    public async Task A_file_that_is_gone_is_asked_for_again()
    {
        var tab = await chromium.Open(
            $"/site?site=us-ca&siting.energy=9.36 MWh&siting.runTime=10 d&goal.deadline=21 d&siting.prices=hourly-prices.csv&attached=hourly-prices.csv~h{new string('A', 43)}"
        );
        await Assertions.Expect(tab.Answer).ToContainTextAsync("the file 'hourly-prices.csv' is no longer held here");
        await tab.Picture("upload-gone");
        await tab.IsAccessible();
        await tab.Page.Locator("input[name='upload.siting.prices']").SetInputFilesAsync(Prices);
        await Send(tab);
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Saved by pausing");
    }

    [Fact]
    public async Task Hours_in_Chinese()
    {
        var tab = await chromium.Open("/site?example=sites/by-the-hour", language: "zh-CN");
        await Assertions.Expect(tab.Page.Locator("details.files > summary")).ToHaveTextAsync("自己的文件");
        await tab.Picture("site-hours-zh");
        await tab.IsAccessible();
        tab.IsClean();
    }

    [Fact]
    public async Task A_file_that_is_none_is_refused_in_words()
    {
        var tab = await chromium.Open("/plan?model=llama-3.1-8b&devices=8");
        await tab.Page.Locator("details.files > summary").ClickAsync();
        await tab
            .Page.Locator("input[name='upload.model']")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "config.json",
                    MimeType = "application/json",
                    Buffer = [0x50, 0x4b, 3, 4, 0xff, 0xfe],
                }
            );
        await Send(tab);
        await Assertions.Expect(tab.Page.Locator(".problem")).ToContainTextAsync("config.json: this is not UTF-8 text");
        await tab.Picture("upload-refused");
        await tab.IsAccessible();
    }

    private static Task Send(Tab tab) => tab.Page.GetByRole(AriaRole.Button, new() { Name = Attach }).ClickAsync();

    private static string RootOf(string directory) =>
        File.Exists(Path.Combine(directory, "Petaday.slnx")) ? directory : RootOf(Path.GetDirectoryName(directory)!);
}
