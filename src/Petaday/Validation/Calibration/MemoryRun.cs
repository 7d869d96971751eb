using Petaday.Training;

namespace Petaday.Validation.Calibration;

/// <summary>A measured memory that the memory parameters of stacks are fitted to. Profiles do not depend on these, and are made once.</summary>
/// <param name="Source">Independent source.</param>
/// <param name="MeasuredBytes">Measured bytes of a device.</param>
/// <param name="Definition">What the measurement counts, in the source's words.</param>
/// <param name="Profile">The run's layers and edges.</param>
/// <param name="Layout">Its stages.</param>
internal sealed record MemoryRun(string Source, double MeasuredBytes, string? Definition, ModelProfile Profile, StageLayout Layout)
{
    /// <summary>The software.</summary>
    public Stack Stack => Profile.Context.Stack;

    /// <summary>Predicted bytes, of what the measurement counts, with the stack's allocator and base as given.</summary>
    /// <param name="overhead">Share that the allocator adds.</param>
    /// <param name="taken">Bytes taken before the first tensor.</param>
    public double PredictedBytes(double overhead, double taken)
    {
        Stack stack = Stack with { Parameters = Stack.Parameters with { MemoryOverhead = overhead, MemoryBase = taken } };
        ModelProfile profile = Profile with { Context = Profile.Context with { Stack = stack } };
        return MemoryDefinition.Counted(StepModel.Memory(profile, Layout), Definition);
    }
}
