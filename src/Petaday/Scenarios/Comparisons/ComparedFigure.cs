using System.Collections.Immutable;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Scenarios.Comparisons;

/// <summary>A figure that is compared.</summary>
/// <param name="Key">Its key of the JSON result, and how it is read.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Better">Which of two is the better.</param>
public sealed record ComparedFigure(ResultKey Key, string Name, Preference Better)
{
    /// <summary>Every figure that is compared, in the order in which they are shown.</summary>
    public static ImmutableArray<ComparedFigure> All { get; } =
    [
        Of("step.seconds", "Time of a step", Preference.Less),
        Of("step.mfu", "MFU", Preference.More),
        Of("memory.bytesPerDevice", "Memory of the fullest device", Preference.None),
        Of("run.days", "Duration", Preference.Less),
        Of("run.deviceHours", "Device-hours", Preference.Less),
        Of("cost.total", "Cost", Preference.Less),
        Of("energy.megawattHours", "Energy", Preference.Less),
        Of("carbon.operationalTonnes", "Operational carbon", Preference.Less),
        Of("carbon.embodiedTonnes", "Embodied carbon", Preference.Less),
        Of("water.cubicMetres", "Water", Preference.Less),
        Of("run.predictedLoss", "Predicted loss", Preference.Less),
    ];

    private static ComparedFigure Of(string path, string name, Preference better) =>
        new(ResultKeys.All.First(key => key.Path == path), name, better);
}
