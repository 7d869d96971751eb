namespace Petaday.Outlook;

/// <summary>What a published cost counts. The bases differ by up to a hundredfold for one run and are never mixed in a fit.</summary>
public enum CostBasis
{
    /// <summary>Wear of the hardware and energy of the final run.</summary>
    Amortised,

    /// <summary>Cloud rent of the final run.</summary>
    Rental,

    /// <summary>Buying the cluster.</summary>
    Acquisition,

    /// <summary>A later table of the same authors, whose single column is not explained.</summary>
    Updated,

    /// <summary>Anything else: a statement, the press.</summary>
    Other,
}
