namespace Petaday.Adaptation;

/// <summary>Where the task's data may go.</summary>
public enum PrivacyLevel
{
    /// <summary>Anywhere.</summary>
    Public,

    /// <summary>To a provider under contract.</summary>
    Confidential,

    /// <summary>Nowhere but onto one's own machines.</summary>
    OnPremises,
}
