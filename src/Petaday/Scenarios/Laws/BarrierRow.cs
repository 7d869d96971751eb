using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Scenarios.Laws;

/// <summary>One size of one family: what the law says, and what the engine says.</summary>
/// <param name="Family">Id of the family.</param>
/// <param name="Parameters">P: all parameters of the model that is made, about those asked for.</param>
/// <param name="Active">Parameters that a token passes through.</param>
/// <param name="Experts">K of the law: experts over those active; 1 for a dense model.</param>
/// <param name="Tokens">T = 20 P.</param>
/// <param name="Devices">Devices of the job.</param>
/// <param name="Law">What the law says; money, power and carbon at the engine's rates for a device-hour.</param>
/// <param name="Engine">What the engine says; null where it finds no way.</param>
/// <param name="Mfu">The engine's MFU; null where it finds no way.</param>
/// <param name="Communication">Share of the step in exposed traffic and pipeline bubbles; null where it finds no way.</param>
/// <param name="Strategy">How the engine spreads it: tensor, pipeline, expert and data groups; null where it finds no way.</param>
/// <param name="Breaks">Where the law does not hold, said from these figures.</param>
/// <param name="Explanation">The law's FLOPs as lines.</param>
public sealed record BarrierRow(
    string Family,
    double Parameters,
    double Active,
    double Experts,
    double Tokens,
    int Devices,
    BarrierFigures Law,
    BarrierFigures? Engine,
    double? Mfu,
    double? Communication,
    string? Strategy,
    ImmutableArray<string> Breaks,
    Line Explanation
)
{
    /// <summary>Engine over law, FLOPs.</summary>
    public double? FlopsRatio => Engine?.Flops / Law.Flops;

    /// <summary>Engine over law, device-hours.</summary>
    public double? DeviceHoursRatio => Engine?.DeviceHours / Law.DeviceHours;
}
