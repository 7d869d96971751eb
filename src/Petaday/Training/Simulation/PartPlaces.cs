namespace Petaday.Training.Simulation;

/// <summary>Which parts of the model a device runs, counted on that device.</summary>
internal static class PartPlaces
{
    /// <summary>A part's number on its device, in the order in which the first micro-batch comes to them.</summary>
    public static int On(StepDevices devices, int device, int part)
    {
        var stages = devices.Count;
        var own = device < stages / 2 ? device : stages - 1 - device;
        return devices.Mirrored ? (part == own ? 0 : 1) : part / stages;
    }

    /// <summary>The part that has a number on a device.</summary>
    public static int Part(StepDevices devices, int device, int place)
    {
        var stages = devices.Count;
        var own = device < stages / 2 ? device : stages - 1 - device;
        return devices.Mirrored ? (place == 0 ? own : stages - 1 - own) : (place * stages) + device;
    }

    /// <summary>Micro-batches that go through one part on one device.</summary>
    public static int MicroBatches(StepDevices devices) => devices.Mirrored ? devices.MicroBatches / 2 : devices.MicroBatches;
}
