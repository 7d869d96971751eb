using Petaday.Explanations;

namespace Petaday.Economics.Project;

/// <summary>What the run gives to its project.</summary>
/// <param name="Compute">Devices, time, energy, tariff and prices of the final run.</param>
/// <param name="Factors">What hardware costs beyond its price tag.</param>
/// <param name="Figures">Everything else that a project is worked out from.</param>
public sealed record ProjectInputs(CostInputs Compute, EconomicFactors Factors, ProjectFigures Figures)
{
    /// <summary>Time on the wall of the final run, s.</summary>
    public required Line Elapsed { get; init; }

    /// <summary>Tokens of the final run.</summary>
    public required Line Tokens { get; init; }

    /// <summary>Training FLOPs of a token, forward and backward.</summary>
    public required Line FlopsPerToken { get; init; }

    /// <summary>Parameters of the model.</summary>
    public required Line Parameters { get; init; }

    /// <summary>Model FLOPs that a device works off in a second of the final run, FLOP/s.</summary>
    public required Line DeviceRate { get; init; }

    /// <summary>Peak of a device in the run's number format, FLOP/s.</summary>
    public required Line DevicePeak { get; init; }

    /// <summary>Peak power of the hall, W.</summary>
    public required Line PeakWatts { get; init; }
}
