namespace Petaday.Scenarios.ModelPlans;

/// <summary>
/// What evaluated options took over their bounds: bubbles, traffic, the update. It grows slowly with the number of devices and is alike for the sizes of a family on one system, so
/// that four fifths of what was seen on as many devices or fewer is taken as the least for those to come.
/// </summary>
internal sealed class Overheads
{
    private const double Believed = 0.8;
    private readonly Dictionary<(MachineOffer, string Family), List<(int Devices, double Share)>> seen = [];

    /// <summary>Notes that an option takes at least <paramref name="share"/> more than its bound.</summary>
    public void Note(ModelOption option, double share)
    {
        var key = (option.Machine, option.Shape.Family);
        if (!seen.TryGetValue(key, out var list))
        {
            seen.Add(key, list = []);
        }

        list.Add((option.Devices, share));
    }

    /// <summary>The least share over its bound that an option is taken to have.</summary>
    public double Least(ModelOption option)
    {
        double least = double.PositiveInfinity;
        foreach (var (devices, share) in seen.GetValueOrDefault((option.Machine, option.Shape.Family)) ?? [])
        {
            if (devices <= option.Devices)
            {
                least = Math.Min(least, share);
            }
        }

        return double.IsFinite(least) ? Believed * Math.Max(0, least) : 0;
    }
}
