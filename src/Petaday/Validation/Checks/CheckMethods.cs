using System.Collections.Immutable;
using Petaday.Economics;
using Petaday.Explanations;

namespace Petaday.Validation.Checks;

/// <summary>How published figures are worked out anew: every method is a chain of the product's own models. A new one is a line here and a function.</summary>
public static class CheckMethods
{
    /// <summary>The methods by the name that catalog/validation/checks.csv calls them by.</summary>
    public static ImmutableDictionary<string, Func<CheckInputs, FactorBook, Line>> All { get; } =
        new Dictionary<string, Func<CheckInputs, FactorBook, Line>>(StringComparer.Ordinal)
        {
            ["training-flops"] = ComputeChecks.Flops,
            ["device-time"] = ComputeChecks.Time,
            ["utilisation"] = ComputeChecks.Utilisation,
            ["rented-compute"] = MoneyChecks.Rented,
            ["amortised-device"] = MoneyChecks.Amortised,
            ["operational-carbon"] = CarbonChecks.Operational,
            ["embodied-carbon"] = CarbonChecks.Embodied,
            ["die-carbon"] = CarbonChecks.Die,
            ["grid-mix"] = CarbonChecks.Grid,
            ["project-amortised"] = ProjectChecks.Amortised,
            ["project-acquisition"] = ProjectChecks.Acquisition,
            ["serving-time"] = ServingChecks.DeviceTime,
            ["serving-devices"] = ServingChecks.Devices,
            ["serving-servers"] = ServingChecks.Servers,
            ["serving-capital"] = ServingChecks.Capital,
            ["serving-power"] = ServingChecks.Power,
            ["barrier-flops"] = LawChecks.Flops,
            ["barrier-time"] = LawChecks.Time,
            ["barrier-rent"] = LawChecks.Rent,
            ["barrier-calendar"] = LawChecks.Calendar,
        }.ToImmutableDictionary(StringComparer.Ordinal);
}
