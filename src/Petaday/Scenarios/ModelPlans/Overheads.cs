namespace Petaday.Scenarios.ModelPlans;

/// <summary>
/// What evaluated options took over their bounds: bubbles, traffic, the update. It grows slowly with the number of devices and is alike for the sizes of a family on one system, so
/// that 95 % of the least seen on as many devices or fewer is taken as the least for those to come; of another system with the same accelerator too, and of another accelerator half of it.
/// </summary>
internal sealed class Overheads
{
    private const double Believed = 0.95;
    private const double BelievedOfSystems = 0.95;
    private const double BelievedOfAll = 0.5;
    private readonly Dictionary<string, List<(int Devices, double Share)>> families = [];
    private readonly Dictionary<(string Accelerator, string Family), List<(int Devices, double Share)>> alike = [];
    private readonly Dictionary<(MachineOffer, string Family), List<(int Devices, double Share)>> seen = [];

    /// <summary>Notes that an option takes at least <paramref name="share"/> more than its bound.</summary>
    public void Note(ModelOption option, double share)
    {
        Add(seen, (option.Machine, option.Shape.Family), (option.Devices, share));
        Add(alike, (Accelerator(option), option.Shape.Family), (option.Devices, share));
        Add(families, option.Shape.Family, (option.Devices, share));
    }

    /// <summary>The least share over its bound that an option is taken to have.</summary>
    public double Least(ModelOption option) =>
        Least(seen.GetValueOrDefault((option.Machine, option.Shape.Family)), option.Devices) is { } own ? Believed * own
        : Least(alike.GetValueOrDefault((Accelerator(option), option.Shape.Family)), option.Devices) is { } other
            ? BelievedOfSystems * other
        : Least(families.GetValueOrDefault(option.Shape.Family), option.Devices) is { } any ? BelievedOfAll * any
        : 0;

    private static string Accelerator(ModelOption option) => option.Machine.System.Spec.Accelerator.Id;

    private static double? Least(List<(int Devices, double Share)>? list, int most)
    {
        double least = double.PositiveInfinity;
        foreach (var (devices, share) in list ?? [])
        {
            if (devices <= most)
            {
                least = Math.Min(least, share);
            }
        }

        return double.IsFinite(least) ? Math.Max(0, least) : null;
    }

    private static void Add<TKey>(Dictionary<TKey, List<(int Devices, double Share)>> book, TKey key, (int Devices, double Share) entry)
        where TKey : notnull
    {
        if (!book.TryGetValue(key, out var list))
        {
            book.Add(key, list = []);
        }

        list.Add(entry);
    }
}
