using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Economics;

/// <summary>The cost of a run's compute in USD: on the chosen basis, with the three prices that people quote side by side.</summary>
public sealed record CostSummary
{
    /// <summary>The currency of every amount.</summary>
    public string Currency => "USD";

    /// <summary>How the devices are paid for.</summary>
    public required MoneyBasis Basis { get; init; }

    /// <summary>The total on that basis; its parts are <see cref="Lines"/> and add up to it exactly. Unknown when one of them is.</summary>
    public required Line Total { get; init; }

    /// <summary>Owning: what hardware loses in worth, and electricity.</summary>
    public required Line Amortised { get; init; }

    /// <summary>Renting at the chosen rent, else on demand; electricity is in it.</summary>
    public required Line Rental { get; init; }

    /// <summary>Buying the whole cluster, without electricity.</summary>
    public required Line Acquisition { get; init; }

    /// <summary>Rents of every kind that is known.</summary>
    public required ImmutableArray<Line> Rents { get; init; }

    /// <summary>What the meter's energy costs: part of the total when owning, in the rent when renting.</summary>
    public required Line Electricity { get; init; }

    /// <summary>Time for which devices are held, device-hours; null where not known.</summary>
    public required double? DeviceHours { get; init; }

    /// <summary>What is missing, and what is left out.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The causes of cost on the chosen basis.</summary>
    public ImmutableArray<CostLine> Lines =>
        [.. Total.Parts.Select(part => new CostLine(part, Total.Value is > 0 and { } total ? part.Value / total : null))];

    /// <summary>The three prices side by side.</summary>
    public ImmutableArray<Line> Bases => [Amortised, Rental, Acquisition];
}
