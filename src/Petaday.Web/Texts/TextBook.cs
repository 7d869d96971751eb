using System.Collections.Frozen;

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
        var names = LanguageFile.Names();
        return new TextBook(
            assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name =>
                {
                    using var stream = assembly.GetManifestResourceStream(name)!;
                    return LanguageFile.Read(Path.GetFileNameWithoutExtension(name[Prefix.Length..]), stream, names);
                })
        );
    }

    /// <summary>These languages and another one, which takes the place of one of its code.</summary>
    public TextBook With(Language language) => new([.. languages.Values.Where(one => one.Code != language.Code), language]);

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
