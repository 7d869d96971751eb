using System.Security.Cryptography;

namespace Petaday.Catalog;

/// <summary>A file that was sent along with a question. It has a plain name and nothing of a disk.</summary>
/// <param name="Name">Its name: what a scenario's key says.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record AttachedFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    private const int LongestName = 100;
    private static readonly string[] Endings = [".csv", ".json", ".yaml", ".yml", ".txt"];

    /// <summary>Names the content: SHA-256 in the 43 letters of unpadded base64url.</summary>
    public string Hash { get; } = HashOf(Bytes.Span);

    /// <summary>What an attached file may be called, in words.</summary>
    public static string Expected => $"a plain name that ends in {string.Join(", ", Endings[..^1])} or {Endings[^1]}";

    /// <summary>Names the content of any bytes.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(SHA256.HashData(bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>
    /// Whether a name is plain: letters, digits, blanks and <c>. _ - ( ) +</c>, no directory, not hidden, and an ending of text. Whatever a system could take for a path, a device or
    /// an address is none.
    /// </summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length <= LongestName
            && Endings.Any(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            && char.IsLetterOrDigit(name[0])
            && !name.Contains("..", StringComparison.Ordinal)
            && name.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '.' or '_' or '-' or '(' or ')' or '+');
    }
}
