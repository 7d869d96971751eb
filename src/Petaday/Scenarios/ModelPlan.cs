using System.Collections.Immutable;
using Petaday.Architectures;

namespace Petaday.Scenarios;

/// <summary>What a plan that chose the model has beside its answer.</summary>
/// <param name="Law">Id of the law that predicted losses.</param>
/// <param name="Shape">The chosen architecture.</param>
/// <param name="Binding">The key of the limit that ends the run; null where none does.</param>
/// <param name="Systems">Systems looked at.</param>
/// <param name="Shapes">Architectures looked at.</param>
/// <param name="Sites">Sites looked at.</param>
/// <param name="Options">Combinations of system, number of devices, architecture and site.</param>
/// <param name="Searched">Of these, without sites, those whose strategies were searched.</param>
/// <param name="Strategies">Strategies in the spaces that were searched.</param>
/// <param name="Curve">The loss against the model's size, a family after the other; empty where no loss was made small.</param>
/// <param name="Scenario">The answer as a scenario file, of which an estimate gives the same answer.</param>
public sealed record ModelPlan(
    string Law,
    Architecture Shape,
    string? Binding,
    int Systems,
    int Shapes,
    int Sites,
    long Options,
    long Searched,
    long Strategies,
    ImmutableArray<ModelPlanPoint> Curve,
    string Scenario
);
