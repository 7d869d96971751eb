using System.Collections.Frozen;
using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Web.Requests;

/// <summary>Scenarios to start from: those of <c>examples/</c>, which travel inside the program.</summary>
internal static class Examples
{
    /// <summary>The parameter that names one.</summary>
    public const string Parameter = "example";

    private const string Prefix = "examples/";
    private static readonly FrozenDictionary<string, string> Texts = Read();

    /// <summary>The examples of the first view: a name, what it shows, and the published runs that stand beside it.</summary>
    public static ImmutableArray<(string Id, string Title, string Shows)> First { get; } =
    [
        ("gpt3-175b-a100", "GPT-3 175B", "300 B tokens on 1,024 A100"),
        ("llama-3.1-405b", "Llama 3.1 405B", "15.6 T tokens on 16,384 H100"),
        ("deepseek-v3", "DeepSeek-V3", "14.8 T tokens on 2,048 H800"),
        ("olmo-2-7b", "OLMo 2 7B", "an open run, 4 T tokens"),
        ("llama-3.1-70b-h100", "Llama 3.1 70B", "1,024 H100, what to change"),
        ("one-gpu-7b-lora", "LoRA of a 7B", "on one card"),
    ];

    /// <summary>Names of all of them.</summary>
    public static IEnumerable<string> Ids => Texts.Keys;

    /// <summary>The text of one; null where there is none of that name.</summary>
    public static string? Text(string id) => Texts.GetValueOrDefault(id);

    /// <summary>A question with the text of the example that it names under its keys.</summary>
    public static Question Filled(Question question) =>
        question.Text.Length == 0 && question.Rest.TryGetValue(Parameter, out string? id) && Texts.TryGetValue(id, out string? text)
            ? question with
            {
                Text = text,
                Files = question.Files.Over(FilesOf(id)),
            }
            : question;

    // The tables that an example names travel with it.
    private static AttachedFiles FilesOf(string id)
    {
        string folder = id.Contains('/', StringComparison.Ordinal) ? id[..(id.LastIndexOf('/') + 1)] : "";
        return AttachedFiles.Of(
                Texts
                    .Where(one =>
                        one.Key.EndsWith(".csv", StringComparison.Ordinal)
                        && one.Key.StartsWith(folder, StringComparison.Ordinal)
                        && !one.Key[folder.Length..].Contains('/', StringComparison.Ordinal)
                    )
                    .OrderBy(static one => one.Key, StringComparer.Ordinal)
                    .Select(one => new AttachedFile(one.Key[folder.Length..], System.Text.Encoding.UTF8.GetBytes(one.Value))),
                new AttachmentLimits(),
                []
            ) ?? AttachedFiles.None;
    }

    private static string NameOf(string resource)
    {
        string name = resource[Prefix.Length..].Replace('\\', '/');
        return name.EndsWith(".yaml", StringComparison.Ordinal) ? name[..^".yaml".Length] : name;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var assembly = typeof(Examples).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                NameOf,
                name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return reader.ReadToEnd();
                },
                StringComparer.Ordinal
            );
    }
}
