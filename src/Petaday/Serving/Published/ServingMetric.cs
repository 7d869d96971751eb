namespace Petaday.Serving.Published;

/// <summary>What a published serving run measured.</summary>
public enum ServingMetric
{
    /// <summary>Output tokens a second of the whole replica, prompts read on the same devices.</summary>
    OutputTokensPerSecond,

    /// <summary>Output tokens a second of one device that only decodes.</summary>
    DecodeTokensPerSecondPerDevice,

    /// <summary>Prompt tokens a second of one device that only reads prompts, cached ones counted.</summary>
    PromptTokensPerSecondPerDevice,
}
