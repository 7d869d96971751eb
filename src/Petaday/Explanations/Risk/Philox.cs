namespace Petaday.Explanations.Risk;

/// <summary>
/// Philox4x32-10, a generator of random numbers without state (Salmon et al. 2011, Parallel random numbers: as easy as 1, 2, 3, SC11): the numbers of a draw follow from seed,
/// stream and draw alone, so that they are the same whatever thread asks first.
/// </summary>
internal static class Philox
{
    private const int Rounds = 10;
    private const double Step = 1.0 / (1L << 53);

    /// <summary>Two independent uniform numbers above 0 and below 1.</summary>
    public static (double First, double Second) Uniform(ulong seed, ulong stream, uint draw)
    {
        var (a, b, c, d) = Block((draw, 0, (uint)stream, (uint)(stream >> 32)), ((uint)seed, (uint)(seed >> 32)));
        return (Open(a, b), Open(c, d));
    }

    /// <summary>The stream of a name: its FNV-1a hash of 64 bits.</summary>
    public static ulong Stream(string name)
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (char letter in name)
        {
            hash = (hash ^ letter) * 0x100000001b3;
        }

        return hash;
    }

    /// <summary>One block of the generator.</summary>
    internal static (uint A, uint B, uint C, uint D) Block((uint A, uint B, uint C, uint D) counter, (uint A, uint B) key)
    {
        var (a, b, c, d) = counter;
        for (int round = 0; round < Rounds; round++)
        {
            ulong first = 0xD2511F53UL * a;
            ulong second = 0xCD9E8D57UL * c;
            (a, b, c, d) = ((uint)(second >> 32) ^ b ^ key.A, (uint)second, (uint)(first >> 32) ^ d ^ key.B, (uint)first);
            key = (key.A + 0x9E3779B9, key.B + 0xBB67AE85);
        }

        return (a, b, c, d);
    }

    private static double Open(uint high, uint low) => (((((ulong)high << 32) | low) >> 11) + 0.5) * Step;
}
