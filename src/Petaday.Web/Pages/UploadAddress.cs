using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Web.Requests;

namespace Petaday.Web.Pages;

/// <summary>The address of a view with the files that a form sent.</summary>
internal static class UploadAddress
{
    // Letters of all files in an address together: with the other keys it stays well under what a server or a proxy takes for a line.
    private const int MostLetters = 4_000;

    /// <summary>The address; null, with diagnostics added, where a file cannot be used.</summary>
    /// <param name="path">Path of the page.</param>
    /// <param name="sent">What the form sent.</param>
    /// <param name="engine">Holds what is too large for the address.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static string? Of(string path, Sent sent, Engine engine, ICollection<Diagnostic> problems)
    {
        var pairs = sent
            .Fields.Where(static field =>
                field.Key != Uploads.TokenField && !field.Key.StartsWith(Uploads.Prefix, StringComparison.Ordinal)
            )
            .Select(static field =>
                (Name: field.Key, Value: string.Join(',', field.Value.Where(static one => !string.IsNullOrWhiteSpace(one))))
            )
            .Where(static pair => pair.Value.Length > 0)
            .ToList();
        if (sent.Text is { Length: > 0 } text)
        {
            pairs.Add((Question.TextParameter, text));
        }

        if (AttachedFiles.Of(sent.Files.Select(static part => part.File), engine.Options.Attachments, problems) is null)
        {
            return null;
        }

        var items = AttachedText.Items(pairs.FirstOrDefault(static pair => pair.Name == AttachedText.Parameter).Value).ToList();
        foreach (var (field, file) in sent.Files)
        {
            Place(
                field[(field.StartsWith(Uploads.Prefix, StringComparison.Ordinal) ? Uploads.Prefix.Length : 0)..],
                file,
                pairs,
                items,
                engine,
                problems
            );
        }

        if (problems.Count > 0)
        {
            return null;
        }

        Set(pairs, AttachedText.Parameter, string.Join(',', items));
        string query = string.Join(
            '&',
            pairs.Select(static pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}")
        );
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static void Place(
        string key,
        AttachedFile file,
        List<(string Name, string Value)> pairs,
        List<string> items,
        Engine engine,
        ICollection<Diagnostic> problems
    )
    {
        if (!Reads(file, problems, out string text))
        {
            return;
        }

        bool isConfig = key == "model";
        if (isConfig && Compact(file, text, problems) is { } config)
        {
            Set(pairs, key, "");
            Set(pairs, Question.ConfigParameter, config.Length <= MostLetters ? config : "");
            if (config.Length <= MostLetters)
            {
                return;
            }
        }

        if (problems.Count > 0)
        {
            return;
        }

        items.RemoveAll(item => AttachedText.NameOf(item).Equals(file.Name, StringComparison.OrdinalIgnoreCase));
        string whole = AttachedText.Whole(file);
        bool fits = items.Where(static item => !AttachedText.IsHeld(item)).Sum(static item => item.Length) + whole.Length <= MostLetters;
        if (!fits)
        {
            engine.Held.Hold(file);
        }

        items.Add(fits ? whole : AttachedText.ByHash(file));
        if (Question.IsFileKey(key))
        {
            Set(pairs, key, file.Name);
        }
    }

    private static bool Reads(AttachedFile file, ICollection<Diagnostic> problems, out string text)
    {
        if (!DocumentReader.TryDecode(file.Bytes.Span, file.Name, problems, out text))
        {
            return false;
        }

        if (text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal))
        {
            return true;
        }

        problems.Add(
            new Diagnostic(
                DiagnosticCodes.Encoding,
                file.Name,
                0,
                0,
                "",
                text.Length == 0 ? "this file is empty" : "this is a binary file",
                "a text file"
            )
        );
        return false;
    }

    private static string? Compact(AttachedFile file, string text, ICollection<Diagnostic> problems)
    {
        List<Diagnostic> wrong = [];
        string? config = DocumentReader.Parse(text, file.Name, wrong) is { } node ? ConfigText.Compact(node, wrong) : null;
        foreach (var one in wrong)
        {
            problems.Add(one);
        }

        return config;
    }

    private static void Set(List<(string Name, string Value)> pairs, string name, string value)
    {
        pairs.RemoveAll(pair => pair.Name == name || Question.SamePath(pair.Name, name));
        if (value.Length > 0)
        {
            pairs.Add((name, value));
        }
    }
}
