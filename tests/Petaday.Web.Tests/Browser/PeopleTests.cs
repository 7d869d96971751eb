using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Petaday.Web.Tests.Browser;

/// <summary>What five people do here, and what they may expect of any page: reload, back, share, keyboard, no script.</summary>
public sealed partial class PeopleTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task An_engineer_sizes_a_run_and_applies_advice()
    {
        var tab = await chromium.Open("/");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Work it out", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("llama-3.1-70b on 1,024 x h100-sxm-80gb");
        string before = await Card(tab, "Step");
        await tab.Page.Locator(".advice a.apply").First.ClickAsync();
        await Assertions.Expect(tab.Answer.Locator(".numbers")).Not.ToContainTextAsync(before);
        tab.IsClean();
    }

    [Fact]
    public async Task The_answer_follows_a_change_and_the_address_says_it()
    {
        var tab = await chromium.Open("/plan?model=llama-3.1-8b&system=dgx-h100&devices=64&tensor=1&pipeline=1");
        string before = await Card(tab, "Duration");
        await tab.Page.Locator("input[name=devices]").FillAsync("128");
        await Assertions.Expect(tab.Answer).ToContainTextAsync("128 x h100");
        tab.Page.Url.ShouldContain("devices=128");
        (await Card(tab, "Duration")).ShouldNotBe(before);
        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("128 x h100");
        tab.IsClean();
    }

    [Fact]
    public async Task Back_and_forward_go_through_what_was_asked()
    {
        var tab = await chromium.Open("/plan?model=llama-3.1-8b&system=dgx-h100&devices=64");
        await tab.Page.Locator("input[name=devices]").FillAsync("32");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Work it out", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("on 32 x");
        await tab.Page.Locator(".numbers a").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("Memory");
        await tab.Page.GoBackAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("on 32 x");
    }

    [Fact]
    public async Task A_founder_asks_for_the_best_model_of_5_million()
    {
        var tab = await chromium.Open("/");
        await tab.Page.GetByText("5 million dollars").ClickAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("USD", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_founder_sees_the_chance_of_missing_the_budget_and_the_other_paths()
    {
        var tab = await chromium.Open("/");
        await tab.Page.GetByText("What does the whole project cost?").ClickAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Chance of missing the budget");
        await tab.Page.Locator(".further").GetByText("Decide").ClickAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Recommended", new() { Timeout = 60_000 });
        tab.IsClean();
    }

    [Fact]
    public async Task An_analyst_asks_where_and_by_carbon()
    {
        var tab = await chromium.Open("/site");
        (await tab.Answer.Locator("figure svg").CountAsync()).ShouldBeGreaterThan(0);
        await tab.Page.Locator("select[name='siting.minimize']").SelectOptionAsync("carbon");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Work it out", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Answer.Locator("h1")).ToContainTextAsync("by carbon");
        tab.Page.Url.ShouldContain("siting.minimize=carbon");
        tab.IsClean();
    }

    [Fact]
    public async Task An_architect_pulls_levers()
    {
        var tab = await chromium.Open("/levers");
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Each lever alone");
        await tab.Page.Locator("input[name=levers]").FillAsync("sequence-packing,one-year");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Work it out", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("levers=sequence-packing"));
        await Assertions.Expect(tab.Answer.Locator("table").First).ToContainTextAsync("one-year");
        tab.IsClean();
    }

    [Fact]
    public async Task An_example_with_distributions_keeps_them_when_the_form_is_sent()
    {
        var tab = await chromium.Open("/cost", script: false);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Work it out", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Chance of missing the budget", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task An_energy_analyst_opens_carbon_down_to_its_sources()
    {
        var tab = await chromium.Open("/plan?model=llama-3.1-8b&system=dgx-h100&devices=64&site=us-va");
        await tab.Page.Locator(".numbers div", new() { HasText = "Carbon" }).Locator("a").ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".tree")).ToContainTextAsync("Energy on the meter");
        (await tab.Page.Locator("main").InnerTextAsync()).ShouldContain("http");
    }

    [Fact]
    public async Task A_student_starts_from_a_card_and_a_LoRA()
    {
        var tab = await chromium.Open("/");
        await tab.Page.GetByText("LoRA of a 7B").ClickAsync();
        await Assertions.Expect(tab.Answer.Locator(".numbers")).ToContainTextAsync("yes");
    }

    [Theory]
    [InlineData("SVG", "<svg")]
    [InlineData("PNG", "PNG")]
    [InlineData("CSV", "series,")]
    public async Task A_chart_can_be_taken_along(string kind, string holds)
    {
        var tab = await chromium.Open("/validation?accelerator=h100-sxm-80gb");
        var button = tab.Page.Locator("figure.chart").First.GetByRole(AriaRole.Button, new() { Name = kind });
        await Assertions.Expect(tab.Page.Locator("figure.chart[data-done]").First).ToBeVisibleAsync();
        var saved = await tab.Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        byte[] bytes = await File.ReadAllBytesAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);
        System.Text.Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 400)).ShouldContain(holds);
        bytes.Length.ShouldBeGreaterThan(1_000);
        tab.IsClean();
    }

    [Fact]
    public async Task Without_script_the_forms_and_tables_work()
    {
        var tab = await chromium.Open("/", script: false);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Work it out", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("llama-3.1-70b on 1,024");
        await tab.Page.Locator("input[name=devices]").FillAsync("512");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Work it out", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("on 512 x");
        await tab.Picture("no-script");
    }

    [Fact]
    public async Task A_keyboard_is_enough()
    {
        var tab = await chromium.Open("/");
        await tab.Page.Keyboard.PressAsync("Tab");
        (await tab.Page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldContain("Skip");
        await tab.Page.Locator("input[name=model]").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Answer).ToContainTextAsync("llama-3.1-70b on 1,024");
        for (int i = 0; i < 60 && !await tab.Page.EvaluateAsync<bool>("document.activeElement.matches('.numbers a')"); i++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
        }

        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(ExplainAddress());
    }

    [Fact]
    public async Task The_first_view_is_light()
    {
        var tab = await chromium.Open("/");
        await tab.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        double sent = await tab.Page.EvaluateAsync<double>(
            "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource')).reduce((sum, one) => sum + one.encodedBodySize, 0)"
        );
        sent.ShouldBeInRange(1_000, 400_000, sent.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<string> Card(Tab tab, string name) =>
        await tab.Answer.Locator(".numbers div", new() { HasText = name }).First.Locator("a").InnerTextAsync();

    [GeneratedRegex("/explain\\?")]
    private static partial Regex ExplainAddress();
}
