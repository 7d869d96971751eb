using System.Collections.Immutable;
using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Hardware;
using Petaday.Serving;

namespace Petaday.Tests.Serving;

/// <summary>The shipped catalog, and machines of round numbers whose time can be worked out on paper.</summary>
internal static class Machines
{
    public static readonly Library Shipped = Library.OpenShipped();
    public static readonly HardwareReader Hardware = new(Shipped, ParameterFile.Read(Shipped, []));
    public static readonly ServingLimits Limits = new(MemoryShare: 0.9, PageTokens: 16, ChunkTokens: 8192, PeakUse: 0.8);
    public static readonly ServingFormat Wide = new(NumberFormat.Bf16, NumberFormat.Bf16);

    public static SystemSpec System(string id) => Hardware.System(id, []).ShouldNotBeNull(id);

    public static ServedModel Model(string id)
    {
        var entry = Shipped.Find(EntryKind.Models, id, []).ShouldNotBeNull(id);
        return new ServedModel(id, ArchitectureReader.FromEntry(entry, []).ShouldNotBeNull(id));
    }

    /// <summary>A device with one unit that sustains all of its datasheet and whose kernels take no time of their own.</summary>
    public static SystemSpec Ideal(
        double flopPerSecond = 1e15,
        double bytesPerSecond = 1e12,
        double memoryBytes = 1e12,
        double linkBytesPerSecond = 1e11,
        int domain = 8
    )
    {
        var device = new Accelerator(
            "ideal",
            "Ideal",
            "",
            "gpu",
            ImmutableDictionary<Precision, double>.Empty.Add(Precision.Bf16, flopPerSecond).Add(Precision.Fp8, 2 * flopPerSecond),
            memoryBytes,
            bytesPerSecond,
            1,
            null,
            null,
            null,
            null,
            new AcceleratorParameters(1, 1, 1, 1, 1, 1, 0, 0)
        );
        return new SystemSpec(
            "ideal",
            "Ideal",
            device,
            domain,
            new Network("link", domain, linkBytesPerSecond, 0, 1, false, 1, 0),
            null,
            null
        );
    }
}
