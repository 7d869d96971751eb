namespace Petaday.Economics.Project;

/// <summary>The three bases on which people quote what a model cost (Cottier et al. 2024, arXiv:2405.21015).</summary>
public enum PriceBasis
{
    /// <summary>Owning: what hardware loses in worth while it is held, and its electricity.</summary>
    Amortised,

    /// <summary>Renting by the hour; electricity is in the rent.</summary>
    Rental,

    /// <summary>Buying the whole cluster; work that it does afterwards costs electricity alone.</summary>
    Acquisition,
}
