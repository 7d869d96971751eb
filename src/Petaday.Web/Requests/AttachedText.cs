using System.IO.Compression;
using Petaday.Catalog;

namespace Petaday.Web.Requests;

/// <summary>
/// How an address says which files belong to it: <c>name~z…</c> holds the file itself, deflated (RFC 1951) in base64url; <c>name~h…</c> its SHA-256, by which the server holds it.
/// Several are parted by commas.
/// </summary>
internal static class AttachedText
{
    /// <summary>The parameter.</summary>
    public const string Parameter = "attached";

    private const char Mark = '~';
    private const char Inline = 'z';
    private const char Held = 'h';
    private const int HashLength = 43;

    /// <summary>The file within the address.</summary>
    public static string Whole(AttachedFile file)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(file.Bytes.Span);
        }

        string letters = Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
        return $"{file.Name}{Mark}{Inline}{letters.TrimEnd('=').Replace('+', '-').Replace('/', '_')}";
    }

    /// <summary>The file by the hash of its content.</summary>
    public static string ByHash(AttachedFile file) => $"{file.Name}{Mark}{Held}{file.Hash}";

    /// <summary>The name in one item of the parameter, whatever follows it.</summary>
    public static string NameOf(string item) => item.Split(Mark, 2)[0].Trim();

    /// <summary>The items of the parameter.</summary>
    public static string[] Items(string? value) =>
        (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether an item is held by the server and not in the address.</summary>
    public static bool IsHeld(string item) => item.Contains($"{Mark}{Held}", StringComparison.Ordinal);

    /// <summary>The files of an address; those that are not to be had are diagnostics.</summary>
    public static IEnumerable<AttachedFile> Read(string? value, HeldFiles held, int mostBytes, ICollection<Diagnostic> diagnostics)
    {
        foreach (string item in Items(value))
        {
            string[] parts = item.Split(Mark, 2);
            string coded = parts.Length == 2 ? parts[1] : "";
            var found =
                coded.Length == HashLength + 1 && coded[0] == Held ? held.Find(coded[1..], parts[0])
                : coded.Length > 1 && coded[0] == Inline ? Unpacked(parts[0], coded[1..], mostBytes)
                : null;
            if (found is not null)
            {
                yield return found;
            }
            else
            {
                diagnostics.Add(IsHeld(item) ? Gone(parts[0]) : Broken(parts[0]));
            }
        }
    }

    // One byte beyond the limit is enough to know that it is too large: what is packed tight is not unpacked any further.
    private static AttachedFile? Unpacked(string name, string letters, int mostBytes)
    {
        string padded = letters.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (letters.Length % 4)) % 4);
        byte[] packed = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, packed, out int length))
        {
            return null;
        }

        byte[] bytes = new byte[mostBytes + 1];
        try
        {
            using var inflate = new DeflateStream(new MemoryStream(packed, 0, length), CompressionMode.Decompress);
            int read = inflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return new AttachedFile(name, bytes.AsMemory(0, read).ToArray());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Short(string name) => name.Length > 100 ? name[..100] + "…" : name;

    private static Diagnostic Gone(string name) =>
        new(
            DiagnosticCodes.Gone,
            null,
            0,
            0,
            "",
            $"the file '{Short(name)}' is no longer held here",
            "the same file attached again: the address alone does not hold it"
        );

    private static Diagnostic Broken(string name) =>
        new(
            DiagnosticCodes.Syntax,
            null,
            0,
            0,
            Parameter,
            $"the address does not hold '{Short(name)}' whole",
            "an address as this server gave it"
        );
}
