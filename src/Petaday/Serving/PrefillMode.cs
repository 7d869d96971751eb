namespace Petaday.Serving;

/// <summary>Where prompts are read.</summary>
public enum PrefillMode
{
    /// <summary>On the devices that decode, in chunks between tokens.</summary>
    Together,

    /// <summary>On devices of their own, of the same layout: tokens flow undisturbed; caches travel once, which is not counted.</summary>
    Apart,
}
