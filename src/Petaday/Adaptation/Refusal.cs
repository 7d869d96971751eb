namespace Petaday.Adaptation;

/// <summary>Why a path is not allowed.</summary>
/// <param name="Constraint">The scenario's key that binds, such as <c>task.privacy</c>; <c>memory</c> where it does not fit.</param>
/// <param name="Message">What it says.</param>
public sealed record Refusal(string Constraint, string Message);
