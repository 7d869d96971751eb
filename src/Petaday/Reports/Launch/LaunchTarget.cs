namespace Petaday.Reports.Launch;

/// <summary>Whose settings a plan is written as.</summary>
public enum LaunchTarget
{
    /// <summary>Flags of Megatron-LM's <c>pretrain_gpt.py</c>.</summary>
    Megatron,

    /// <summary>A configuration of torchtitan.</summary>
    Torchtitan,

    /// <summary>A scenario of Petaday with every choice named, which an estimate gives the same answer for.</summary>
    Scenario,
}
