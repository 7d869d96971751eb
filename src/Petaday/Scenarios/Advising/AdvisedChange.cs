using System.Collections.Immutable;
using Petaday.Training;

namespace Petaday.Scenarios.Advising;

/// <summary>One change of a setting, with what it gains.</summary>
/// <param name="Change">What to change.</param>
/// <param name="Along">What follows from it: data-parallel ranks that make up for a group.</param>
/// <param name="StepSeconds">The step then, s.</param>
/// <param name="Gain">Share of the step that is saved, 0 to 1; null where the strategy does not fit as it is: the change makes it fit.</param>
/// <param name="BytesPerDevice">Memory of the fullest device then, bytes; it fits.</param>
/// <param name="Shrinks">The part of the breakdown that shrinks most, and by how many seconds.</param>
/// <param name="ChangesNumerics">Whether the numbers that are computed change, and so perhaps the training.</param>
public sealed record AdvisedChange(
    KeyChange Change,
    ImmutableArray<KeyChange> Along,
    double StepSeconds,
    double? Gain,
    double BytesPerDevice,
    NamedAmount Shrinks,
    bool ChangesNumerics
);
