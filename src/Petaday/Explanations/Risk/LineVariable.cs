using Petaday.Quantities.Distributions;

namespace Petaday.Explanations.Risk;

/// <summary>One thing that is not known for certain, wherever it stands in a tree.</summary>
/// <param name="Id">Tells it from others: lines with the same id are one thing and take one value in a draw. Its stream of random numbers hangs on nothing else.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Distribution">Of its values; where <paramref name="IsFactor"/>, of what the worked-out value is multiplied by.</param>
/// <param name="IsFactor">Whether the line goes on being worked out from its parts, and is then multiplied: an error of the model itself.</param>
public sealed record LineVariable(string Id, string Name, Distribution Distribution, bool IsFactor = false)
{
    /// <summary>Whether the value is a whole number: draws are rounded.</summary>
    public bool IsWhole { get; init; }
}
