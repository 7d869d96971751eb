namespace Petaday.Sites;

/// <summary>What a choice of sites makes small.</summary>
public enum SiteObjective
{
    /// <summary>Money.</summary>
    Cost,

    /// <summary>Carbon of the electricity.</summary>
    Carbon,

    /// <summary>Water.</summary>
    Water,

    /// <summary>Time from start to end, with moving data.</summary>
    Time,
}
