using Petaday.Environment;
using Petaday.Planning;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>An option with the fastest strategy that fits, at its best site.</summary>
/// <param name="Option">The option.</param>
/// <param name="Candidate">Its strategy and step.</param>
/// <param name="Site">Where.</param>
/// <param name="Need">How long it trains.</param>
/// <param name="StepSeconds">Seconds of an update on the wall, failures counted in.</param>
/// <param name="Rates">What a device uses up in a second.</param>
internal sealed record EvaluatedOption(
    ModelOption Option,
    Candidate Candidate,
    GridSite Site,
    Need Need,
    double StepSeconds,
    UseRates Rates
);
