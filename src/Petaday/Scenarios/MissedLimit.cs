namespace Petaday.Scenarios;

/// <summary>A limit of a goal that a plan does not keep to.</summary>
/// <param name="Key">The scenario's key: <c>goal.budget</c>.</param>
/// <param name="Limit">What was asked, for a person.</param>
/// <param name="Value">What it comes to, for a person.</param>
/// <param name="Asked">What was asked, in the unit of the goal.</param>
/// <param name="Needed">What it comes to; infinite where it is not known.</param>
internal readonly record struct MissedLimit(string Key, string Limit, string Value, double Asked, double Needed)
{
    /// <summary>How many times the limit it comes to.</summary>
    public double Ratio => Needed / Asked;
}
