namespace Petaday.Serving;

/// <summary>What serving software and prudence leave of a machine.</summary>
/// <param name="MemoryShare">Share of device memory that weights and cache may take, above 0 to 1.</param>
/// <param name="PageTokens">Tokens of a page of the cache.</param>
/// <param name="ChunkTokens">Tokens of prompts in one pass at most.</param>
/// <param name="PeakUse">Share of their capacity that replicas are loaded to at the peak, above 0 to 1.</param>
/// <param name="SoftwareShare">Share of the modelled speed that serving software reaches, above 0.</param>
public sealed record ServingLimits(double MemoryShare, double PageTokens, double ChunkTokens, double PeakUse, double SoftwareShare = 1);
