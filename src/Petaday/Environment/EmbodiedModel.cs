using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Environment;

/// <summary>A run's share of the carbon of making its hardware: by the device-time that it holds over the device's service life.</summary>
public static class EmbodiedModel
{
    /// <summary>Embodied carbon of a run, kgCO2e; unknown where neither a footprint nor the silicon's area is known.</summary>
    public static Line Estimate(EmbodiedInputs inputs, EmbodiedFactors factors)
    {
        Check(inputs);
        Line life = inputs.ServiceLife ?? factors.ServiceLife;
        Line share = Line.Computed(
            "share",
            "Devices' lives that the run takes up",
            Dimension.None,
            "device time / service life",
            static parts => parts[0] / parts[1],
            Reference.To(inputs.DeviceSeconds, "run.deviceSeconds"),
            life
        );
        Line device = Device(inputs, factors);
        Line hardware = Line.Sum(
            "hardware",
            "Making a device and its share of the server",
            Dimension.Carbon,
            [device, .. inputs.ServerParts]
        );
        return Line.Product("embodied", "Embodied carbon", hardware, share) with { Note = Note(device, inputs) };
    }

    private static Line Device(EmbodiedInputs inputs, EmbodiedFactors factors) =>
        inputs switch
        {
            { Footprint: { Value: not null } footprint } => footprint with { Key = "device", Name = "Device's product carbon footprint" },
            { DieArea: { Value: not null } area, ProcessNanometres: { } process } => SiliconModel.Die(area, process, factors),
            _ => Line.Unknown(
                "device",
                "Making a device",
                Dimension.Carbon,
                "neither a product carbon footprint nor the silicon's area and process are known"
            ),
        };

    private static string? Note(Line device, EmbodiedInputs inputs) =>
        device.Combination == Combination.Product || device.Value is null ? device.Note
        : inputs.ServerParts.IsEmpty ? "the devices alone: no footprint of the rest of the server, the network or the building is known"
        : null;

    private static void Check(EmbodiedInputs inputs)
    {
        Bounds.NotNegative(inputs.DeviceSeconds);
        Bounds.NotNegative(inputs.Footprint);
        Bounds.NotNegative(inputs.DieArea);
        Bounds.Positive(inputs.ServiceLife);
        foreach (Line part in inputs.ServerParts)
        {
            Bounds.NotNegative(part);
        }
    }
}
