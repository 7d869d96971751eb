using System.Collections.Immutable;
using Petaday.Adaptation;
using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Scenarios.Decisions;

/// <summary>The machines that a decision may use, with what they cost: those at hand, and those that can be rented or bought.</summary>
internal sealed class DecisionMachines(Scenario scenario, Knowledge knowledge, GridSite site, PaymentChoice payment)
{
    /// <summary>What is looked at where the scenario names no system: a large and a small one.</summary>
    private static readonly string[] Usual = ["dgx-h100", "l40s-8"];

    /// <summary>The offers, with the systems by id; diagnostics are added for what the scenario names and cannot have.</summary>
    public (ImmutableArray<MachineOffer> Offers, Dictionary<string, SystemChoice> Systems) Read(
        DefaultsLog log,
        ICollection<Diagnostic> diagnostics
    )
    {
        Dictionary<string, SystemChoice> systems = new(StringComparer.Ordinal);
        var offers = ImmutableArray.CreateBuilder<MachineOffer>();
        if (scenario.At("task.machines.id") is { } name && AtHand(name, log, diagnostics) is { } hand)
        {
            systems[hand.System.Entry.Id] = hand.System;
            offers.Add(
                new MachineOffer(
                    Place.AtHand,
                    hand.System.Entry.Id,
                    Electricity(hand.System),
                    null,
                    hand.Most,
                    hand.System.Spec.DevicesPerNode
                )
            );
        }

        foreach (var system in Named(log, diagnostics))
        {
            systems[system.Entry.Id] = system;
            int node = system.Spec.DevicesPerNode;
            offers.Add(new MachineOffer(Place.Rented, system.Entry.Id, Rent(system), null, null, node));
            if (Purchase(system) is { Value: not null } purchase)
            {
                offers.Add(new MachineOffer(Place.Bought, system.Entry.Id, Electricity(system), purchase, null, node));
            }
        }

        return (offers.ToImmutable(), systems);
    }

    private (SystemChoice System, int Most)? AtHand(Node name, DefaultsLog log, ICollection<Diagnostic> diagnostics)
    {
        if (
            Catalogued.Find(knowledge.Library, EntryKind.Systems, name, diagnostics) is not { } entry
            || Choice(entry, diagnostics) is not { } system
        )
        {
            return null;
        }

        if (scenario.At("task.machines.devices") is { } devices)
        {
            return (system, DeviceResolver.Checked(devices, system.Spec, diagnostics));
        }

        int node = system.Spec.DevicesPerNode;
        return (
            system,
            log.Take("task.machines.devices", node, node.ToString(System.Globalization.CultureInfo.InvariantCulture), "one node")
        );
    }

    private IEnumerable<SystemChoice> Named(DefaultsLog log, ICollection<Diagnostic> diagnostics)
    {
        if (scenario.Choices("system.id") is not [] and not [{ Text: "auto" }])
        {
            return SystemResolver.Resolve(scenario, knowledge, new DefaultsLog(), diagnostics);
        }

        log.Take("system.id", Usual, string.Join(", ", Usual), "a large and a small system");
        return Usual
            .Select(id => knowledge.Library.Find(EntryKind.Systems, id, diagnostics))
            .OfType<Entry>()
            .Select(entry => Choice(entry, diagnostics))
            .OfType<SystemChoice>();
    }

    private SystemChoice? Choice(Entry entry, ICollection<Diagnostic> diagnostics) =>
        knowledge.Hardware.System(entry, diagnostics) is { } spec
        && knowledge.Library.Find(EntryKind.Accelerators, spec.Accelerator.Id, diagnostics) is { } accelerator
            ? new SystemChoice(spec, entry, accelerator)
            : null;

    private Line Rent(SystemChoice system) =>
        payment.Rent is { } own
            ? new Line("rent", "Rent of a device", own, Dimension.MoneyPerSecond) { Input = "money.pricePerDeviceHour" }
            : PriceBook.Read(system.Accelerator, system.Entry).Rent(payment.Basis == MoneyBasis.Own ? MoneyBasis.OnDemand : payment.Basis);

    private Line Electricity(SystemChoice system)
    {
        Line tariff = payment.Tariff is { } own
            ? new Line("tariff", "Price of electricity", own, Dimension.MoneyPerJoule) { Input = "money.powerPrice" }
            : site.Tariff;
        Line watts = PowerModel.PerDevice(PowerInputs.Read(system.Accelerator, system.Entry, 1), knowledge.Factors.Energy).Average;
        return Line.Product("electricity", "Electricity of a device", watts, site.Pue, tariff);
    }

    private Line Purchase(SystemChoice system)
    {
        var none = new Line("none", "None", 0, Dimension.Seconds);
        return DevicePurchase.Cost(
            new CostInputs(
                system.Spec.Accelerator.Id,
                1,
                none,
                new Line("energy", "Energy", 0, Dimension.Joules),
                site.Tariff,
                PriceBook.Read(system.Accelerator, system.Entry),
                MoneyBasis.Own
            ),
            knowledge.Factors.Economics
        );
    }
}
