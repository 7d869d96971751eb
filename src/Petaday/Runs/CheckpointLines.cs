using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>What a checkpoint of a job takes, and how often to take one.</summary>
internal sealed record CheckpointLines
{
    /// <summary>What storage takes from the job, B/s.</summary>
    public required Line Bandwidth { get; init; }

    /// <summary>Writing one checkpoint to storage, s; null where its size is not known.</summary>
    public Line? Write { get; init; }

    /// <summary>Copying one to host memory, s; null where its size or the link is not known.</summary>
    public Line? Copy { get; init; }

    /// <summary>Copying one to another host's memory, s; null where its size or the link is not known.</summary>
    public Line? Replicate { get; init; }

    /// <summary>For how long one stops training, s.</summary>
    public required Line Stall { get; init; }

    /// <summary>Training between two, s.</summary>
    public required Line Interval { get; init; }

    /// <summary>Training between two in storage where the others are in memory, s; null elsewhere.</summary>
    public Line? Persistent { get; init; }

    /// <summary>Reading one back, s; null where its size is not known.</summary>
    public Line? Load { get; init; }

    /// <summary>The lines of a job.</summary>
    public static CheckpointLines Of(JobShape job, ReliabilityInputs inputs, ReliabilityDefaults defaults, Line meanTime)
    {
        Line bandwidth = inputs.StorageBandwidth ?? Storage(job, defaults);
        Line? share = Share(job);
        Line? write = job.CheckpointBytes is { } bytes ? Over("write", "Writing a checkpoint", bytes, bandwidth) : null;
        Line? copy = share is not null && job.HostBandwidth is { } link ? Over("copy", "Copy to host memory", share, link) : null;
        Line? replicate =
            share is not null && job.FabricBandwidth is { } fabric ? Over("replicate", "Copy to another host", share, fabric) : null;
        bool memory = inputs.Checkpoint == CheckpointMode.InMemory;
        Line stall = inputs.CheckpointStall ?? StallOf(inputs.Checkpoint, write, copy, defaults);
        return new CheckpointLines
        {
            Bandwidth = bandwidth,
            Write = write,
            Copy = copy,
            Replicate = replicate,
            Stall = stall,
            Interval = inputs.CheckpointInterval ?? IntervalOf(inputs, defaults, stall, meanTime, memory ? [copy, replicate] : [write]),
            Persistent = memory
                ? Longest("persistentInterval", "Interval of checkpoints in storage", defaults.PersistentInterval, write)
                : null,
            Load =
                memory ? Both(copy, replicate)
                : write is null ? null
                : write with { Key = "load", Name = "Reading the checkpoint" },
        };
    }

    private static Line? Share(JobShape job) =>
        job.CheckpointBytes is { } bytes
            ? Line.Computed(
                "bytesPerDevice",
                "Checkpoint of a device",
                Dimension.Bytes,
                "size of a checkpoint / devices: every device writes its share",
                static v => v[0] / v[1],
                bytes,
                new Line("devices", "Devices", job.Devices, Dimension.None)
            )
            : null;

    private static Line Storage(JobShape job, ReliabilityDefaults defaults) =>
        Line.Computed(
            "storageBandwidth",
            "Writing to storage",
            Dimension.BytesPerSecond,
            "the lesser of nodes x what one writes and what all write",
            static v => Math.Min(v[0] * v[1], v[2]),
            new Line("nodes", "Nodes", job.Nodes, Dimension.None),
            defaults.BandwidthPerNode,
            defaults.Bandwidth
        );

    private static Line Over(string key, string name, Line bytes, Line rate) =>
        Line.Computed(key, name, Dimension.Seconds, $"{bytes.Name} / {rate.Name}", static v => v[0] / v[1], bytes, rate);

    private static Line StallOf(CheckpointMode mode, Line? write, Line? copy, ReliabilityDefaults defaults) =>
        mode == CheckpointMode.Synchronous
            ? write is null
                ? Line.Unknown("checkpointStall", "Stall of a checkpoint", Dimension.Seconds, "the size of a checkpoint is not known")
                : Line.Sum("checkpointStall", "Stall of a checkpoint", Dimension.Seconds, write)
            : Line.Sum(
                "checkpointStall",
                "Stall of a checkpoint",
                Dimension.Seconds,
                copy is null ? [defaults.CheckpointStall] : [defaults.CheckpointStall, copy]
            );

    private static Line IntervalOf(
        ReliabilityInputs inputs,
        ReliabilityDefaults defaults,
        Line stall,
        Line meanTime,
        ReadOnlySpan<Line?> writes
    )
    {
        Line? shortest = inputs.ShortestInterval ?? (inputs.Checkpoint == CheckpointMode.InMemory ? null : defaults.ShortestInterval);
        Line[] least = [.. new[] { shortest }.Concat(writes.ToArray()).OfType<Line>()];
        return Line.Computed(
            "checkpointInterval",
            "Training between checkpoints",
            Dimension.Seconds,
            "the longest of "
                + string.Join(
                    ", ",
                    ["Daly's interval for the stall and the mean time between interruptions", .. least.Select(line => line.Name)]
                ),
            static v =>
            {
                double interval = CheckpointPlan.BestInterval(v[0], v[1]);
                for (int i = 2; i < v.Length; i++)
                {
                    interval = Math.Max(interval, v[i]);
                }

                return interval;
            },
            [stall, meanTime, .. least]
        ) with
        {
            Note = Young(stall, meanTime),
        };
    }

    private static string? Young(Line stall, Line meanTime) =>
        stall.Value is { } d && meanTime.Value is { } m
            ? $"Young's interval, √(2 δ M), is {new Quantity(CheckpointPlan.YoungInterval(d, m), Dimension.Seconds).Format()}"
            : null;

    private static Line Longest(string key, string name, Line usual, Line? least) =>
        least is null
            ? usual
            : Line.Computed(
                key,
                name,
                Dimension.Seconds,
                $"the longer of {usual.Name} and {least.Name}",
                static v => Math.Max(v[0], v[1]),
                usual,
                least
            );

    private static Line? Both(Line? copy, Line? replicate) =>
        copy is null && replicate is null
            ? null
            : Line.Sum("load", "Reading the checkpoint", Dimension.Seconds, new[] { replicate, copy }.OfType<Line>());
}
