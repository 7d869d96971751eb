using Petaday.Catalog;
using Petaday.Quantities.Distributions;

namespace Petaday.Scenarios;

/// <summary>Lays one scenario over another, key by key. A short form (<c>system: dgx-h100</c>) counts as its long one.</summary>
internal static class Overlay
{
    /// <summary>What <paramref name="over"/> says, and what <paramref name="under"/> says where that is silent.</summary>
    public static Node Merge(Node under, Node over)
    {
        under = LongForm(under);
        over = LongForm(over);
        if (under.Kind != NodeKind.Map || over.Kind != NodeKind.Map || under.Path == "model")
        {
            return over;
        }

        var kept = under.Entries.Select(entry =>
            over[entry.Key] is { } above ? KeyValuePair.Create(entry.Key, Merge(entry.Value, above)) : entry
        );
        return Node.Map(
            over.Place,
            [
                .. kept,
                .. over
                    .Entries.Where(entry => under[entry.Key] is null)
                    .Select(entry => KeyValuePair.Create(entry.Key, LongForm(entry.Value))),
            ]
        );
    }

    /// <summary>A scenario of one key, to lay over another: <c>strategy.tensor</c> of 8 from the flag <c>--tensor</c>.</summary>
    public static Node Single(string path, string text, string flag, bool takesList)
    {
        string[] names = path.Split('.');
        var value =
            takesList && text.Contains(',', StringComparison.Ordinal) && !Distribution.LooksLike(text)
                ? Node.List(
                    At(flag, path),
                    [
                        .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                            .Select(item => Node.Scalar(At(flag, path), item)),
                    ]
                )
                : Node.Scalar(At(flag, path), text);
        for (int depth = names.Length - 1; depth >= 0; depth--)
        {
            value = Node.Map(At(flag, string.Join('.', names[..depth])), [KeyValuePair.Create(names[depth], value)]);
        }

        return value;
    }

    /// <summary>The system as a map, whichever way it was written.</summary>
    public static Node LongForm(Node node) =>
        node is { Path: "system", Kind: NodeKind.Scalar or NodeKind.List } ? Node.Map(node.Place, [KeyValuePair.Create("id", node)]) : node;

    private static NodePlace At(string flag, string path) => new(flag, 0, 0, path);
}
