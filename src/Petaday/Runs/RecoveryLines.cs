using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>From a break to training again, phase by phase.</summary>
/// <param name="Phases">In their order, s each.</param>
/// <param name="Planned">Those that a stop takes which somebody wants: nothing has to be found out or repaired.</param>
internal sealed record RecoveryLines(ImmutableArray<Line> Phases, ImmutableArray<Line> Planned)
{
    /// <summary>The phases of a job.</summary>
    public static RecoveryLines Of(
        JobShape job,
        ReliabilityInputs inputs,
        ReliabilityDefaults defaults,
        JobFailures failures,
        CheckpointLines checkpoint
    )
    {
        if (inputs.Recovery is { } whole)
        {
            Line given = whole with { Key = "recovery", Name = "Recovery" };
            return new RecoveryLines([given], [given]);
        }

        Operations usual = defaults.Operations[inputs.Operations ?? Operations.Usual];
        Line detection = (inputs.Detection ?? usual.Detection) with { Key = "detection", Name = "Detection" };
        ImmutableArray<Line> start =
        [
            (inputs.Restart ?? usual.Restart) with
            {
                Key = "restart",
                Name = "Restart",
            },
            Initialisation(job, defaults),
            .. new[] { checkpoint.Load }.OfType<Line>(),
        ];
        return new RecoveryLines(
            [detection, .. inputs.Spares is { Value: 0 } ? [Repair(defaults, failures)] : (Line[])[], .. start],
            start
        );
    }

    private static Line Initialisation(JobShape job, ReliabilityDefaults defaults) =>
        Line.Computed(
            "initialisation",
            "Setting up communicators",
            Dimension.Seconds,
            "seconds on a number of devices x (devices / that number) to a power",
            static v => v[0] * Math.Pow(v[1] / v[2], v[3]),
            defaults.InitialisationSeconds,
            new Line("devices", "Devices", job.Devices, Dimension.None),
            defaults.InitialisationDevices,
            defaults.InitialisationExponent
        );

    private static Line Repair(ReliabilityDefaults defaults, JobFailures failures) =>
        failures.Software is { } software
            ? Line.Computed(
                "repair",
                "Waiting for a repair",
                Dimension.Seconds,
                "repair of a node x share of interruptions that are not of software",
                static v => v[0] * (1 - (v[1] / v[2])),
                defaults.Repair,
                software,
                failures.Rate
            )
            : defaults.Repair with
            {
                Key = "repair",
                Name = "Waiting for a repair",
            };
}
