using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Hardware;

/// <summary>Makes accelerators and systems of catalog entries and calibrated parameters.</summary>
/// <param name="library">The catalog.</param>
/// <param name="parameters">Free parameters.</param>
public sealed class HardwareReader(Library library, ParameterSet parameters)
{
    private static readonly (string Key, Precision Precision)[] Peaks =
    [
        ("fp32", Precision.Fp32),
        ("tf32", Precision.Tf32),
        ("fp16", Precision.Fp16),
        ("bf16", Precision.Bf16),
        ("fp8", Precision.Fp8),
        ("fp4", Precision.Fp4),
    ];

    /// <summary>The system of this id; null with diagnostics when it is not there or lacks what an estimate needs.</summary>
    public SystemSpec? System(string id, ICollection<Diagnostic> diagnostics) =>
        library.Find(EntryKind.Systems, id, diagnostics) is { } entry ? System(entry, diagnostics) : null;

    /// <summary>The system of an entry; null with diagnostics when it lacks what an estimate needs.</summary>
    public SystemSpec? System(Entry entry, ICollection<Diagnostic> diagnostics)
    {
        if (entry.Root["accelerator"] is not { } named || Named(named, diagnostics) is not { } accelerator)
        {
            return null;
        }

        var scaleUp = Network(entry, "scaleUp");
        var perNode = Need(entry, "devicesPerNode", entry.Integer("devicesPerNode"), diagnostics) ?? 1;
        return new SystemSpec(
            entry.Id,
            entry.Name,
            accelerator with
            {
                HostBytesPerSecond = entry.Value("host.deviceLink", Dimension.BytesPerSecond) ?? accelerator.HostBytesPerSecond,
            },
            perNode,
            scaleUp ?? new Network("none", 1, accelerator.MemoryBytesPerSecond, 0, 1, false, 1, 0),
            entry.Has("fabric") ? Network(entry, "fabric") : null,
            entry.Value("power.node", Dimension.Watts)
        )
        {
            Provider = entry.Text("provider"),
        };
    }

    // That there is no such accelerator is a slip of the line that names it.
    private Accelerator? Named(Node name, ICollection<Diagnostic> diagnostics)
    {
        List<Diagnostic> found = [];
        var accelerator = Accelerator(name.Text, found);
        found.ForEach(one =>
            diagnostics.Add(one.Code == DiagnosticCodes.UnknownId ? name.Problem(one.Code, one.Message, one.Expected, one.Nearest) : one)
        );
        return accelerator;
    }

    /// <summary>The accelerator of this id; null with diagnostics when it is not there or lacks what an estimate needs.</summary>
    public Accelerator? Accelerator(string id, ICollection<Diagnostic> diagnostics)
    {
        if (library.Find(EntryKind.Accelerators, id, diagnostics) is not { } entry)
        {
            return null;
        }

        var peaks = ImmutableDictionary.CreateBuilder<Precision, double>();
        foreach (var (key, precision) in Peaks)
        {
            if (entry.Value("peak." + key, Dimension.FlopPerSecond) is { } peak)
            {
                peaks[precision] = peak;
            }
        }

        var memory = Need(entry, "memory.capacity", entry.Value("memory.capacity", Dimension.Bytes), diagnostics);
        var bandwidth = Need(entry, "memory.bandwidth", entry.Value("memory.bandwidth", Dimension.BytesPerSecond), diagnostics);
        _ = Need(entry, "peak", peaks.Count > 0 ? peaks.Count : (int?)null, diagnostics);
        if (memory is null || bandwidth is null || peaks.Count == 0)
        {
            return null;
        }

        var kind = entry.Text("kind") ?? "gpu";
        return new Accelerator(
            entry.Id,
            entry.Name,
            entry.Text("vendor") ?? "",
            kind,
            peaks.ToImmutable(),
            memory.Value,
            bandwidth.Value,
            Math.Max(1, (int)(entry.Number("compute.units") ?? 1)),
            entry.Value("compute.cache", Dimension.Bytes),
            entry.Value("power.tdp", Dimension.Watts),
            entry.Value("power.idle", Dimension.Watts),
            entry.Value("link.host", Dimension.BytesPerSecond),
            Parameters(entry.Id, entry.Text("generation") ?? kind)
        )
        {
            Generation = entry.Text("generation") ?? kind,
        };
    }

    /// <summary>The free parameters of an accelerator: its own, else its generation's, else those of any.</summary>
    public AcceleratorParameters Parameters(string id, string generation)
    {
        double Get(string name) => parameters.Get("accelerator", name, id, generation);
        return new AcceleratorParameters(
            Get("matmulFraction"),
            Get("fp8Fraction"),
            Get("fp4Fraction"),
            Get("attentionForwardFraction"),
            Get("attentionBackwardFraction"),
            Get("memoryFraction"),
            Get("kernelSeconds"),
            Get("innerHalfLength"),
            Get("flash2Share")
        );
    }

    private Network? Network(Entry entry, string path)
    {
        if (!entry.Has(path) || entry.Value(path + ".bandwidth", Dimension.BytesPerSecond) is not { } bandwidth)
        {
            return null;
        }

        var kind = entry.Text(path + ".kind") ?? "any";
        return new Network(
            kind,
            (int)(entry.Number(path + ".domain") ?? int.MaxValue),
            bandwidth,
            parameters.Get("network", "latencySeconds", $"{entry.Id}/{path}", kind),
            parameters.Get("network", "sustainedFraction", $"{entry.Id}/{path}", kind),
            entry.Flag(path + ".inSwitchReduction") ?? false,
            entry.Number(path + ".oversubscription") ?? 1,
            path == "scaleUp" ? (int)(entry.Number("torus.dimensions") ?? 0) : 0
        );
    }

    private static T? Need<T>(Entry entry, string path, T? value, ICollection<Diagnostic> diagnostics)
        where T : struct
    {
        if (value is null)
        {
            var place = entry.Root.Place;
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticCodes.MissingKey,
                    place.File,
                    place.Line,
                    place.Column,
                    path,
                    $"{entry.Kind.Singular} '{entry.Id}' has no {path}, and an estimate cannot do without",
                    Wanted(path),
                    null
                )
            );
        }

        return value;
    }

    private static string Wanted(string path) =>
        path == "peak"
            ? $"{QuantityExamples.Describe(Dimension.FlopPerSecond)}, under one of {string.Join(", ", Peaks.Select(peak => peak.Key))}"
            : "a figure";
}
