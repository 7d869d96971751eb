namespace Petaday.Sites;

/// <summary>How the carbon of electricity is counted. The three are alternatives, never added.</summary>
public enum CarbonAccounting
{
    /// <summary>By the average of the grid at the place.</summary>
    Location,

    /// <summary>After contracts for clean energy.</summary>
    Market,

    /// <summary>By the plants that answer one more unit of demand.</summary>
    Marginal,
}
