using Microsoft.Playwright;

namespace Petaday.Web.Tests.Browser;

/// <summary>What a person sees of an answer that takes long: how far it is, and a button that ends it.</summary>
public sealed class WaitingTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Quick =
        "/levers?model=llama-2-7b&system=dgx-a100-80gb&devices=8&tokens=10B&tensor=1&data=8&levers=sequence-packing";

    private static readonly LocatorAssertionsToContainTextOptions Long = new() { Timeout = 60_000 };

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task The_old_answer_stays_under_the_panel_and_nothing_stands_in_anybodys_way(int width, bool dark)
    {
        // Each case asks something else: what was answered once is remembered.
        string asked = Quick.Replace("10B", $"{width + (dark ? 1 : 0)}M", StringComparison.Ordinal);
        var tab = await chromium.Open(asked, width, 900, dark: dark);
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Each lever alone", Long);
        await using (await HeldTurn.Take(chromium.Server.Engine))
        {
            await Ask(tab, "fp8");
            await Assertions.Expect(Panel(tab)).ToContainTextAsync("Waiting for a turn");
            await Assertions.Expect(tab.Answer).ToContainTextAsync("Each lever alone");
            await Assertions.Expect(Said(tab)).ToHaveTextAsync("Working it out");
            await tab.IsAccessible();
            await tab.FitsItsWidth();
            await tab.Picture($"waiting-{width}{(dark ? "-dark" : "")}");
            await Cancel(tab).ClickAsync();
            await Assertions.Expect(Panel(tab)).ToContainTextAsync("Cancelled");
            await Assertions.Expect(Said(tab)).ToContainTextAsync("Cancelled");
            await tab.IsAccessible();
            await tab.Picture($"cancelled-{width}{(dark ? "-dark" : "")}");
        }

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).ClickAsync();
        await Assertions.Expect(tab.Answer.Locator("table").First).ToContainTextAsync("fp8", Long);
        await Assertions.Expect(Panel(tab)).ToHaveCountAsync(0);
        tab.Page.Url.ShouldContain("levers=fp8");
        tab.IsClean();
    }

    [Fact]
    public async Task Progress_moves_and_cancelling_ends_the_work()
    {
        var tab = await chromium.Open("/outlook");
        await tab.Page.EvaluateAsync("history.replaceState(null, '', '/outlook?law=true&system=dgx-h200')");
        await tab.Page.EvaluateAsync("dispatchEvent(new PopStateEvent('popstate'))");
        await Assertions.Expect(tab.Page.Locator(".work progress:not([value='0'])")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        chromium.Server.Engine.Desk.Working.ShouldBe(1);
        await tab.Picture("progress");
        await Cancel(tab).ClickAsync();
        await Assertions.Expect(Panel(tab)).ToContainTextAsync("Cancelled");
        await Ends();
        tab.IsClean();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(360, true)]
    public async Task A_page_that_is_opened_arrives_with_its_form_and_can_be_cancelled_by_keyboard(int width, bool dark)
    {
        await using (await HeldTurn.Take(chromium.Server.Engine))
        {
            var tab = await chromium.Open("/levers?example=outlook/one-node-7b", width, 900, wait: false, dark: dark);
            await Assertions.Expect(tab.Page.Locator("input[name=levers]")).ToBeVisibleAsync();
            await Assertions.Expect(Cancel(tab)).ToBeVisibleAsync();
            await Assertions.Expect(tab.Page.Locator("#answer .tick:visible")).ToContainTextAsync("Waiting for a turn");
            await tab.IsAccessible();
            await tab.FitsItsWidth();
            await tab.Picture($"arriving-{width}{(dark ? "-dark" : "")}");
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Work it out", Exact = true }).FocusAsync();
            await tab.Page.Keyboard.PressAsync("Tab"); // to the files of one's own
            await tab.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(Cancel(tab)).ToBeFocusedAsync();
            await tab.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(Panel(tab)).ToContainTextAsync("Cancelled");
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Ask again" })).ToBeFocusedAsync();
            tab.IsClean();
        }
    }

    [Fact]
    public async Task A_page_that_is_opened_and_waited_for_is_the_page()
    {
        Tab tab;
        await using (await HeldTurn.Take(chromium.Server.Engine))
        {
            tab = await chromium.Open(Quick + ",fp8", wait: false);
            await Assertions.Expect(Cancel(tab)).ToBeVisibleAsync();
        }

        await Assertions.Expect(tab.Answer).ToContainTextAsync("Each lever alone", Long);
        await Assertions.Expect(Panel(tab)).ToHaveCountAsync(0);
        await Assertions.Expect(Said(tab)).ToHaveTextAsync("The answer is ready");
        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Each lever alone");
        await Assertions.Expect(tab.Page.Locator("figure.chart button, figure svg").First).ToBeVisibleAsync();
        tab.IsClean();
    }

    [Fact]
    public async Task Another_question_takes_the_place_of_the_one_that_runs()
    {
        var tab = await chromium.Open(Quick);
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Each lever alone", Long);
        await using (await HeldTurn.Take(chromium.Server.Engine))
        {
            await Ask(tab, "one-year");
            await Assertions.Expect(Cancel(tab)).ToBeVisibleAsync();
            await Ask(tab, "sequence-packing,one-year");
            await Assertions.Expect(Cancel(tab)).ToHaveCountAsync(1);
        }

        await Assertions
            .Expect(tab.Page)
            .ToHaveURLAsync(new System.Text.RegularExpressions.Regex("levers=sequence-packing%2Cone-year"), new() { Timeout = 60_000 });
        await tab.Page.GoBackAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("levers=sequence-packing$"));
        await Assertions.Expect(tab.Answer).ToContainTextAsync("Each lever alone");
        await Assertions.Expect(Panel(tab)).ToHaveCountAsync(0);
        tab.IsClean();
    }

    [Fact]
    public async Task Without_script_how_far_it_is_moves_as_well_and_the_page_is_whole()
    {
        Tab tab;
        await using (await HeldTurn.Take(chromium.Server.Engine))
        {
            tab = await chromium.Open(Quick + ",long-context", script: false, wait: false);
            await Assertions.Expect(Panel(tab)).ToContainTextAsync("Waiting for a turn");
            await Assertions.Expect(Cancel(tab)).ToBeHiddenAsync();
            await Assertions.Expect(tab.Page.Locator("#answer .tick:visible")).ToHaveCountAsync(1);
            await tab.Picture("arriving-no-script");
        }

        await Assertions.Expect(tab.Page.Locator("footer")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(Panel(tab)).ToBeHiddenAsync();
        (await tab.Answer.InnerTextAsync()).Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task It_is_said_in_Chinese()
    {
        await using (await HeldTurn.Take(chromium.Server.Engine))
        {
            var tab = await chromium.Open("/levers?example=outlook/one-node-7b", language: "zh-CN", wait: false);
            await Assertions.Expect(Panel(tab)).ToContainTextAsync("排队等候中");
            await tab.Picture("arriving-zh");
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();
            await Assertions.Expect(Panel(tab)).ToContainTextAsync("已取消");
        }
    }

    private static ILocator Panel(Tab tab) => tab.Page.Locator("#answer > .work");

    private static ILocator Cancel(Tab tab) => tab.Page.Locator("#answer > .work .cancel");

    private static ILocator Said(Tab tab) => tab.Page.Locator("#said");

    private static async Task Ask(Tab tab, string levers)
    {
        await tab.Page.Locator("input[name=levers]").FillAsync(levers);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Work it out" }).ClickAsync();
    }

    private async Task Ends()
    {
        while (chromium.Server.Engine.Desk.Working > 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
