namespace Petaday.Planning;

/// <summary>What a part of a search need not look beyond.</summary>
/// <param name="Seconds">A step time that the answer is known not to exceed, s.</param>
/// <param name="MemoryBytes">Bytes that a device may take.</param>
/// <param name="Prune">Whether what cannot be within is passed over, rather than evaluated and dropped.</param>
/// <param name="PruneMemory">The same for memory.</param>
internal readonly record struct SearchLimits(double Seconds, double MemoryBytes, bool Prune, bool PruneMemory)
{
    /// <summary>Sums that are taken in another order differ in the last digits.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Whether so many seconds are more than the answer takes.</summary>
    public bool TooSlow(double seconds) => seconds > Seconds * (1 + Rounding);

    /// <summary>Whether a lower bound of seconds rules strategies out.</summary>
    public bool RulesOut(double seconds) => Prune && TooSlow(seconds);
}
