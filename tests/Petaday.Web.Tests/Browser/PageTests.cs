namespace Petaday.Web.Tests.Browser;

/// <summary>Every page: whole, clean and open to everybody, on a desk and on a phone.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    public static TheoryData<string, string> Pages =>
        new()
        {
            { "start", "/" },
            { "plan", "/plan?model=llama-3.1-70b&system=dgx-h100&devices=1024" },
            { "plan-wrong", "/plan?model=llama-3.1-7b" },
            { "compare", "/compare?model=llama-3.1-8b&system=dgx-a100-80gb,dgx-h100&devices=64" },
            { "compare-columns", "/compare?model=llama-3.1-70b&devices=512&a.system=dgx-a100-80gb&b.system=dgx-h100&c.system=dgx-b200" },
            {
                "compare-five",
                "/compare?system=dgx-h100&a.model=llama-3.1-8b&a.devices=64&b.model=llama-3.1-70b&b.devices=512&c.example=gpt3-175b-a100&d.example=llama-3.1-405b&e.example=deepseek-v3&e.name=Much the longest name that a person gave a column"
            },
            { "compare-wrong", "/compare?model=llama-3.1-8b&a.devices=64&b.devices=x&c.sistem=dgx-h100&d.system=dgx-h1&e.devices=8" },
            { "compare-one", "/compare?a.model=llama-3.1-8b&a.devices=8" },
            { "explain", "/explain?model=llama-3.1-8b&system=dgx-h100&devices=64&key=cost.total" },
            { "cost", "/cost" },
            { "cost-wrong", "/cost?model=llama-3.1-8b&draws=1" },
            { "decide", "/decide?example=decisions/student" },
            { "site", "/site" },
            { "site-serving", "/site?example=sites/train-here-serve-there" },
            {
                "levers",
                "/levers?model=llama-2-7b&system=dgx-a100-80gb&devices=8&tokens=10B&tensor=1&data=8&levers=sequence-packing,one-year"
            },
            { "outlook", "/outlook" },
            { "serving", "/serving" },
            { "catalog", "/catalog" },
            { "catalog-kind", "/catalog/accelerators" },
            { "catalog-entry", "/catalog/accelerators/h100-sxm-80gb" },
            { "validation", "/validation?accelerator=h100-sxm-80gb" },
            { "api", "/api" },
            { "missing", "/nothing" },
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_clean_and_accessible(string name, string path)
    {
        var tab = await chromium.Open(path);
        await tab.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        await tab.Picture(name);
        (await tab.Page.Locator("h1").First.IsVisibleAsync()).ShouldBeTrue();
        await tab.IsAccessible();
        await tab.FitsItsWidth();
        if (name != "missing")
        {
            tab.IsClean();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_a_phone(string name, string path)
    {
        var tab = await chromium.Open(path, width: 360, height: 740);
        await tab.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        await tab.Picture(name + "-phone");
        await tab.FitsItsWidth();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_speaks_Chinese(string name, string path)
    {
        var tab = await chromium.Open(path, language: "zh-CN");
        (await tab.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("zh-Hans");
        (await tab.Page.Locator("header nav").InnerTextAsync()).ShouldContain("方案");
        await tab.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        await tab.Picture(name + "-zh");
        await tab.IsAccessible();
        await tab.FitsItsWidth();
        await tab.Page.SetViewportSizeAsync(360, 740);
        await tab.Picture(name + "-zh-phone");
        await tab.FitsItsWidth();
    }
}
