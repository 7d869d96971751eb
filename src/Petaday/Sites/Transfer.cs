using Petaday.Explanations;

namespace Petaday.Sites;

/// <summary>One way of moving data between two places.</summary>
/// <param name="IsShipped">True for devices on a lorry, false for the network.</param>
/// <param name="Seconds">How long it takes, s.</param>
/// <param name="Cost">What it costs, USD.</param>
public sealed record Transfer(bool IsShipped, Line Seconds, Line Cost);
