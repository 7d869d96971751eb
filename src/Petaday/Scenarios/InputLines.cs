using Petaday.Explanations;
using Petaday.Hardware;
using Petaday.Quantities;

namespace Petaday.Scenarios;

/// <summary>The figures that a step rests on: datasheets with their sources, free parameters with how they were come by.</summary>
internal sealed class InputLines(Case one, Knowledge knowledge)
{
    private Accelerator Accelerator => one.System.Spec.Accelerator;

    /// <summary>Peak in the recipe's format, or in 16 bits.</summary>
    public Line Peak(bool wide = false)
    {
        string key = one.Recipe.Precision switch
        {
            Precision.Fp32 => "fp32",
            Precision.Tf32 => "tf32",
            Precision.Fp16 => "fp16",
            Precision.Fp8 or Precision.Fp8Block or Precision.Mxfp8 when !wide => "fp8",
            Precision.Fp4 when !wide => "fp4",
            _ => "bf16",
        };
        return one.System.Accelerator.Line("peak." + key, "peak", $"Peak of a device in {key}", Dimension.FlopPerSecond);
    }

    /// <summary>Memory bandwidth of a device.</summary>
    public Line Bandwidth() =>
        one.System.Accelerator.Line("memory.bandwidth", "memoryBandwidth", "Memory bandwidth of a device", Dimension.BytesPerSecond);

    /// <summary>Memory of a device.</summary>
    public Line Capacity() => one.System.Accelerator.Line("memory.capacity", "capacityBytes", "Memory of a device", Dimension.Bytes);

    /// <summary>Bandwidth inside the scale-up domain.</summary>
    public Line ScaleUp() =>
        one.System.Entry.Line(
            "scaleUp.bandwidth",
            "scaleUpBandwidth",
            $"Bandwidth of {one.System.Spec.ScaleUp.Kind}",
            Dimension.BytesPerSecond
        );

    /// <summary>Bandwidth between nodes.</summary>
    public Line Fabric() =>
        one.System.Entry.Line("fabric.bandwidth", "fabricBandwidth", "Bandwidth between nodes, a device", Dimension.BytesPerSecond);

    /// <summary>Link of a device to its host.</summary>
    public Line Host() =>
        (one.System.Entry.Has("host.deviceLink") ? one.System.Entry : one.System.Accelerator).Line(
            one.System.Entry.Has("host.deviceLink") ? "host.deviceLink" : "link.host",
            "hostBandwidth",
            "Link of a device to its host",
            Dimension.BytesPerSecond
        );

    /// <summary>All parameters of the model.</summary>
    public Line Parameters() => new("parameters", "Parameters of the model", one.Model.Parameters.Total, Dimension.None);

    /// <summary>A free parameter of the device.</summary>
    public Line Device(string name) => Free("accelerator", name, Accelerator.Id, Accelerator.Generation);

    /// <summary>A free parameter of the stack.</summary>
    public Line Software(string name) => Free("stack", name, one.Stack.Entry.Id, one.Stack.Stack.Launching);

    /// <summary>The share of a network's bandwidth that collectives sustain.</summary>
    public Line Network(string tier) =>
        Free(
            "network",
            "sustainedFraction",
            $"{one.System.Entry.Id}/{tier}",
            (tier == "fabric" ? one.System.Spec.Fabric?.Kind : one.System.Spec.ScaleUp.Kind) ?? "any"
        );

    private Line Free(string scope, string name, params string[] ids)
    {
        var row = ids.Append("any")
            .Select(id => knowledge.Parameters.Rows.LastOrDefault(row => row.Scope == scope && row.Name == name && row.Id == id))
            .FirstOrDefault(found => found is not null);
        var unit =
            name.EndsWith("Seconds", StringComparison.Ordinal) ? Dimension.Seconds
            : name is "memoryBase" or "communicatorBytes" ? Dimension.Bytes
            : Dimension.None;
        return new Line(name, $"{scope} {name}", row?.Value, unit)
        {
            Note =
                row is null ? "no such free parameter"
                : row.Runs > 0 ? $"fitted for '{row.Id}' on {row.Runs} measured steps of {row.Sources} sources; {row.Basis}"
                : $"{row.Basis} ('{row.Id}')",
            Interval = row is { Low: { } low, High: { } high } ? new Interval(low, high) : null,
        };
    }
}
