using Petaday.Training;

namespace Petaday.Planning.Neighbours;

/// <summary>A neighbour with its step.</summary>
/// <param name="Neighbour">The neighbour.</param>
/// <param name="Estimate">Its step.</param>
public sealed record RatedNeighbour(Neighbour Neighbour, StepEstimate Estimate);
