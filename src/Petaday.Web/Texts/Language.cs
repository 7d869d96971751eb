using System.Collections.Frozen;

namespace Petaday.Web.Texts;

/// <summary>One language of the page.</summary>
/// <param name="Code">Its BCP 47 tag, such as <c>zh-Hans</c>.</param>
/// <param name="Words">What stands for English words and phrases.</param>
public sealed record Language(string Code, FrozenDictionary<string, string> Words)
{
    /// <summary>Its own name.</summary>
    public string Name => Words.GetValueOrDefault("language", Code);

    /// <summary>A word or phrase in this language; as it is where the language lacks it.</summary>
    public string this[string english] => Words.GetValueOrDefault(english, english);

    /// <summary>What a key of a scenario is called.</summary>
    public string Label(string path, string name) => Words.GetValueOrDefault("key:" + path) ?? this[name];

    /// <summary>What may be written for a key; null where its schema says it best.</summary>
    public string? Hint(string path) => Words.GetValueOrDefault("hint:" + path);

    /// <summary>A phrase with places to fill: "{0} of {1}".</summary>
    public string With(string english, params object[] parts) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, this[english], parts);
}
