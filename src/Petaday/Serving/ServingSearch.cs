using Petaday.Hardware;

namespace Petaday.Serving;

/// <summary>Finds the layout and batch of a replica that serve a demand with the fewest devices.</summary>
public static class ServingSearch
{
    private const int MostDevices = 1024;
    private const int StepsOfDoubling = 8;
    private const double MostBatch = 65536;
    private static readonly double[] Batches = Grid();

    /// <summary>Serves <paramref name="outputTokensPerSecond"/> at <see cref="ServingLimits.PeakUse"/> of capacity; infinity asks for the most throughput a device.</summary>
    public static ServingOutcome Find(
        ServedModel model,
        SystemSpec system,
        ServingFormat format,
        RequestMix mix,
        ServingLimits limits,
        LatencyTargets targets,
        double outputTokensPerSecond
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(system);
        OperatingPoint? best = null;
        OperatingPoint? nearest = null;
        double needed = double.PositiveInfinity;
        var (anyFits, smallest) = (false, double.PositiveInfinity);
        foreach (var layout in Layouts(model, system))
        {
            var replica = new ReplicaModel(model, system, format, layout, mix, limits);
            smallest = Math.Min(smallest, (replica.Memory.WeightBytes + replica.Memory.SequenceBytes) / limits.MemoryShare);
            int copies = layout.Data * layout.Pipeline;
            foreach (double batch in Batches.TakeWhile(batch => batch * copies <= replica.MostSequences).Select(batch => batch * copies))
            {
                anyFits = true;
                var point = replica.At(batch);
                nearest = nearest is null || Missed(point, targets) < Missed(nearest, targets) ? point : nearest;
                if (!point.Meets(targets))
                {
                    if (targets.TokensPerSecondPerUser is { } speed && point.TokenSeconds * speed > 1)
                    {
                        break; // larger batches are slower still
                    }

                    continue;
                }

                double devices = Devices(point, outputTokensPerSecond, limits);
                if (devices < needed || (devices == needed && Better(point, best!)))
                {
                    (best, needed) = (point, devices);
                }
            }
        }

        return new ServingOutcome(best, best is null ? nearest : null, anyFits, smallest);
    }

    /// <summary>The batch of one replica that gives most tokens a second within a time between tokens; null where not one sequence fits.</summary>
    public static OperatingPoint? Fullest(ReplicaModel replica, ServingLayout layout, double? tokenSeconds, bool decodesAlone = false)
    {
        ArgumentNullException.ThrowIfNull(replica);
        int copies = layout.Data * layout.Pipeline;
        return Batches
            .Select(batch => batch * copies)
            .TakeWhile(batch => batch <= replica.MostSequences)
            .Select(replica.At)
            .Where(point =>
                tokenSeconds is not { } most || (decodesAlone ? point.Step.Total / point.SoftwareShare : point.TokenSeconds) <= most
            )
            .MaxBy(point => point.OutputTokensPerSecond);
    }

    /// <summary>Devices of whole replicas; of an endless demand, device time of a token.</summary>
    private static double Devices(OperatingPoint point, double outputTokensPerSecond, ServingLimits limits) =>
        double.IsPositiveInfinity(outputTokensPerSecond)
            ? 1 / point.OutputTokensPerSecondPerDevice
            : point.Layout.Devices * Replicas(outputTokensPerSecond, point.OutputTokensPerSecond, limits.PeakUse);

    /// <summary>Whole replicas that carry a rate at a share of their capacity: one at least.</summary>
    public static double Replicas(double rate, double capacity, double peakUse) => Math.Max(1, Math.Ceiling(rate / (capacity * peakUse)));

    private static bool Better(OperatingPoint left, OperatingPoint right) =>
        left.OutputTokensPerSecondPerDevice > right.OutputTokensPerSecondPerDevice;

    private static double Missed(OperatingPoint point, LatencyTargets targets) =>
        Math.Max(
            point.TokenSeconds * (targets.TokensPerSecondPerUser ?? 0),
            point.FirstTokenSeconds / (targets.FirstTokenSeconds ?? double.MaxValue)
        );

    /// <summary>Tensor groups within a scale-up domain, stages and copies of attention, by doubling, that the shape can be split by.</summary>
    public static IEnumerable<ServingLayout> Layouts(ServedModel model, SystemSpec system)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(system);
        var a = model.Architecture;
        long most = system.Fabric is null ? system.ScaleUp.Domain : MostDevices;
        foreach (int tensor in Doublings(Math.Min(system.ScaleUp.Domain, a.Heads)).Where(tensor => a.Heads % tensor == 0))
        {
            foreach (int pipeline in Doublings(Math.Min(most / tensor, a.Layers)))
            {
                long copies = a.IsMixtureOfExperts ? Math.Min(most / tensor / pipeline, a.Experts!.Count / tensor) : 1;
                foreach (int data in Doublings(Math.Max(1, copies)))
                {
                    yield return new ServingLayout(tensor, pipeline, data);
                }
            }
        }
    }

    private static IEnumerable<int> Doublings(long most)
    {
        for (int value = 1; value <= most; value *= 2)
        {
            yield return value;
        }
    }

    // The same sizes whatever the memory, so that more memory never leaves fewer to choose from.
    private static double[] Grid() =>
        [
            .. Enumerable
                .Range(0, (int)(Math.Log2(MostBatch) * StepsOfDoubling) + 1)
                .Select(step => Math.Round(Math.Pow(2, (double)step / StepsOfDoubling)))
                .Distinct(),
        ];
}
