using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>What a study of risk draws.</summary>
/// <param name="Base">The tree with everything at its central value: what the result is laid out by.</param>
/// <param name="Targets">Paths of the lines whose spread is traced to its causes; those that the tree lacks are passed over.</param>
public sealed record RiskModel(RiskWorld Base, ImmutableArray<string> Targets)
{
    /// <summary>What a tree cannot follow: each draw takes the world nearest to its values of these.</summary>
    public ImmutableArray<LineVariable> Choices { get; init; } = [];

    /// <summary>Trees for values of the choices; empty where there are none.</summary>
    public ImmutableArray<RiskWorld> Worlds { get; init; } = [];

    /// <summary>What should not be passed.</summary>
    public ImmutableArray<RiskLimit> Limits { get; init; } = [];

    /// <summary>The model of one tree whose lines with intervals are drawn (<see cref="LineVariables.OfInterval"/>).</summary>
    public static RiskModel Of(Line root, params ImmutableArray<string> targets) =>
        new(new RiskWorld(root, LineVariables.OfInterval, []), targets);
}
