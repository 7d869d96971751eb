using System.Collections.Immutable;
using Petaday.Explanations.Risk;
using Petaday.Scenarios.Projects;

namespace Petaday.Reports.Risk;

/// <summary>Every line of a project with the percentiles of its draws, in the currency of its ledger.</summary>
internal static class ProjectRiskTable
{
    /// <summary>The table: cause by cause, the project last.</summary>
    public static Grid Of(Ledger ledger, RiskResult risk)
    {
        var spreads = risk
            .Lines.DistinctBy(static line => line.Path)
            .ToDictionary(static line => line.Path, static line => line.Spread, StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var cause in ledger.Lines.GroupBy(static line => line.Cause))
        {
            rows.Add(Row(cause.First().CauseName, ledger.Of(cause.Key), spreads.GetValueOrDefault($"project.{cause.Key}"), ledger));
            rows.AddRange(
                cause
                    .Where(static line => line.Amount is not { Minor.IsZero: true })
                    .Select(line => Row("  " + line.Line.Name, line.Amount, spreads.GetValueOrDefault($"project.{line.Key}"), ledger))
            );
        }

        rows.Add(Row("Project", ledger.Total, spreads.GetValueOrDefault("project"), ledger));
        return new Grid(
            ["line", ledger.Currency.Code, "share", "5 %", "25 %", "median", "75 %", "95 %", "mean"],
            [false, true, true, true, true, true, true, true, true],
            rows.ToImmutable()
        );
    }

    private static ImmutableArray<string> Row(string name, Money? amount, Spread? spread, Ledger ledger) =>
        [
            name,
            amount?.Text() ?? "not known",
            ledger.Share(amount) is { } share ? Sizes.Share(share) : "",
            .. new[] { spread?.P5, spread?.P25, spread?.P50, spread?.P75, spread?.P95, spread?.Mean }.Select(value =>
                value is { } dollars ? Sizes.Number(dollars * ledger.Currency.Rate) : ""
            ),
        ];
}
