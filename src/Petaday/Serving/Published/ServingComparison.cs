namespace Petaday.Serving.Published;

/// <summary>A published run beside its prediction.</summary>
/// <param name="Run">The run.</param>
/// <param name="Point">The replica as predicted, at the batch that serves most.</param>
/// <param name="Predicted">Tokens a second, as measured.</param>
public sealed record ServingComparison(ServingRun Run, OperatingPoint Point, double Predicted)
{
    /// <summary>Predicted over measured, less 1.</summary>
    public double Error => (Predicted / Run.Measured) - 1;
}
