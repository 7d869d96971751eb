using Microsoft.Playwright;
using Petaday.Web.Hosting;

namespace Petaday.Web.Tests.Browser;

/// <summary>A real Chromium over a real server. What the console says beside the page's own work is kept: a clean page says nothing.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly Served served;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public Chromium()
        : this(new WebOptions()) { }

    internal Chromium(WebOptions options) => served = new Served(options);

    /// <summary>Where pictures are put that a person looks at; null where nobody asked.</summary>
    public static string? Pictures => System.Environment.GetEnvironmentVariable("PETADAY_PICTURES");

    /// <summary>What it looks at.</summary>
    internal Served Server => served;

    public async ValueTask InitializeAsync()
    {
        await served.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = System.Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu"],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await served.DisposeAsync();
    }

    /// <summary>A page of its own, with no memory of others; where it is not waited for, it is still arriving.</summary>
    public async Task<Tab> Open(
        string path,
        int width = 1280,
        int height = 900,
        bool script = true,
        string language = "en",
        bool wait = true,
        bool dark = false
    )
    {
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = served.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = height },
                JavaScriptEnabled = script,
                Locale = language,
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            }
        );
        var page = await context.NewPageAsync();
        var tab = new Tab(page);
        await page.GotoAsync(path, new() { WaitUntil = wait ? WaitUntilState.Load : WaitUntilState.Commit });
        return tab;
    }
}
