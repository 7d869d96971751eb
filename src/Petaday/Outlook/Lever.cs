using System.Collections.Immutable;
using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>A lever: what it changes of a scenario, what is published of it, and where that evidence stops.</summary>
/// <param name="Id">By which it is named on the command line.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Stage">Where it stands in the roadmap.</param>
/// <param name="Effects">What it changes; empty where <see cref="WhyNone"/> says why not.</param>
/// <param name="Effort">Points of effort: a judgement of the catalog.</param>
/// <param name="Spread">How far its evidence reaches.</param>
public sealed record Lever(string Id, string Name, LeverStage Stage, ImmutableArray<LeverEffect> Effects, double Effort, GradeSpread Spread)
{
    /// <summary>What is published; null for a lever that rests on the engine alone.</summary>
    public LeverEvidence? Evidence { get; init; }

    /// <summary>Why it changes nothing that a run is charged for, or why no figure is known; null where it changes something.</summary>
    public string? WhyNone { get; init; }

    /// <summary>Where the evidence stops.</summary>
    public string? Scope { get; init; }

    /// <summary>Scenario keys that must have these values.</summary>
    public ImmutableArray<KeyValuePair<string, string>> When { get; init; } = [];

    /// <summary>Of the levers of a group at most one is pulled; null where it stands in none.</summary>
    public string? Group { get; init; }

    /// <summary>Ids of levers and names of stages that it holds already and must not be combined with.</summary>
    public ImmutableArray<string> Excludes { get; init; } = [];

    /// <summary>The range of its own factor that the source gives; null where the grade says it.</summary>
    public Interval? Range { get; init; }

    /// <summary>Whether it is among those that are combined when none is named.</summary>
    public bool IsStandard { get; init; }

    /// <summary>Whether nobody has shown it on a training run of its kind.</summary>
    public bool IsUnproven => Stage.Name == LeverStage.Unproven;

    /// <summary>Why it cannot be combined with another; null where it can.</summary>
    public string? Against(Lever other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Group is not null && Group == other.Group ? $"both are of the group '{Group}', of which one can be had"
            : Excludes.Contains(other.Id) || Excludes.Contains(other.Stage.Name) ? $"{Id} holds {other.Id} already"
            : other.Excludes.Contains(Id) || other.Excludes.Contains(Stage.Name) ? $"{other.Id} holds {Id} already"
            : null;
    }

    /// <summary>
    /// The 90 % interval of its effect, where the engine or the source says <paramref name="ratio"/> (after over before). What is uncertain is its own factor where it has
    /// one, by the range that the source gives or by the grade of the evidence; else all of the ratio, by the grade. A lever that does not reach a metric is sure not to.
    /// </summary>
    public Interval Around(double ratio)
    {
        double own = Effects
            .Where(effect => effect.Kind == LeverEffectKind.Tokens)
            .Aggregate(1.0, (product, effect) => product * effect.Factor);
        double stated = own == 1 ? Effects.Select(effect => effect.Factor).FirstOrDefault(factor => factor != 1, 1) : own;
        if (own == 1 && ratio == 1)
        {
            return new Interval(1, 1);
        }

        var spread =
            Range is { } range && stated != 1 ? new Interval(range.Low / stated, range.High / stated)
            : own == 1 ? Over(Spread.Around(ratio), ratio)
            : Over(Spread.Around(own), own);
        return new Interval(ratio * spread.Low, ratio * spread.High);
    }

    private static Interval Over(Interval interval, double value) => new(interval.Low / value, interval.High / value);
}
