using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>How often a job is interrupted: a sum over its devices, nodes, fabric and software, each with a rate of its own.</summary>
internal sealed record JobFailures
{
    /// <summary>Interruptions of the job a second.</summary>
    public required Line Rate { get; init; }

    /// <summary>Mean time between interruptions of the job, s.</summary>
    public required Line MeanTime { get; init; }

    /// <summary>Those of software alone, 1/s; null where causes are not told apart.</summary>
    public Line? Software { get; init; }

    /// <summary>Preemptions of spot devices, 1/s; null where there are none.</summary>
    public Line? Preemptions { get; init; }

    /// <summary>The rates of a job.</summary>
    public static JobFailures Of(JobShape job, ReliabilityInputs inputs, ReliabilityDefaults defaults)
    {
        Line devices = new("devices", "Devices", job.Devices, Dimension.None);
        List<Line> rates = inputs.DeviceTimePerInterruption is { } given
            ? [Each("interruptions", "All causes", devices, given)]
            : ByCause(job, devices, inputs, defaults);
        Line? software = rates.Find(rate => rate.Key == FailureTable.Software);
        Line? preemptions = inputs.DeviceTimePerPreemption is { } spot ? Each("preemptions", "Preemptions", devices, spot) : null;
        if (preemptions is not null && rates.Count > 0)
        {
            rates.Add(preemptions);
        }

        Line rate =
            rates.Count > 0
                ? Line.Sum("interruptionRate", "Interruptions of the job", Dimension.Frequency, rates)
                : Line.Unknown(
                    "interruptionRate",
                    "Interruptions of the job",
                    Dimension.Frequency,
                    "no failure rate is known for this accelerator"
                );
        return new JobFailures
        {
            Rate = rate,
            MeanTime = Line.Computed(
                "meanTimeBetweenInterruptions",
                "Mean time between interruptions of the job",
                Dimension.Seconds,
                "1 / interruptions of the job",
                static v => 1 / v[0],
                rate
            ),
            Software = software,
            Preemptions = preemptions,
        };
    }

    private static List<Line> ByCause(JobShape job, Line devices, ReliabilityInputs inputs, ReliabilityDefaults defaults)
    {
        Line nodes = new("nodes", "Nodes", job.Nodes, Dimension.None);
        Line? ratio = inputs.FailureRatio ?? defaults.ClusterRatio.For(job.AcceleratorId);
        Line? unscreened = inputs.Screened ?? inputs.Operations != Operations.Manual ? null : defaults.UnscreenedRatio;
        return
        [
            .. defaults
                .Failures.For(job.AcceleratorId)
                .Select(cause =>
                    Each(
                        cause.Key,
                        Name(cause.Key),
                        cause.Key == FailureTable.Node ? nodes : devices,
                        cause,
                        ratio,
                        cause.Key == FailureTable.Software ? null : unscreened
                    )
                ),
        ];
    }

    private static Line Each(string key, string name, Line units, Line time, params ReadOnlySpan<Line?> ratios)
    {
        ImmutableArray<Line> parts = [units, time, .. ratios.ToArray().OfType<Line>()];
        return Line.Computed(
            key,
            name,
            Dimension.Frequency,
            $"{units.Name} / {time.Name}{string.Concat(parts.Skip(2).Select(ratio => " × " + ratio.Name))}",
            static v =>
            {
                double rate = v[0] / v[1];
                for (int i = 2; i < v.Length; i++)
                {
                    rate *= v[i];
                }

                return rate;
            },
            parts
        );
    }

    private static string Name(string cause) => $"Interruptions by {(cause is "device" or "node" ? cause + "s" : cause)}";
}
