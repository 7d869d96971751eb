namespace Petaday.Outlook;

/// <summary>One thing that a lever changes.</summary>
/// <param name="Kind">What it reaches.</param>
/// <param name="Target">The scenario's key, the family's id or the result; empty where the kind says all.</param>
/// <param name="Text">The key's new value; empty for a factor.</param>
/// <param name="Factor">What it multiplies by; 1 for a value that is set.</param>
public sealed record LeverEffect(LeverEffectKind Kind, string Target, string Text, double Factor);
