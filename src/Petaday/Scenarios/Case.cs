using System.Collections.Immutable;
using Petaday.Environment;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>One thing to estimate, with every choice made but perhaps the strategy.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Model">The model.</param>
/// <param name="System">The machines.</param>
/// <param name="Devices">Devices in the job.</param>
/// <param name="Stack">The training software.</param>
/// <param name="Recipe">What is trained.</param>
/// <param name="Strategy">How a step is spread; null to search for the fastest.</param>
/// <param name="Recompute">What is recomputed; null to choose the fastest that fits.</param>
/// <param name="RecomputeLayers">Layers a stage in block mode.</param>
/// <param name="Site">Where.</param>
/// <param name="Payment">How it is paid for.</param>
/// <param name="Defaults">What was chosen for keys left out.</param>
/// <param name="Limits">Limits of the method that apply here.</param>
public sealed record Case(
    string Name,
    ModelChoice Model,
    SystemChoice System,
    int Devices,
    StackChoice Stack,
    Recipe Recipe,
    Strategy? Strategy,
    RecomputeMode? Recompute,
    int RecomputeLayers,
    GridSite Site,
    PaymentChoice Payment,
    ImmutableArray<ChosenDefault> Defaults,
    ImmutableArray<string> Limits
)
{
    /// <summary>Id of the law that predicts the loss; null for the catalog's default.</summary>
    public string? Law { get; init; }

    /// <summary>Tokens there are to train on; null where none has to be seen twice.</summary>
    public double? UniqueTokens { get; init; }

    /// <summary>Failures, checkpoints, ramps and stages of the run.</summary>
    public RunChoice Run { get; init; } = RunChoice.None;

    /// <summary>Tokens of the whole run.</summary>
    public double Tokens => Recipe.Tokens ?? 0;
}
