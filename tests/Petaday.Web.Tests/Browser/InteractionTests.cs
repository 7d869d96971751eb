using System.Globalization;
using Microsoft.Playwright;
using Petaday.Web.Hosting;

namespace Petaday.Web.Tests.Browser;

/// <summary>
/// How long the page takes, measured in the browser, of a server that has warmed up as <c>petaday web</c> does. Explicit, and no part of the suite: a time is a fact of a machine and its load, not of the code alone.
/// <c>Petaday.Web.Tests -explicit only -class "*InteractionTests" -showLiveOutput</c> runs them.
/// </summary>
public sealed class InteractionTests : IAsyncLifetime
{
    private readonly Chromium chromium = new(new WebOptions { WarmsUp = true });

    private const int Times = 20;

    /// <summary>From the request of an answer to the page that shows it, with the server's share: petaday.js measures the first, the browser the second.</summary>
    private const string Measured = """
        () => {
          const answer = performance.getEntriesByName('answer').at(-1);
          const asked = performance.getEntriesByType('resource').filter(one => one.initiatorType === 'fetch').at(-1);
          return [answer.duration, asked.responseStart - asked.requestStart];
        }
        """;

    private static readonly string[] Devices =
    [
        .. Enumerable
            .Range(0, Times)
            .Select(time => (1024 + (64 * (time % 2 == 0 ? time / 2 : -time / 2 - 1))).ToString(CultureInfo.InvariantCulture)),
    ];

    private static readonly string[] Tokens =
    [
        .. Enumerable.Range(1, Times).Select(time => string.Create(CultureInfo.InvariantCulture, $"{time}.5T")),
    ];

    public async ValueTask InitializeAsync()
    {
        await chromium.InitializeAsync();
        await chromium.Server.Warm;
    }

    public ValueTask DisposeAsync() => chromium.DisposeAsync();

    [Fact(Explicit = true)]
    public Task An_answer_follows_the_devices_that_are_typed() => Follow("devices", Devices);

    [Fact(Explicit = true)]
    public Task An_answer_follows_the_tokens_that_are_typed() => Follow("tokens", Tokens);

    [Fact(Explicit = true)]
    public async Task A_first_view()
    {
        // The second time of each the server has compiled what it needs; the browser remembers nothing.
        const string Plan = "/plan?model=llama-3.1-70b&system=dgx-h100&devices=1024";
        foreach (string path in new[] { "/", "/", Plan, Plan })
        {
            var tab = await chromium.Open(path);
            await tab.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            double[] seen = await tab.Page.EvaluateAsync<double[]>(
                """
                () => {
                  const page = performance.getEntriesByType('navigation')[0];
                  const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
                  const all = [page, ...performance.getEntriesByType('resource')];
                  return [page.responseStart, paint, page.loadEventEnd, all.reduce((sum, one) => sum + one.transferSize, 0) / 1000, all.length];
                }
                """
            );
            Say(
                $"{path}: first byte {seen[0]:0} ms, first paint {seen[1]:0} ms, loaded {seen[2]:0} ms; {seen[3]:0} kB in {seen[4]:0} requests"
            );
        }
    }

    private async Task Follow(string field, string[] values)
    {
        var tab = await chromium.Open("/plan?model=llama-3.1-70b&system=dgx-h100&devices=1024&tokens=15T");
        await tab.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        List<double[]> times = [];
        foreach (string value in values)
        {
            int before = await Count(tab);
            await tab.Page.Locator($"input[name={field}]").FillAsync(value);
            // The page's policy lets no waiting script in, so that it is asked from here.
            while (await Count(tab) == before)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            times.Add(await tab.Page.EvaluateAsync<double[]>(Measured));
        }

        double median(int part) => times.Select(time => time[part]).Order().ElementAt(times.Count / 2);
        Say(
            $"{field} typed {times.Count} times: median {median(0):0} ms, of it the server {median(1):0} ms; from {times.Min(time => time[0]):0} to {times.Max(time => time[0]):0} ms"
        );
        tab.IsClean();
    }

    private static Task<int> Count(Tab tab) => tab.Page.EvaluateAsync<int>("performance.getEntriesByName('answer').length");

    private static void Say(FormattableString text) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(text));
}
