namespace Petaday.Adaptation;

/// <summary>Where a path runs, and so how it is paid for.</summary>
public enum Place
{
    /// <summary>At a provider, by the token.</summary>
    Hosted,

    /// <summary>On rented machines.</summary>
    Rented,

    /// <summary>On machines that are there already: electricity alone.</summary>
    AtHand,

    /// <summary>On machines that are bought for it.</summary>
    Bought,
}
