using System.Collections.Immutable;
using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Scenarios.Laws;

/// <summary>
/// The barrier law, C = 6 P T with T = 20 P, and 120 P² / K with experts, beside the engine's answer for the same P: the one way in for <c>petaday forecast --law</c>.
/// </summary>
public static class BarrierStudies
{
    /// <summary>Days that the number of devices is chosen for, at the law's utilisation.</summary>
    public const int Days = 90;

    /// <summary>MFU that the law is turned into device-hours with: the rule of thumb that <c>petaday validate</c> compares with.</summary>
    public const double Utilisation = 0.4;

    private const int MostDevices = 1 << 20;
    private const int Decades = 5;
    private const int Steps = 2;
    private const double Smallest = 1e9;
    private static readonly string[] Traffic =
    [
        "tensorParallel",
        "contextParallel",
        "expertParallel",
        "pipelineSends",
        "pipelineBubble",
        "dataParallel",
    ];

    /// <summary>Works it out; null, with diagnostics added, where the input is wrong.</summary>
    /// <param name="file">A scenario whose machines, site and money are taken; null for the defaults.</param>
    /// <param name="flags">Keys over the file's.</param>
    /// <param name="families">Ids of catalog/families, the dense one first.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times searches.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    /// <param name="progress">Gets the share of the rows that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static BarrierStudy? Run(
        string? file,
        IReadOnlyList<ScenarioFlag> flags,
        IReadOnlyList<string> families,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return ScenarioReader.Root(file, flags, diagnostics) is { } root
            ? Of(root, families, knowledge, clock, diagnostics, progress, cancellation)
            : null;
    }

    /// <summary>The same over keys that are at hand.</summary>
    public static BarrierStudy? Of(
        Node root,
        IReadOnlyList<string> families,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(families);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        ImmutableArray<ArchitectureFamily> kept =
        [
            .. families
                .Select(id =>
                    Catalogued.Find(
                        knowledge.Library,
                        EntryKind.Families,
                        Node.Scalar(new NodePlace("--families", 0, 0, ""), id),
                        diagnostics
                    )
                )
                .OfType<Entry>()
                .Select(entry => FamilyReader.Read(entry, knowledge.Library, diagnostics))
                .OfType<ArchitectureFamily>(),
        ];
        if (ComputeOptimal.Read(knowledge.Library, diagnostics) is not { } optimal || diagnostics.Count > before)
        {
            return null;
        }

        // What is wrong with the machines is said once, before any size is worked out.
        var work = new BarrierWork(root, optimal, knowledge, clock, cancellation);
        if (!work.Try(kept[0].At(Smallest), diagnostics))
        {
            return null;
        }

        var sizes = Enumerable.Range(0, (Decades * Steps) + 1).Select(step => Smallest * Math.Pow(10, (double)step / Steps)).ToList();
        var asked = kept.SelectMany(family => sizes.Select(size => (family, size))).ToList();
        var rows = new BarrierRow[asked.Count];
        var done = new ProgressSpan(progress).Pieces(asked.Count);
        Parallel.For(
            0,
            asked.Count,
            new ParallelOptions { CancellationToken = cancellation },
            index =>
            {
                rows[index] = work.Row(asked[index].family, asked[index].size);
                done();
            }
        );
        return new BarrierStudy(work.System, work.Accelerator, work.Precision, Utilisation, [.. rows.Select(row => Priced(row, rows))]);
    }

    /// <summary>Devices, by doubling, that end a run of these FLOPs in about 90 days at the law's utilisation.</summary>
    internal static BarrierMachine Machine(double flops, double peak, double leastBytes, double memory)
    {
        double needed = Math.Max(flops / (Utilisation * peak * Days * Units.SecondsPerDay), leastBytes / memory);
        int devices = 8;
        while (devices < needed && devices < MostDevices)
        {
            devices *= 2;
        }

        return new BarrierMachine(devices, needed > MostDevices ? MostDevices : int.MaxValue);
    }

    /// <summary>Share of the step that no device computes in.</summary>
    internal static double Exposed(Answer answer) =>
        answer.Step.Breakdown.Where(part => Traffic.Contains(part.Key)).Sum(part => part.Amount) / answer.Step.Seconds;

    /// <summary>Money, power and carbon of the law at the engine's rates for a device-hour: of the same row, or of the nearest smaller one that it can do.</summary>
    private static BarrierRow Priced(BarrierRow row, BarrierRow[] rows)
    {
        var rated = rows.Where(other =>
                other.Family == row.Family && other.Engine?.DeviceHours is not null && other.Parameters <= row.Parameters
            )
            .MaxBy(other => other.Parameters);
        if (rated?.Engine is not { DeviceHours: { } hours } engine || row.Law.DeviceHours is not { } own)
        {
            return row;
        }

        return row with
        {
            Law = row.Law with
            {
                Cost = engine.Cost / hours * own,
                Tonnes = engine.Tonnes / hours * own,
                Megawatts = engine.Megawatts / rated.Devices * row.Devices,
            },
        };
    }
}
