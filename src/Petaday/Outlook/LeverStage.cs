namespace Petaday.Outlook;

/// <summary>A stage of the roadmap.</summary>
/// <param name="Name">Its words.</param>
/// <param name="Order">From 0: what comes first in a waterfall.</param>
public sealed record LeverStage(string Name, int Order)
{
    /// <summary>The stage of what nobody has shown on a training run.</summary>
    public const string Unproven = "unproven";
}
