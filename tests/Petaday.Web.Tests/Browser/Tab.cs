using System.Text.Json;
using Microsoft.Playwright;

namespace Petaday.Web.Tests.Browser;

/// <summary>One page in the browser.</summary>
public sealed class Tab
{
    private static readonly string Axe = Path.Combine(AppContext.BaseDirectory, "axe.min.js");
    private readonly List<string> said = [];

    public Tab(IPage page)
    {
        Page = page;
        page.Console += (_, message) => said.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => said.Add("error: " + error);
        page.RequestFailed += (_, request) =>
        {
            // A request that a newer one took the place of is no failure.
            if (request.Failure != "net::ERR_ABORTED")
            {
                said.Add($"failed: {request.Url}: {request.Failure}");
            }
        };
    }

    public IPage Page { get; }

    public ILocator Answer => Page.Locator("#answer");

    /// <summary>The console said nothing: no error, no breach of the content policy.</summary>
    public void IsClean() => said.ShouldBeEmpty();

    /// <summary>axe-core finds nothing that stands in anybody's way.</summary>
    public async Task IsAccessible()
    {
        // The page's policy lets no script in; the checker comes in through the debugger.
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Axe) + "\n;undefined");
        var result = await Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))"
        );
        result.EnumerateArray().Select(one => one.GetString()).ShouldBeEmpty();
    }

    /// <summary>Nothing sticks out to the side.</summary>
    public async Task FitsItsWidth() =>
        (
            await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        ).ShouldBeLessThanOrEqualTo(0);

    /// <summary>A picture for a person to look at, where one asked for them.</summary>
    public async Task Picture(string name)
    {
        if (Chromium.Pictures is { } directory)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(directory, name + ".png"), FullPage = true });
        }
    }
}
