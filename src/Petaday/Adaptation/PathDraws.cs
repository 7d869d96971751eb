namespace Petaday.Adaptation;

/// <summary>What demand, prices, effort and failure do to a path's net present value, USD of today.</summary>
/// <param name="Path">The path.</param>
/// <param name="Low">Below it lies one draw in twenty.</param>
/// <param name="Middle">Below it lies every second draw.</param>
/// <param name="High">Above it lies one draw in twenty.</param>
/// <param name="Mean">Mean of the draws.</param>
/// <param name="ChanceOfGain">Share of the draws above zero.</param>
/// <param name="ChanceOfBest">Share of the draws in which no other path is worth more.</param>
public sealed record PathDraws(
    PathOption Path,
    double Low,
    double Middle,
    double High,
    double Mean,
    double ChanceOfGain,
    double ChanceOfBest
);
