namespace Petaday.Scenarios.Comparisons;

/// <summary>Which of two values of a figure is the better.</summary>
public enum Preference
{
    /// <summary>Neither: it is a size, not a merit.</summary>
    None,

    /// <summary>The smaller.</summary>
    Less,

    /// <summary>The larger.</summary>
    More,
}
