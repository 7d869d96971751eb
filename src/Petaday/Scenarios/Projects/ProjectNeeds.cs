using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Economics.Project;

namespace Petaday.Scenarios.Projects;

/// <summary>Keys that mean nothing without another: said, for a cost that was asked for must not be silently nothing.</summary>
internal static class ProjectNeeds
{
    private static readonly ImmutableArray<(string Key, string Needs)> Table =
    [
        ("data.annotations", "data.annotationPrice"),
        ("data.syntheticTokens", "data.syntheticPrice"),
        ("experiments.smallRuns", "experiments.smallRunFlops"),
        ("experiments.searchRuns", "experiments.searchRunFlops"),
        ("experiments.scalingRuns", "experiments.scalingRunFlops"),
        ("evaluation.logLikelihood.requests", "evaluation.logLikelihood.promptTokens"),
        ("evaluation.classification.requests", "evaluation.classification.promptTokens"),
        ("evaluation.generation.requests", "evaluation.generation.promptTokens"),
        ("evaluation.agent.requests", "evaluation.agent.promptTokens"),
        ("people.researchers", "people.months"),
        ("people.engineers", "people.months"),
        ("people.dataStaff", "people.months"),
        ("people.operations", "people.months"),
        ("people.managers", "people.months"),
        ("updates.perYear", "updates.years"),
        ("updates.years", "updates.perYear"),
        ("updates.tokens", "updates.perYear"),
        ("updates.alignment", "updates.perYear"),
        ("adaptation.textDomains", "adaptation.textTokens"),
        ("adaptation.visionDomains", "adaptation.images"),
        ("adaptation.distilTokens", "adaptation.studentShare"),
        ("compliance.audits", "compliance.auditPrice"),
        ("compliance.redTeam", "compliance.redTeamTime"),
        ("infrastructure.resale", "infrastructure.life"),
        ("infrastructure.transfer", "infrastructure.transferPrice"),
    ];

    /// <summary>Adds a diagnostic for every key that lacks what it needs, and for what only this room can check.</summary>
    public static void Check(Scenario scenario, ProjectFigures figures, ICollection<Diagnostic> diagnostics)
    {
        foreach (var (key, needs) in Table.Where(row => figures.IsGiven(row.Key) && !figures.Has(row.Needs)))
        {
            diagnostics.Add(Lacking(scenario, key, needs));
        }

        if (figures.Word("evaluation.by") == "api")
        {
            foreach (string price in new[] { "evaluation.inputPrice", "evaluation.outputPrice" }.Where(price => !figures.Has(price)))
            {
                diagnostics.Add(Lacking(scenario, "evaluation.by", price));
            }
        }

        if (scenario.At(Start) is { } start && FirstDay(start) is null)
        {
            diagnostics.Add(start.Problem(DiagnosticCodes.NotAllowed, "this is no day", "a date such as 2025-03-17"));
        }
    }

    /// <summary>The day on which training starts; null where it is not given.</summary>
    public static DateOnly? FirstDay(Scenario scenario) => scenario.At(Start) is { } node ? FirstDay(node) : null;

    private const string Start = "infrastructure.start";

    private static DateOnly? FirstDay(Node node) =>
        DateOnly.TryParseExact(
            node.Text,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    private static Diagnostic Lacking(Scenario scenario, string key, string needs) =>
        scenario.At(key)!.Problem(DiagnosticCodes.MissingKey, $"this needs '{needs}' beside it", ScenarioSchema.Find(needs)!.Expected());
}
