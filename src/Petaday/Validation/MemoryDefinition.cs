using Petaday.Training;

namespace Petaday.Validation;

/// <summary>What a row's memory figure means in bytes.</summary>
internal static class MemoryDefinition
{
    private const double Gibibyte = 1024.0 * 1024 * 1024;
    private const double Gigabyte = 1e9;

    /// <summary>The figure in bytes. GiB where the definition says so or names no unit: drivers and frameworks divide by powers of two.</summary>
    public static double Bytes(double figure, string? definition, MappingDraft draft)
    {
        if (Says(definition, "GiB"))
        {
            return figure * Gibibyte;
        }

        if (Says(definition, "(GB)"))
        {
            return figure * Gigabyte;
        }

        draft.Assume($"unit of the memory figure not stated: GiB assumed");
        return figure * Gibibyte;
    }

    /// <summary>
    /// The part of predicted memory that the figure counts, bytes. The framework's allocator does not see the device's context and the
    /// buffers of libraries; what it says is allocated or active leaves out, too, what it holds between tensors.
    /// </summary>
    public static double Counted(StepMemory memory, string? definition)
    {
        bool isInUse = Says(definition, "active") || Says(definition, "allocated");
        bool isReserved = Says(definition, "reserved") || Says(definition, "torchtitan");
        double outside = isInUse || isReserved ? Part(memory, "software") + Part(memory, "communicators") : 0;
        return memory.Bytes - outside - (isInUse ? Part(memory, "fragmentation") : 0);
    }

    private static double Part(StepMemory memory, string key) =>
        memory.Parts.Where(part => part.Key == key).Sum(static part => part.Amount);

    /// <summary>Whether the figure is somebody's formula and no measurement.</summary>
    public static bool IsCalculated(string? definition) => Says(definition, "ANALYTICAL");

    private static bool Says(string? definition, string word) => definition?.Contains(word, StringComparison.Ordinal) == true;
}
