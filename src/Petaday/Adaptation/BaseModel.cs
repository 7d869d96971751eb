using Petaday.Explanations;

namespace Petaday.Adaptation;

/// <summary>An open model to start from.</summary>
/// <param name="Id">Its id in the catalog.</param>
/// <param name="Name">As people write it.</param>
/// <param name="Parameters">All of them.</param>
/// <param name="ActiveParameters">Those that a token passes through.</param>
/// <param name="Score">General quality; null where nobody at hand published it.</param>
/// <param name="PretrainingTokens">Tokens that it was trained on: what a repetition takes.</param>
public sealed record BaseModel(string Id, string Name, double Parameters, double ActiveParameters, Line? Score, Line PretrainingTokens)
{
    /// <summary>Whether another is at least as good, and no larger in any way: it then costs no more either. Of equals the first by id stays.</summary>
    public bool IsBettered(BaseModel other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Score?.Value >= (Score?.Value ?? double.NegativeInfinity)
            && other.Parameters <= Parameters
            && other.ActiveParameters <= ActiveParameters
            && (
                other.Score!.Value > (Score?.Value ?? double.NegativeInfinity)
                || other.Parameters < Parameters
                || other.ActiveParameters < ActiveParameters
                || string.CompareOrdinal(other.Id, Id) < 0
            );
    }
}
