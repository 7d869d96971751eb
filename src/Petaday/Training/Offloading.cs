namespace Petaday.Training;

/// <summary>What keeping things in host memory costs over the device's link to its host.</summary>
internal static class Offloading
{
    /// <summary>Link to the host where the catalog does not say: PCIe 4.0 x16, usable rate of one direction, B/s.</summary>
    private const double HostBytesPerSecond = 31e9;

    /// <summary>
    /// Seconds of an offloaded update of <paramref name="owned"/> parameters. Gradients go to the host and weights come back over its link; the host's own
    /// update, vectorised over its cores, takes about as long again (Ren et al. 2021, section 5).
    /// </summary>
    public static double OfOptimizer(ProfileContext context, double owned) =>
        2 * owned * ((context.FloatGradients ? 4 : 2) + 2) / Link(context);

    /// <summary>Kept activations leave under the forward pass and return under the backward pass; what does not fit under them is exposed.</summary>
    public static PassExposure OfActivations(ProfileContext context, StageProfile stage, double forward, double backward)
    {
        if (!context.Strategy.OffloadActivations)
        {
            return default;
        }

        var oneWay = OneWay(context, stage.KeptBytes);
        return new PassExposure(Math.Max(0, oneWay - forward), Math.Max(0, oneWay - backward));
    }

    /// <summary>Seconds in which so many bytes leave, or come back.</summary>
    internal static double OneWay(ProfileContext context, double bytes) => bytes / Link(context);

    private static double Link(ProfileContext context) => context.Device.HostBytesPerSecond ?? HostBytesPerSecond;
}
