namespace Petaday.Runs;

/// <summary>
/// Keys of the tables in catalog/factors: the beginning of an accelerator's id (`h100`, `tpu-v3`) or its kind (`gpu`); the longest that fits is taken, else `default`.
/// </summary>
internal static class Families
{
    private const string Default = "default";

    /// <summary>The key for an id or kind; null where none fits and there is no default.</summary>
    public static string? Of(string id, IEnumerable<string> keys)
    {
        string? best = null;
        foreach (string key in keys)
        {
            if (key == Default ? best is null : key.Length > Length(best) && IsFamily(id, key))
            {
                best = key;
            }
        }

        return best;
    }

    private static int Length(string? key) => key is null or Default ? 0 : key.Length;

    // `tpu-v5` must not claim `tpu-v5e`'s neighbours by half a word; but `tpu` claims every `tpu-…`, and `h100` every `h100-…`.
    private static bool IsFamily(string id, string key) =>
        id.StartsWith(key, StringComparison.Ordinal) && (id.Length == key.Length || id[key.Length] == '-');
}
