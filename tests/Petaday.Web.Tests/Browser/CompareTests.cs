using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Petaday.Web.Tests.Browser;

/// <summary>What people do who set scenarios side by side.</summary>
public sealed partial class CompareTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Two = "/compare?model=llama-3.1-8b&devices=64&a.system=dgx-a100-80gb&b.system=dgx-h100";

    [Fact]
    public async Task An_architect_compares_two_accelerators_and_shares_the_view()
    {
        var tab = await chromium.Open("/");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Which machine?" }).ClickAsync();
        await Assertions.Expect(Heads(tab)).ToHaveCountAsync(3);
        await tab.Page.Locator("input[name='b.system']").FillAsync("dgx-h200");
        await Assertions.Expect(tab.Answer).ToContainTextAsync("512 x dgx-h200");
        tab.Page.Url.ShouldContain("b.system=dgx-h200");
        await Assertions.Expect(Row(tab, "Time of a step").Locator(".mark")).ToHaveCountAsync(1);
        await Assertions.Expect(Row(tab, "Time of a step")).ToContainTextAsync("×");
        string said = await tab.Answer.Locator("table.results").InnerTextAsync();

        var colleague = await chromium.Open(new Uri(tab.Page.Url).PathAndQuery);
        (await colleague.Answer.Locator("table.results").InnerTextAsync()).ShouldBe(said);
        await colleague.Page.ReloadAsync();
        (await colleague.Answer.Locator("table.results").InnerTextAsync()).ShouldBe(said);
        tab.IsClean();
    }

    [Fact]
    public async Task Cases_of_lists_stand_side_by_side_and_become_columns()
    {
        var tab = await chromium.Open("/compare?model=llama-3.1-8b&system=dgx-a100-80gb,dgx-h100&devices=64");
        await Assertions.Expect(Heads(tab)).ToHaveCountAsync(2);
        string before = await Row(tab, "Cost").InnerTextAsync();
        await tab.Page.GetByText("Give each a column of its own").ClickAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync(OwnColumns());
        await Assertions.Expect(Heads(tab)).ToHaveCountAsync(2);
        (await Row(tab, "Cost").InnerTextAsync()).ShouldBe(before);
        tab.IsClean();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Columns_are_added_named_moved_and_removed(bool script)
    {
        var tab = await chromium.Open(Two, script: script);
        await Act(tab, "Add one like this B");
        await Assertions.Expect(Heads(tab)).ToHaveCountAsync(3);
        await tab.Page.Locator("input[name='c.name']").FillAsync("with fp8");
        await tab.Page.Locator("input[name='c.precision']").FillAsync("fp8");
        await tab.Page.Locator("form.scenario button").First.ClickAsync();
        await Assertions.Expect(Heads(tab).Nth(2)).ToContainTextAsync("with fp8");
        await Act(tab, "Make it the reference C");
        await Assertions.Expect(Heads(tab).First).ToContainTextAsync("with fp8");
        await Assertions.Expect(Heads(tab).First).ToContainTextAsync("reference");
        await Act(tab, "Remove B");
        await Assertions.Expect(Heads(tab)).ToHaveCountAsync(2);
        (await Heads(tab).Last.InnerTextAsync()).ShouldContain("dgx-h100");
        await tab.Page.GoBackAsync();
        await Assertions.Expect(Heads(tab)).ToHaveCountAsync(3);
        tab.IsClean();
    }

    [Fact]
    public async Task A_scenario_is_pasted_without_script()
    {
        var tab = await chromium.Open(Two, script: false);
        await tab.Page.Locator("summary", new() { HasText = "Paste a scenario" }).ClickAsync();
        await tab
            .Page.Locator("textarea[name='b.scenario']")
            .FillAsync("model: gpt3-1.3b\nsystem: { id: dgx-h100, devices: 8 }\nrecipe: { tokens: 26B }\n");
        await tab.Page.Locator("form.scenario button").First.ClickAsync();
        (await tab.Answer.InnerTextAsync()).ShouldContain("gpt3-1.3b");
        (await tab.Page.Locator("textarea[name='b.scenario']").InputValueAsync()).ShouldContain("26B");
        tab.IsClean();
    }

    [Fact]
    public async Task A_published_run_is_chosen_for_a_column()
    {
        var tab = await chromium.Open(Two);
        await tab.Page.Locator("input[name='b.system']").FillAsync("");
        await tab.Page.Locator("select[name='b.example']").SelectOptionAsync("gpt3-175b-a100");
        await Assertions.Expect(Row(tab, "Machines")).ToContainTextAsync("1,024 x dgx-a100-80gb");
        await Assertions.Expect(tab.Answer).ToContainTextAsync("gpt3-175b");
    }

    [Fact]
    public async Task A_plan_goes_on_to_a_comparison()
    {
        var tab = await chromium.Open("/plan?model=llama-3.1-8b&system=dgx-h100&devices=64");
        string cost = await tab.Answer.Locator(".numbers div", new() { HasText = "Cost" }).First.Locator("a").InnerTextAsync();
        await tab.Page.GetByText("Compare with another scenario").ClickAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("ask for the same");
        await Assertions.Expect(Row(tab, "Cost")).ToContainTextAsync(cost);
        await tab.Page.Locator("input[name='b.devices']").FillAsync("128");
        await Assertions.Expect(Row(tab, "Machines")).ToContainTextAsync("128 x dgx-h100");
        await Assertions.Expect(Row(tab, "Machines")).ToContainTextAsync("64 x dgx-h100");
        tab.IsClean();
    }

    [Fact]
    public async Task A_number_of_a_column_opens_into_its_derivation()
    {
        var tab = await chromium.Open(Two);
        string shown = await Row(tab, "Time of a step").Locator("a.figure").Nth(1).InnerTextAsync();
        await Row(tab, "Time of a step").Locator("a.figure").Nth(1).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".tree")).ToContainTextAsync(shown);
    }

    [Fact]
    public async Task A_phone_keeps_the_names_of_rows_in_sight()
    {
        var tab = await chromium.Open(Two + "&c.system=dgx-b200", width: 375, height: 740);
        var box = tab.Answer.Locator(".scroll").First;
        await box.EvaluateAsync("box => box.scrollLeft = 400");
        var name = await Row(tab, "Cost").Locator("th").BoundingBoxAsync();
        name!.X.ShouldBeInRange(0, 60);
        await tab.FitsItsWidth();
        await tab.Picture("compare-phone-scrolled");
    }

    [Fact]
    public async Task A_keyboard_is_enough()
    {
        var tab = await chromium.Open(Two);
        await tab.Page.Locator("input[name='b.system']").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Control+A");
        await tab.Page.Keyboard.TypeAsync("dgx-h200");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Answer).ToContainTextAsync("64 x dgx-h200");
        for (int i = 0; i < 200 && !await tab.Page.EvaluateAsync<bool>("document.activeElement.textContent.startsWith('Remove')"); i++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
        }

        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Heads(tab)).ToHaveCountAsync(1);
        tab.IsClean();
    }

    [Fact]
    public async Task It_speaks_Chinese()
    {
        var tab = await chromium.Open(Two, language: "zh-CN");
        string text = await tab.Answer.InnerTextAsync();
        text.ShouldContain("最优");
        text.ShouldContain("每步时间");
        await Assertions.Expect(tab.Page.Locator("form.scenario")).ToContainTextAsync("全部共用");
    }

    [Fact]
    public async Task It_prints_the_answer_alone()
    {
        var tab = await chromium.Open(Two);
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await tab.Page.Locator("form.scenario").IsVisibleAsync()).ShouldBeFalse();
        (await tab.Answer.Locator("table").First.IsVisibleAsync()).ShouldBeTrue();
        await tab.Picture("compare-print");
    }

    private static ILocator Heads(Tab tab) => tab.Answer.Locator("table.results thead th");

    private static ILocator Row(Tab tab, string name) =>
        tab
            .Answer.Locator("table.results tbody tr")
            .Filter(new() { Has = tab.Page.Locator("th", new() { HasTextRegex = new Regex($"^{name}$") }) });

    private static Task Act(Tab tab, string name) => tab.Answer.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

    [GeneratedRegex("a\\.system=dgx-a100-80gb.*b\\.system=dgx-h100")]
    private static partial Regex OwnColumns();
}
