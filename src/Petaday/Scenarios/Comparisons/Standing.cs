namespace Petaday.Scenarios.Comparisons;

/// <summary>What the 90 % intervals of two values say about their difference.</summary>
public enum Standing
{
    /// <summary>This is what the others are held against.</summary>
    Reference,

    /// <summary>The two are equal.</summary>
    Same,

    /// <summary>The intervals do not meet.</summary>
    Apart,

    /// <summary>The intervals meet: which is the larger cannot be told from them.</summary>
    Overlapping,

    /// <summary>The intervals meet, but both come from the error of one and the same step, which moves both alike: the ratio stands.</summary>
    Shared,

    /// <summary>One of the values, or an interval, is not known.</summary>
    Unknown,
}
