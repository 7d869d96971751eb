using Petaday.Architectures;

namespace Petaday.Validation;

/// <summary>
/// The rule of thumb that every prediction has to beat: six FLOPs a parameter and token (Kaplan et al. 2020, section 2.1) at 40 % of the device's peak, whatever the
/// layout, the network and the software.
/// </summary>
public static class NaiveRule
{
    /// <summary>FLOPs per active parameter and token: two forward, four backward.</summary>
    private const double FlopsPerParameterToken = 6;

    /// <summary>The share of the peak that a well-run job is commonly said to reach.</summary>
    private const double Utilization = 0.4;

    /// <summary>
    /// Seconds of a step: 6 N D / (devices × 0.4 × peak), with N the active parameters, D the tokens of a step and the dense peak of the run's own precision; null
    /// where the device has no such peak.
    /// </summary>
    public static double? Seconds(MappedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        double rate = run.Strategy.Devices * Utilization * run.System.Accelerator.Peak(run.Recipe.Precision);
        double flops = FlopsPerParameterToken * ParameterCount.Of(run.Architecture).Active * run.Recipe.TokensPerStep;
        return rate > 0 ? flops / rate : null;
    }
}
