using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Economics;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>The machines that a plan chooses among.</summary>
internal static class MachineOffers
{
    private const int MostDevices = 131_072;

    /// <summary>The machines; diagnostics are added for what a scenario names and cannot have.</summary>
    public static ImmutableArray<MachineOffer> Of(
        Scenario scenario,
        Knowledge knowledge,
        PaymentChoice payment,
        DefaultsLog log,
        ICollection<Diagnostic> diagnostics
    )
    {
        bool open = scenario.Choices("system.id") is [] or [{ Text: "auto" }];
        if (!open)
        {
            return
            [
                .. SystemResolver
                    .Resolve(scenario, knowledge, new DefaultsLog(), diagnostics)
                    .Select(system => Offer(scenario, knowledge, payment, system, diagnostics))
                    .OfType<MachineOffer>(),
            ];
        }

        // What a person did not name is passed over where it cannot be used or nobody states its price.
        List<Diagnostic> unusable = [];
        ImmutableArray<MachineOffer> offers =
        [
            .. SystemResolver
                .All(knowledge, unusable)
                .Select(system => Offer(scenario, knowledge, payment, system, unusable))
                .OfType<MachineOffer>()
                .Where(offer => offer.Least.Cost is not null && offer.Devices.Length > 0),
        ];
        log.Take("system.id", "auto", $"{offers.Length} systems", "all of the catalog with a price on these terms");
        return offers;
    }

    private static MachineOffer? Offer(
        Scenario scenario,
        Knowledge knowledge,
        PaymentChoice payment,
        SystemChoice system,
        ICollection<Diagnostic> diagnostics
    )
    {
        var quiet = new DefaultsLog();
        if (StackResolver.Resolve(scenario, system, knowledge, quiet, diagnostics) is not { } stack)
        {
            return null;
        }

        var device = system.Spec.Accelerator;
        var precision = scenario.Text("recipe.precision") is { } word ? Words.AsPrecision(word) : RecipeResolver.Format(device, quiet);
        if (!(device.Peak(precision) > 0))
        {
            diagnostics.Add(
                (scenario.At("recipe.precision") ?? scenario.Root).Problem(
                    DiagnosticCodes.NotAllowed,
                    $"{device.Id} has no peak for {Words.Of(precision)} in the catalog"
                )
            );
            return null;
        }

        return new MachineOffer(system, stack, precision, Devices(scenario, system, diagnostics))
        {
            Least = new UseRates(Rent(system, payment), 0, 0, 0),
        };
    }

    /// <summary>Numbers by doubling from one device, or those that are asked for.</summary>
    private static ImmutableArray<int> Devices(Scenario scenario, SystemChoice system, ICollection<Diagnostic> diagnostics)
    {
        int most = system.Spec.Fabric is null ? system.Spec.ScaleUp.Domain : MostDevices;
        var asked = scenario.Choices("system.devices");
        return asked is [] or [{ Text: "auto" }]
            ? [.. Enumerable.Range(0, 18).Select(power => 1 << power).Where(count => count <= most)]
            :
            [
                .. asked
                    .Select(node => DeviceResolver.Checked(node, system.Spec, diagnostics))
                    .Where(count => count > 0)
                    .Distinct()
                    .Order(),
            ];
    }

    private static double? Rent(SystemChoice system, PaymentChoice payment) =>
        payment.Basis == MoneyBasis.Own ? 0 : payment.Rent ?? PriceBook.Read(system.Accelerator, system.Entry).Rent(payment.Basis).Value;
}
