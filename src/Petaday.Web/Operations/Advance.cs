namespace Petaday.Web.Operations;

/// <summary>How far work has come.</summary>
/// <param name="Share">The share that is done, 0 to 1.</param>
/// <param name="IsWaiting">Whether it still waits for its turn.</param>
internal readonly record struct Advance(double Share, bool IsWaiting);
