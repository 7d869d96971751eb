namespace Petaday.Planning;

/// <summary>What makes two strategies different plans to a person who chooses.</summary>
internal readonly record struct PlanKind(int Tensor, int Context, int Pipeline, int Expert, int MicroBatch, bool Interleaved, bool Sharded);
