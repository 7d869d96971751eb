using Petaday.Explanations;

namespace Petaday.Adaptation;

/// <summary>An open model to start from.</summary>
/// <param name="Id">Its id in the catalog.</param>
/// <param name="Name">As people write it.</param>
/// <param name="Parameters">All of them.</param>
/// <param name="Score">General quality; null where nobody at hand published it.</param>
/// <param name="PretrainingTokens">Tokens that it was trained on: what a repetition takes.</param>
public sealed record BaseModel(string Id, string Name, double Parameters, Line? Score, Line PretrainingTokens);
