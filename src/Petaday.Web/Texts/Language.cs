using System.Collections.Frozen;

namespace Petaday.Web.Texts;

/// <summary>One language of the page.</summary>
/// <param name="Code">Its BCP 47 tag, such as <c>zh-Hans</c>.</param>
/// <param name="Words">What stands for English words, phrases and templates, and how numbers and units are written.</param>
/// <param name="Names">Words that are the same in every language.</param>
public sealed record Language(string Code, FrozenDictionary<string, string> Words, FrozenSet<string> Names)
{
    private readonly Translator translator = new(Words, Names);

    /// <summary>Its own name.</summary>
    public string Name => Words.GetValueOrDefault("language", Code);

    /// <summary>Whether this is the language in which the library writes.</summary>
    public bool IsEnglish => Code == "en";

    /// <summary>A text of the page or the library in this language; as it is where the language lacks it.</summary>
    public string this[string english] => Say(english).Text;

    /// <summary>A text of the page or the library in this language, and whether all of it is.</summary>
    public Said Say(string english) => IsEnglish ? new Said(Words.GetValueOrDefault(english, english), true) : translator.Say(english);

    /// <summary>The phrase that begins so, where the library cut one short to fit a drawing; null where none does.</summary>
    public string? Begun(string start) =>
        start.Length < 8
            ? null
            : Words
                .Where(pair => pair.Key.StartsWith(start, StringComparison.Ordinal))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .FirstOrDefault()
                .Value;

    /// <summary>What a key of a scenario is called.</summary>
    public string Label(string path, string name) => Words.GetValueOrDefault("key:" + path) ?? this[name];

    /// <summary>What may be written for a key; null where its schema says it best.</summary>
    public string? Hint(string path) => Words.GetValueOrDefault("hint:" + path);

    /// <summary>What a value that stands in scenarios as it is, such as <c>rent</c>, means.</summary>
    public string Value(string word) => Words.GetValueOrDefault("value:" + word) ?? this[word];

    /// <summary>What parts two pieces of a sentence, such as ": ".</summary>
    public string Mark(string mark) => Words.GetValueOrDefault("join:" + mark, mark);
}
