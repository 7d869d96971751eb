namespace Petaday.Outlook;

/// <summary>What a lever reaches.</summary>
public enum LeverEffectKind
{
    /// <summary>A scenario's key takes another value; the engine says what that does.</summary>
    Set,

    /// <summary>Fewer (or more) tokens reach the same quality.</summary>
    Tokens,

    /// <summary>The same tokens are seen of a smaller stock.</summary>
    UniqueTokens,

    /// <summary>A model of another family that is as good.</summary>
    Family,

    /// <summary>A smaller (or larger) model at the same compute.</summary>
    Shrink,

    /// <summary>A result, beside the engine: no key of a scenario reaches it.</summary>
    Result,
}
