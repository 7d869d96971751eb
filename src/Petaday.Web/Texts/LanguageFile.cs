using System.Collections.Frozen;
using System.Text.Json;

namespace Petaday.Web.Texts;

/// <summary>Reads a language's file: JSON, English texts and what stands for them, in sections or without.</summary>
public static class LanguageFile
{
    /// <summary>
    /// Reads a language. A member is a text, or a section that holds texts; the names of sections are for people. Throws
    /// <see cref="InvalidDataException"/> for a text that is said twice in different ways, or whose places its translation lacks.
    /// </summary>
    public static Language Read(string code, Stream stream, FrozenSet<string> names)
    {
        using var document = JsonDocument.Parse(stream);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in member.Value.EnumerateObject())
                {
                    Add(code, words, inner.Name, inner.Value.GetString()!);
                }
            }
            else
            {
                Add(code, words, member.Name, member.Value.GetString()!);
            }
        }

        return new Language(code, words.ToFrozenDictionary(StringComparer.Ordinal), names);
    }

    /// <summary>The words that are the same in every language, <c>Texts/names.txt</c>: names of makers, models and software, a line each.</summary>
    public static FrozenSet<string> Names()
    {
        using var reader = new StreamReader(typeof(LanguageFile).Assembly.GetManifestResourceStream("names.txt")!);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .ToFrozenSet(StringComparer.Ordinal);
    }

    private static void Add(string code, Dictionary<string, string> words, string english, string said)
    {
        if (words.GetValueOrDefault(english, said) != said)
        {
            throw new InvalidDataException($"{code}: '{english}' is said twice: '{words[english]}' and '{said}'.");
        }

        if (PhraseTemplate.Is(english) && !PhraseTemplate.Places(english).SequenceEqual(PhraseTemplate.Places(said)))
        {
            throw new InvalidDataException($"{code}: '{english}' and '{said}' have other places.");
        }

        words[english] = said;
    }
}
