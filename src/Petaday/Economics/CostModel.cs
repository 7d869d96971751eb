using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Economics;

/// <summary>The cost of a run's compute on three bases: amortised, rental, acquisition (Cottier et al. 2024, arXiv:2405.21015).</summary>
public static class CostModel
{
    private static readonly ImmutableArray<(MoneyBasis Basis, string Key, string Name)> Rents =
    [
        (MoneyBasis.OnDemand, "rentOnDemand", "Rental, on demand"),
        (MoneyBasis.CommittedOneYear, "rentCommittedOneYear", "Rental, committed for a year"),
        (MoneyBasis.CommittedThreeYears, "rentCommittedThreeYears", "Rental, committed for three years"),
        (MoneyBasis.Spot, "rentSpot", "Rental, spot"),
    ];

    /// <summary>
    /// The cost of a run. A price that nobody states leaves its line and total without a value and says what is missing.
    /// Throws <see cref="ArgumentOutOfRangeException"/> for a negative or not finite number.
    /// </summary>
    public static CostSummary Estimate(CostInputs inputs, EconomicFactors factors)
    {
        Check(inputs);
        inputs = inputs with
        {
            DeviceSeconds = Reference.To(inputs.DeviceSeconds, "run.deviceSeconds"),
            Energy = Reference.To(inputs.Energy, "energy"),
        };
        ImmutableArray<Line> rents = [.. Rents.Select(rent => Rental(inputs, rent.Basis, rent.Key, rent.Name))];
        Line amortised = Amortised(inputs, factors);
        Line rental = rents[inputs.Basis == MoneyBasis.Own ? 0 : (int)inputs.Basis];
        Line total = (inputs.Basis == MoneyBasis.Own ? amortised : rental) with { Key = "cost", Name = "Cost of compute" };
        Line acquisition = DevicePurchase.Cost(inputs, factors);
        return new CostSummary
        {
            Basis = inputs.Basis,
            Total = total,
            Amortised = amortised,
            Rental = rental,
            Acquisition = acquisition,
            Rents = [.. rents.Where(rent => rent.Value is not null)],
            Electricity = Electricity.Cost(inputs),
            DeviceHours = inputs.DeviceSeconds.Value / Units.SecondsPerHour,
            Notes = Notes(total, amortised, rental, acquisition),
        };
    }

    private static Line Rental(CostInputs inputs, MoneyBasis basis, string key, string name) =>
        Line.Sum(key, name, Dimension.Money, DeviceRent.Cost(inputs, basis));

    private static Line Amortised(CostInputs inputs, EconomicFactors factors)
    {
        Line devices = OwnedDevices.Cost(inputs, factors);
        Line servers = OwnedServers.Cost(inputs, factors);
        return Line.Sum(
            "amortised",
            "Amortised: owning",
            Dimension.Money,
            devices,
            servers,
            Interconnect.Cost(devices, servers, factors),
            Electricity.Cost(inputs)
        );
    }

    private static ImmutableArray<string> Notes(params ReadOnlySpan<Line> bases)
    {
        List<string> notes = [];
        foreach (Line basis in bases)
        {
            notes.AddRange(
                basis
                    .Everything()
                    .Where(line => line is { Value: null, Parts.IsEmpty: true, Note: not null })
                    .Select(line => $"{basis.Name} is not known: {line.Note}")
            );
        }

        notes.AddRange(
            bases[0].Parts.Where(part => part is { Value: not null, Note: not null }).Select(part => $"{part.Name}: {part.Note}")
        );
        return [.. notes.Distinct(StringComparer.Ordinal)];
    }

    private static void Check(CostInputs inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs.Devices, 1);
        Bounds.NotNegative(inputs.DeviceSeconds);
        Bounds.NotNegative(inputs.Energy);
        Bounds.NotNegative(inputs.Prices.Purchase);
        if (inputs.Tariff.Value is { } tariff && !double.IsFinite(tariff))
        {
            throw new ArgumentOutOfRangeException(nameof(inputs), tariff, "A tariff is a finite number.");
        }

        foreach ((MoneyBasis basis, _, _) in Rents)
        {
            Bounds.NotNegative(inputs.Prices.Rent(basis));
        }
    }
}
