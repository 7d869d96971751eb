using System.Collections.Immutable;
using Petaday.Scenarios;
using Petaday.Training;

namespace Petaday.Reports.Launch;

/// <summary>A plan as the settings that training software is started with.</summary>
/// <param name="Target">Whose settings.</param>
/// <param name="Text">The settings, as a file.</param>
/// <param name="Missing">What the plan has and the settings do not say; empty where they say it all.</param>
public sealed record LaunchText(LaunchTarget Target, string Text, ImmutableArray<string> Missing)
{
    private static readonly ImmutableArray<string> OfMegatron = ["megatron", "nemo", "mindspeed"];
    private static readonly ImmutableArray<string> OfTorchtitan = ["torchtitan", "fsdp", "pytorch", "torchtune", "meta"];

    /// <summary>The target that a stack is started by; a scenario where it is neither of those known.</summary>
    public static LaunchTarget Usual(string stackId)
    {
        ArgumentNullException.ThrowIfNull(stackId);
        return OfMegatron.Any(stackId.StartsWith) ? LaunchTarget.Megatron
            : OfTorchtitan.Any(stackId.StartsWith) ? LaunchTarget.Torchtitan
            : LaunchTarget.Scenario;
    }

    /// <summary>Writes a case under a strategy.</summary>
    /// <param name="one">What is trained, on what.</param>
    /// <param name="strategy">How a step is spread.</param>
    /// <param name="target">Whose settings.</param>
    public static LaunchText Of(Case one, Strategy strategy, LaunchTarget target)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(strategy);
        return target switch
        {
            LaunchTarget.Megatron => MegatronFlags.Of(one, strategy),
            LaunchTarget.Torchtitan => TorchtitanConfig.Of(one, strategy),
            _ => NamedScenario.Of(one, strategy),
        };
    }
}
