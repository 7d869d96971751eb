using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>A study of risk.</summary>
/// <param name="Draws">Draws of the whole tree.</param>
/// <param name="Seed">Seed of the random numbers.</param>
/// <param name="Variables">What was drawn.</param>
/// <param name="Lines">Every line whose value is known, from the top down.</param>
/// <param name="Targets">What the spread of chosen lines comes from.</param>
/// <param name="Misses">How often limits are passed.</param>
/// <param name="Still">Paths of lines that stand still although they rest on something that was drawn: no formula makes them anew.</param>
public sealed record RiskResult(
    int Draws,
    ulong Seed,
    ImmutableArray<LineVariable> Variables,
    ImmutableArray<RiskLine> Lines,
    ImmutableArray<RiskTarget> Targets,
    ImmutableArray<RiskMiss> Misses,
    ImmutableArray<string> Still
)
{
    /// <summary>Remarks on how it was come by.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The line at a path; null where the tree has none.</summary>
    public RiskLine? Find(string path) => Lines.FirstOrDefault(line => line.Path == path);
}
