using System.Collections.Frozen;
using System.Text.Json;

namespace Petaday.Web.Texts;

/// <summary>The languages of the page, each a file: English words, and what stands for them. A word that a language lacks stays English.</summary>
public sealed class TextBook
{
    private const string Prefix = "texts/";
    private readonly FrozenDictionary<string, Language> languages;

    private TextBook(IEnumerable<Language> languages) =>
        this.languages = languages.ToFrozenDictionary(one => one.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every language, English first.</summary>
    public IEnumerable<Language> All => languages.Values.OrderBy(one => one.Code != "en").ThenBy(one => one.Code, StringComparer.Ordinal);

    /// <summary>The languages that the program was built with.</summary>
    public static TextBook Shipped()
    {
        var assembly = typeof(TextBook).Assembly;
        return new TextBook(
            assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name =>
                {
                    using var stream = assembly.GetManifestResourceStream(name)!;
                    var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
                    return new Language(
                        Path.GetFileNameWithoutExtension(name[Prefix.Length..]),
                        texts.ToFrozenDictionary(StringComparer.Ordinal)
                    );
                })
        );
    }

    /// <summary>What a word of the field means, in a language or, where it lacks it, in English; null where nobody has written it.</summary>
    public string? Explained(Language language, string term)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Words.GetValueOrDefault("term:" + term) ?? languages["en"].Words.GetValueOrDefault("term:" + term);
    }

    /// <summary>The language asked for: by name, else the first that the browser would have, else English.</summary>
    public Language Choose(string? asked, string? accepted)
    {
        if (asked is not null && languages.TryGetValue(asked, out var named))
        {
            return named;
        }

        foreach (
            string wish in (accepted ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(16)
        )
        {
            string code = wish.Split(';')[0];
            string first = code.Split('-')[0];
            var found =
                languages.Values.FirstOrDefault(one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase))
                ?? All.FirstOrDefault(one => one.Code.Split('-')[0].Equals(first, StringComparison.OrdinalIgnoreCase));
            if (found is not null)
            {
                return found;
            }
        }

        return languages["en"];
    }
}
