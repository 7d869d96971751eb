using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Petaday.Web.Hosting;
using Petaday.Web.Operations;

namespace Petaday.Web.Tests;

/// <summary>Scenarios that nobody would write: each is answered, none is a bug. PETADAY_FUZZ says how many; 1,000 unless told otherwise.</summary>
public sealed class FuzzTests
{
    private static int Count =>
        int.TryParse(
            System.Environment.GetEnvironmentVariable("PETADAY_FUZZ"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int count
        )
            ? count
            : 1_000;

    [Fact]
    public Task No_scenario_is_a_bug() =>
        None(
            Count,
            async (served, random) =>
            {
                string body = random.Next(4) == 0 ? Nonsense.Json(random) : Nonsense.Scenario(random);
                string path = "/api/v1/" + Operation(random);
                return ($"POST {path} {body}", await served.Post(path, body));
            }
        );

    [Fact]
    public Task No_query_is_a_bug() =>
        None(
            Count / 4,
            async (served, random) =>
            {
                string path = random.Next(2) == 0 ? "/api/v1/" + Operation(random) : "/plan";
                string address = path + "?" + Nonsense.Query(random);
                var (status, text, _) = await served.Get(address);
                return ("GET " + address, (status, text));
            }
        );

    /// <summary>Asks, and holds every answer to be no bug: no 500, no trace, no path of the server, no number that is none.</summary>
    private static async Task None(int count, Func<Served, Random, Task<(string Asked, (int Status, string Text) Answer)>> ask)
    {
        // Few choices a search: it is the answers that are looked at here, not the search.
        await using var served = new Served(new WebOptions { MostCases = 8, Patience = TimeSpan.FromSeconds(100) });
        await served.InitializeAsync();
        ConcurrentBag<string> bugs = [];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, _) =>
            {
                var (asked, (status, text)) = await ask(served, new Random(seed));
                if (IsBug(status, text))
                {
                    bugs.Add($"{status}: seed {seed}: {asked}: {text[..Math.Min(300, text.Length)]}");
                }
            }
        );
        bugs.ShouldBeEmpty();
    }

    private static bool IsBug(int status, string text) =>
        status >= 500
        || text.Contains("   at ", StringComparison.Ordinal)
        || text.Contains(AppContext.BaseDirectory, StringComparison.Ordinal)
        || (text.StartsWith('{') && !IsJson(text));

    // A number that is none has no place in JSON.
    private static bool IsJson(string text)
    {
        try
        {
            using var read = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Operation(Random random) =>
        random.Next(4) == 0 ? AllOperations.OfScenarios[random.Next(AllOperations.OfScenarios.Length)].Name : "estimate";
}
