using System.Globalization;
using System.Text;
using System.Text.Json;
using Petaday.Architectures;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>Writes a chosen option as a scenario file. Everything that the answer depends on is named, so that an estimate of the file gives the same answer.</summary>
internal static class PlannedScenario
{
    private static readonly string[] Kept =
    [
        "recipe.optimizer",
        "recipe.recompute",
        "recipe.recomputeLayers",
        "recipe.law",
        "recipe.uniqueTokens",
    ];
    private static readonly string[] Money = ["money.devices", "money.terms", "money.pricePerDeviceHour", "money.powerPrice"];
    private static readonly string[] Limits = ["goal.budget", "goal.deadline", "goal.carbonCap", "goal.minimize"];

    /// <summary>The file's text.</summary>
    public static string Text(Scenario asked, EvaluatedOption chosen)
    {
        var (machine, shape, devices) = chosen.Option;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"name: {Quoted(asked.Text("name") ?? shape.Model.Name)}\n");
        text.Append(CultureInfo.InvariantCulture, $"model:\n  name: {Quoted(shape.Model.Id)}\n  architecture:\n");
        text.Append(ShapeWriter.Write(shape.Model.Architecture, 4));
        text.Append("recipe:\n");
        text.Append(CultureInfo.InvariantCulture, $"  tokens: {chosen.Need.Tokens:0} tokens\n");
        text.Append(CultureInfo.InvariantCulture, $"  sequence: {shape.Sequence}\n");
        text.Append(CultureInfo.InvariantCulture, $"  globalBatch: {shape.Batch} sequences\n");
        text.Append(CultureInfo.InvariantCulture, $"  precision: {Words.Of(machine.Precision)}\n");
        Keep(text, asked, Kept);
        text.Append(CultureInfo.InvariantCulture, $"system: {{ id: {machine.System.Entry.Id}, devices: {devices} }}\n");
        text.Append(CultureInfo.InvariantCulture, $"stack: {machine.Stack.Entry.Id}\nstrategy: auto\nsite: {chosen.Site.Id}\n");
        Section(text, asked, "goal", Limits);
        Section(text, asked, "money", Money);
        Section(text, asked, "run", [.. Runs(asked)]);
        return text.ToString();
    }

    private static IEnumerable<string> Runs(Scenario asked) => asked.At("run")?.Keys.Select(key => "run." + key) ?? [];

    private static void Section(StringBuilder text, Scenario asked, string name, string[] keys)
    {
        if (keys.Any(key => asked.Text(key) is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}:\n");
            Keep(text, asked, keys);
        }
    }

    private static void Keep(StringBuilder text, Scenario asked, string[] keys)
    {
        foreach (string key in keys)
        {
            if (asked.Text(key) is { } value)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {key[(key.LastIndexOf('.') + 1)..]}: {Quoted(value)}\n");
            }
        }
    }

    /// <summary>Plain where YAML takes it as it is, else as JSON writes it.</summary>
    private static string Quoted(string text) =>
        text.Length > 0
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '.' or '/')
        && text.Trim() == text
        && text[0] != '-'
            ? text
            : $"\"{JsonEncodedText.Encode(text)}\"";
}
