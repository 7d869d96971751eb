using System.Collections.Immutable;
using Petaday.Serving;

namespace Petaday.Scenarios.ServingCases;

/// <summary>The words of number formats in which models are served.</summary>
public static class ServingWords
{
    private static readonly ImmutableArray<(string Word, NumberFormat Value)> Formats =
    [
        ("bf16", NumberFormat.Bf16),
        ("fp8", NumberFormat.Fp8),
        ("int8", NumberFormat.Int8),
        ("int4", NumberFormat.Int4),
        ("fp4", NumberFormat.Fp4),
    ];

    /// <summary>The word of a format.</summary>
    public static string Of(NumberFormat format) => Formats.First(pair => pair.Value == format).Word;

    /// <summary>The format of a word that the schema allows.</summary>
    public static NumberFormat AsFormat(string word) => Formats.First(pair => pair.Word == word).Value;
}
