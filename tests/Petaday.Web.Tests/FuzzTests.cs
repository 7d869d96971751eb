using System.Globalization;
using System.Text;
using Petaday.Scenarios;

namespace Petaday.Web.Tests;

/// <summary>Scenarios that nobody would write: each is answered, none is a bug.</summary>
public sealed class FuzzTests(Served served) : IClassFixture<Served>
{
    private static readonly string[] Values =
    [
        "0",
        "-1",
        "1",
        "7",
        "1e308",
        "-1e308",
        "NaN",
        "Infinity",
        "1e999",
        "999999999999999999999",
        "true",
        "null",
        "~",
        "",
        " ",
        "\"\"",
        "''",
        "[]",
        "{}",
        "[1,2]",
        "{a: 1}",
        "auto",
        "llama-3.1-8b",
        "dgx-h100",
        "5 MUSD",
        "90 d",
        "80 GB",
        "16M tokens",
        "1536 sequences",
        "30% +- 10%",
        "../../etc/passwd",
        "<script>",
        "&anchor",
        "*anchor",
        "!!binary x",
        "\u202Ekcab",
        "\uD83D\uDE00",
        "\u0000",
        "a: b: c",
        "- - -",
        "? x",
        "|\n  text",
        "%TAG",
        "0x10",
        "1_000",
        "1,000",
        "10 %",
        "1/0",
        "2.50 USD/h",
        "1024",
    ];

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
    public async Task Nothing_that_is_sent_is_a_bug()
    {
        var random = new Random(20261126);
        List<string> bugs = [];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Count).Select(_ => Body(random)).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (body, _) =>
            {
                var (status, text) = await served.Post("/api/v1/estimate", body);
                if (
                    status >= 500
                    || text.Contains("   at ", StringComparison.Ordinal)
                    || text.Contains("NaN", StringComparison.Ordinal) && status == 200
                )
                {
                    lock (bugs)
                    {
                        bugs.Add($"{status}: {body}");
                    }
                }
            }
        );
        bugs.ShouldBeEmpty();
    }

    private static string Body(Random random)
    {
        ScenarioKey[] keys = [.. ScenarioSchema.Flags];
        var text = new StringBuilder(random.Next(4) > 0 ? "model: llama-3.1-8b\n" : "");
        for (int i = random.Next(6); i >= 0; i--)
        {
            string path = keys[random.Next(keys.Length)].Path;
            string value = Values[random.Next(Values.Length)];
            string[] names = path.Split('.');
            for (int depth = 0; depth < names.Length; depth++)
            {
                text.Append(' ', 2 * depth).Append(names[depth]).Append(':').Append(depth == names.Length - 1 ? $" {value}\n" : "\n");
            }
        }

        // Now and then a byte is changed: YAML that is none.
        if (random.Next(5) == 0 && text.Length > 0)
        {
            text[random.Next(text.Length)] = (char)random.Next(32, 127);
        }

        return text.ToString();
    }
}
