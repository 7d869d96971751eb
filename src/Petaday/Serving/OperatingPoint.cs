namespace Petaday.Serving;

/// <summary>A replica at work.</summary>
/// <param name="Layout">How it is spread.</param>
/// <param name="Batch">Sequences in flight.</param>
/// <param name="Step">A step that gives each of them a token, without prompts, s by cause.</param>
/// <param name="PromptTokenSeconds">Replica time of a token of a prompt, s.</param>
/// <param name="TokenSeconds">Between two tokens of one user, prompts of others included, s.</param>
/// <param name="FirstTokenSeconds">From a request to its first token at the peak, s.</param>
/// <param name="Memory">What a device holds.</param>
public sealed record OperatingPoint(
    ServingLayout Layout,
    double Batch,
    PassTime Step,
    double PromptTokenSeconds,
    double TokenSeconds,
    double FirstTokenSeconds,
    ReplicaMemory Memory
)
{
    /// <summary>Output tokens a second of the whole replica, prompts read beside them.</summary>
    public double OutputTokensPerSecond => Batch / TokenSeconds;

    /// <summary>The same for one device.</summary>
    public double OutputTokensPerSecondPerDevice => OutputTokensPerSecond / Layout.Devices;

    /// <summary>Share of the modelled speed that software reaches: it is in the times between tokens and to the first, not in <see cref="Step"/>.</summary>
    public double SoftwareShare { get; init; } = 1;

    /// <summary>Output tokens a second of one device that does nothing but decode.</summary>
    public double DecodeTokensPerSecondPerDevice => SoftwareShare * Batch / Step.Total / Layout.Devices;

    /// <summary>Prompt tokens a second of one device that does nothing but read prompts.</summary>
    public double PromptTokensPerSecondPerDevice => SoftwareShare / (PromptTokenSeconds * Layout.Devices);

    /// <summary>Whether it keeps to targets.</summary>
    public bool Meets(LatencyTargets targets) =>
        (targets.TokensPerSecondPerUser is not { } speed || TokenSeconds * speed <= 1)
        && (targets.FirstTokenSeconds is not { } first || FirstTokenSeconds <= first);
}
