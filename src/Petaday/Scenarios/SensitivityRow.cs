namespace Petaday.Scenarios;

/// <summary>What becomes of the winner where one thing is other than supposed.</summary>
/// <param name="Key">Which: <c>price</c>, <c>stepTime</c>, <c>failureRate</c>, <c>powerPrice</c>, <c>carbonIntensity</c>.</param>
/// <param name="Name">The same for a person, with what it holds for.</param>
/// <param name="Factor">How many times as much as supposed.</param>
/// <param name="Basis">Where the factor is from: a published interval, or the usual 20 %.</param>
/// <param name="Measure">What the goal makes small, of the winner, in its SI unit, USD or kg; null where it is not known or the run would not end.</param>
/// <param name="Change">The same over what was supposed, less one.</param>
/// <param name="KeepsToGoal">Whether the winner still keeps to every limit.</param>
/// <param name="Winner">The plan that is best then, where it is another; null where the winner stays, or nothing keeps to the goal.</param>
public sealed record SensitivityRow(
    string Key,
    string Name,
    double Factor,
    string Basis,
    double? Measure,
    double? Change,
    bool KeepsToGoal,
    PlanPoint? Winner
);
