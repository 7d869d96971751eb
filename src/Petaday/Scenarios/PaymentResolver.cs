using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Quantities;

namespace Petaday.Scenarios;

/// <summary>How the machines are paid for: as asked, or the ways to choose among.</summary>
internal static class PaymentResolver
{
    /// <summary>The price bases; those that train nothing are diagnostics.</summary>
    public static IReadOnlyList<PaymentChoice> Resolve(
        Scenario scenario,
        ScenarioWish wish,
        DefaultsLog log,
        ICollection<Diagnostic> diagnostics
    )
    {
        var asked = scenario.Choices("money.devices");
        foreach (var api in asked.Where(node => node.Text == "api"))
        {
            diagnostics.Add(api.Problem(DiagnosticCodes.NotAllowed, "an API does no training of your own", "rent or own"));
        }

        if (asked.Count == 0)
        {
            log.Take("money.devices", "rent", "rent", "what most who train once do; both other prices stand beside it");
        }

        string[] words = asked switch
        {
            [] => ["rent"],
            [{ Text: "auto" }] => wish == ScenarioWish.Plan ? ["rent", "own"] : ["rent"],
            _ => [.. asked.Select(node => node.Text).Distinct(StringComparer.Ordinal)],
        };
        return
        [
            .. words.Select(word => new PaymentChoice(
                word == "own" ? MoneyBasis.Own : Terms(scenario),
                scenario.Amount("money.pricePerDeviceHour", Dimension.MoneyPerSecond),
                scenario.Amount("money.powerPrice", Dimension.MoneyPerJoule)
            )),
        ];
    }

    /// <summary>The terms of the rent.</summary>
    public static MoneyBasis Terms(Scenario scenario) =>
        scenario.Text("money.terms") switch
        {
            "one-year" => MoneyBasis.CommittedOneYear,
            "three-years" => MoneyBasis.CommittedThreeYears,
            "spot" => MoneyBasis.Spot,
            _ => MoneyBasis.OnDemand,
        };
}
