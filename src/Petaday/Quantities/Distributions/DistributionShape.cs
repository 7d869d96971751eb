namespace Petaday.Quantities.Distributions;

/// <summary>The forms that a distribution may have.</summary>
public enum DistributionShape
{
    /// <summary>Normal, with a spread of its own on either side of the median.</summary>
    Normal,

    /// <summary>The logarithm is so distributed: for what is above zero.</summary>
    LogNormal,

    /// <summary>The logit is so distributed: for shares between zero and one.</summary>
    Share,

    /// <summary>Every value between two ends alike.</summary>
    Uniform,

    /// <summary>Rising from the low end to the mode and falling to the high end in straight lines.</summary>
    Triangular,
}
