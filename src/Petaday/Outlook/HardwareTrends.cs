using Petaday.Catalog;
using Petaday.Explanations;

namespace Petaday.Outlook;

/// <summary>Dated figures of the catalog's GPUs: what a dollar and a watt buy at release.</summary>
internal static class HardwareTrends
{
    private const string GpuKind = "gpu";

    /// <summary>Peak dense 16-bit FLOP/s over the launch price, FLOP/s/USD. Prices of a device and of its share of a server stand side by side: the latter are lower by a third.</summary>
    public static IReadOnlyList<DatedFigure> PerDollar(IEnumerable<Entry> accelerators, int until) =>
        [
            .. Gpus(accelerators, until)
                .Where(gpu => gpu.Entry.Number("price.launch") > 0)
                .Select(gpu => new DatedFigure(gpu.Entry.Id, gpu.Year, gpu.Peak / gpu.Entry.Number("price.launch")!.Value)),
        ];

    /// <summary>Peak dense 16-bit FLOP/s over the thermal design power, FLOP/J.</summary>
    public static IReadOnlyList<DatedFigure> PerWatt(IEnumerable<Entry> accelerators, int until) =>
        [
            .. Gpus(accelerators, until)
                .Where(gpu => gpu.Entry.Number("power.tdp") > 0)
                .Select(gpu => new DatedFigure(gpu.Entry.Id, gpu.Year, gpu.Peak / gpu.Entry.Number("power.tdp")!.Value)),
        ];

    private static IEnumerable<(Entry Entry, double Year, double Peak)> Gpus(IEnumerable<Entry> accelerators, int until) =>
        from entry in accelerators
        where entry.Text("kind") == GpuKind && entry.Figure("peak.bf16")?.Grade != Grade.Unverified
        let released = entry.Date("released")
        let peak = Math.Max(entry.Number("peak.bf16") ?? 0, entry.Number("peak.fp16") ?? 0)
        where released is { } date && date.Year <= until && peak > 0
        select (entry, released!.Value.Year + ((released.Value.DayOfYear - 0.5) / 365.25), peak);
}
