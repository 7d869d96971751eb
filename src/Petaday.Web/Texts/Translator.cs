using System.Collections.Frozen;

namespace Petaday.Web.Texts;

/// <summary>
/// Says in one language what the library writes in English: a phrase of the language's file, else a template of it whose places are
/// translated in turn, else a list or a formula of such pieces. Numbers, quantities and dates are written as the language does.
/// </summary>
internal sealed class Translator
{
    // What may be parted, the strongest mark first; a formula's signs part names of lines.
    private static readonly string[] Marks = [". ", "; ", ": ", ", ", " – ", " → ", " = ", " + ", " − ", " × ", " / ", " · ", ","];

    private const int Longest = 1200;
    private const int Deepest = 6;
    private const int MostTried = 3000;

    private readonly FrozenDictionary<string, string> words;
    private readonly FrozenSet<string> names;
    private readonly TemplateIndex templates;
    private readonly NumberStyle numbers;
    private readonly string stop;

    /// <summary>Makes the translator of a language.</summary>
    /// <param name="words">Its file.</param>
    /// <param name="names">Words that are the same in every language.</param>
    public Translator(FrozenDictionary<string, string> words, FrozenSet<string> names)
    {
        this.words = words;
        this.names = names;
        templates = new TemplateIndex(
            words.Where(pair => PhraseTemplate.Is(pair.Key)).Select(pair => new PhraseTemplate(Unstopped(pair.Key), Unstopped(pair.Value)))
        );
        numbers = new NumberStyle(words);
        stop = words.GetValueOrDefault("join:.", ".");
    }

    /// <summary>A text as this language says it.</summary>
    public Said Say(string english)
    {
        int left = MostTried;
        if (english.Length > Longest)
        {
            return new Said(english, false, true);
        }

        var said = Say(english, 0, ref left);
        return said with { Text = Ideographs.Joined(said.Text) };
    }

    private Said Say(string text, int depth, ref int left)
    {
        string bare = text.Trim();
        if (bare.Length == 0)
        {
            return new Said(text, true);
        }

        if (Phrase(bare) is { } phrase)
        {
            return new Said(phrase, true);
        }

        if (numbers.Of(bare) is { } number)
        {
            return new Said(number, true);
        }

        if (depth >= Deepest)
        {
            return new Said(text, !EnglishWords.Any(bare, names), true);
        }

        bool stopped = bare.EndsWith('.') && !bare.EndsWith("..", StringComparison.Ordinal);
        if (stopped)
        {
            var said = Say(bare[..^1], depth + 1, ref left);
            return said is { Known: false, IsEnglish: true } ? new Said(text, false, true) : said with { Text = said.Text + stop };
        }

        var filled = Filled(bare, depth, ref left);
        if (filled is { Known: true })
        {
            return filled.Value;
        }

        return Parted(bare, depth, ref left)
            ?? Measured(bare, depth, ref left)
            ?? (EnglishWords.Any(bare, names) ? filled ?? new Said(text, false, true) : new Said(bare, true));
    }

    // A capital or a full stop more or less makes no other phrase.
    private string? Phrase(string text)
    {
        if (words.TryGetValue(text, out string? said))
        {
            return said;
        }

        if (char.IsAsciiLetter(text[0]) && words.TryGetValue((char)(text[0] ^ ' ') + text[1..], out said))
        {
            return said;
        }

        return words.TryGetValue(text + ".", out said) ? Unstopped(said) : null;
    }

    // The template that says most of those whose places are all known; else one that leaves little of the text as it is.
    private Said? Filled(string text, int depth, ref int left)
    {
        Said? best = null;
        foreach (var template in templates.For(text))
        {
            if (--left < 0)
            {
                break;
            }

            if (template.Match(text) is not { } holes || !Fits(template, holes))
            {
                continue;
            }

            int unknown = 0;
            int open = 0;
            for (int i = 0; i < holes.Length; i++)
            {
                var kind = template.Kind(i);
                var said = kind == HoleKind.Quoted ? new Said(holes[i], true) : Say(holes[i], depth + 1, ref left);
                unknown += said.Known || kind == HoleKind.Open ? 0 : holes[i].Length;
                open += said.Known ? 0 : holes[i].Length;
                holes[i] = said.Text;
            }

            if (unknown == 0)
            {
                // A title in the midst of a sentence leaves it in this language; one with a word before it does not.
                return new Said(template.Fill(holes), true, open > template.Weight);
            }

            if (best is null && unknown < 2 * template.Weight)
            {
                best = new Said(template.Fill(holes), false);
            }
        }

        return best;
    }

    private bool Fits(PhraseTemplate template, string[] holes)
    {
        for (int i = 0; i < holes.Length; i++)
        {
            if (template.Kind(i) == HoleKind.Number && numbers.Of(holes[i]) is null)
            {
                return false;
            }
        }

        return true;
    }

    // All pieces or none: half a list in another language reads worse than none of it.
    private Said? Parted(string text, int depth, ref int left)
    {
        foreach (string mark in Marks)
        {
            if (left < 0 || !text.Contains(mark, StringComparison.Ordinal))
            {
                continue;
            }

            // What stands before a colon is a heading of all that follows.
            string[] pieces = mark == ": " ? text.Split(mark, 2) : text.Split(mark);
            bool known = true;
            for (int i = 0; i < pieces.Length && known; i++)
            {
                left--;
                var said = Say(pieces[i], depth + 1, ref left);
                pieces[i] = said.Text;
                known = said.Known;
            }

            if (known)
            {
                return new Said(string.Join(words.GetValueOrDefault("join:" + mark, mark), pieces), true);
            }
        }

        return null;
    }

    // A name with its number after it: "pipeline bubble +2.1 %".
    private Said? Measured(string text, int depth, ref int left)
    {
        for (int at = text.IndexOf(' '); at > 0 && left-- > 0; at = text.IndexOf(' ', at + 1))
        {
            if (numbers.Of(text[(at + 1)..]) is { } number && Say(text[..at], depth + 1, ref left) is { Known: true } name)
            {
                return new Said($"{name.Text} {number}", true);
            }
        }

        return null;
    }

    private static string Unstopped(string text) => text.TrimEnd('.', '。');
}
