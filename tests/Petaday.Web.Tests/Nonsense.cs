using System.Globalization;
using System.Text;
using Petaday.Scenarios;

namespace Petaday.Web.Tests;

/// <summary>Scenarios and queries that nobody would write: every key of the schema, with values of any kind.</summary>
internal static class Nonsense
{
    private static readonly ScenarioKey[] Keys = [.. ScenarioSchema.Flags];

    private static readonly string[] Numbers = ["0", "1", "2", "3", "0.5", "64", "1e-30", "1e-3", "1e9", "1e18", "1e300", "true"];

    private static readonly string[] Units =
    [
        "",
        "",
        " h",
        " d",
        " GB",
        "T tokens",
        " USD",
        " USD/h",
        " USD/kWh",
        " %",
        " MW",
        " FLOP",
        " GB/s",
    ];

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
        "[auto]",
        "[{}, [], {a: [1]}]",
        "[dgx-h100, dgx-h100, 7]",
        "{low: 1, high: 0}",
        "{low: 1 h, mode: 2 USD, high: 3}",
        "uniform(1, 2)",
        "normal(0, 0)",
        "lognormal(-1, NaN)",
        "2026-02-30",
        "1e-320",
        "-0",
        "1 QUSD",
        "5 MUSD MUSD",
        "\uFF11\uFF12",
        "cn-sichuan",
        "h100-sxm-80gb",
        "mmlu",
        "lora",
    ];

    /// <summary>A scenario in YAML; now and then text that is none.</summary>
    public static string Scenario(Random random)
    {
        var text = new StringBuilder(random.Next(4) > 0 ? "model: llama-3.1-8b\n" : "");
        for (int i = random.Next(6); i >= 0; i--)
        {
            var key = Key(random);
            string[] names = key.Path.Split('.');
            for (int depth = 0; depth < names.Length; depth++)
            {
                text.Append(' ', 2 * depth)
                    .Append(names[depth])
                    .Append(':')
                    .Append(depth == names.Length - 1 ? $" {Value(key, random)}\n" : "\n");
            }
        }

        if (random.Next(5) == 0 && text.Length > 0)
        {
            text[random.Next(text.Length)] = (char)random.Next(32, 127);
        }

        return text.ToString();
    }

    /// <summary>The same as JSON: nested, doubled and cut short now and then.</summary>
    public static string Json(Random random)
    {
        var text = new StringBuilder("{\"model\":\"llama-3.1-8b\"");
        for (int i = random.Next(6); i >= 0; i--)
        {
            var key = Key(random);
            string[] names = key.Path.Split('.');
            text.Append(',')
                .AppendJoin(":{", names.Select(name => $"\"{name}\""))
                .Append(':')
                .Append(JsonValue(key, random))
                .Append('}', names.Length - 1);
        }

        text.Append('}');
        return random.Next(5) == 0 ? text.ToString(0, random.Next(text.Length)) : text.ToString();
    }

    /// <summary>A query: known and unknown names, several times over.</summary>
    public static string Query(Random random)
    {
        var pairs = Enumerable
            .Range(0, random.Next(1, 7))
            .Select(_ => Key(random))
            .Select(key => $"{Escaped(random.Next(8) == 0 ? Value(key, random) : key.Path, random)}={Escaped(Value(key, random), random)}");
        return (random.Next(4) > 0 ? "model=llama-3.1-8b&" : "") + string.Join('&', pairs);
    }

    private static ScenarioKey Key(Random random) => Keys[random.Next(Keys.Length)];

    // Half are such as the key takes, at the edges of what it takes: only these come past the reader and into the models.
    private static string Value(ScenarioKey key, Random random)
    {
        string[] words = [.. key.Allowed, .. key.Keywords];
        return random.Next(4) switch
        {
            0 when words.Length > 0 => words[random.Next(words.Length)],
            0 or 1 => Numbers[random.Next(Numbers.Length)] + (key.Quantities.IsEmpty ? "" : Units[random.Next(Units.Length)]),
            2 when key.Minimum is { } least => least.Value.ToString("R", CultureInfo.InvariantCulture),
            2 when key.Maximum is { } most => most.ToString("R", CultureInfo.InvariantCulture),
            _ => Values[random.Next(Values.Length)],
        };
    }

    private static string JsonValue(ScenarioKey key, Random random) =>
        random.Next(8) switch
        {
            0 => new string('[', 40) + new string(']', 40),
            1 => "[1,\"a\",null,{}]",
            2 => "1e400",
            3 => "{\"a\":{\"a\":{\"a\":1}},\"a\":2}",
            4 => "\"\\ud800\"",
            _ => System.Text.Json.JsonSerializer.Serialize(Value(key, random)),
        };

    // Lone surrogates cannot be escaped, and a percent sign may stand for nothing.
    private static string Escaped(string text, Random random) => random.Next(12) == 0 ? "%zz%" : Uri.EscapeDataString(text);
}
