using static Petaday.Tests.Scenarios.Projects.WorkedProjects;

namespace Petaday.Tests.Scenarios.Projects;

/// <summary>Nonsense gets one clear message each, with the key and what was expected; nothing becomes NaN.</summary>
public sealed class ProjectSlipTests
{
    [Theory]
    [InlineData("people: { researchers: -3, months: 2 months }", "people.researchers", "out of range")]
    [InlineData("people: { researchers: 3 }", "people.researchers", "needs 'people.months'")]
    [InlineData("people: { share: 1.5 }", "people.share", "out of range")]
    [InlineData("people: { timeShare: 0, months: 1 month }", "people.timeShare", "out of range")]
    [InlineData("people: { monthlyCost: -1 USD/month }", "people.monthlyCost", "zero or more")]
    [InlineData("people: { monthlyCost: 37000 }", "people.monthlyCost", "money per time")]
    [InlineData("people: { months: nine }", "people.months", "does not begin with a number")]
    [InlineData("people: { monthlyCost: 37000 EUR/month }", "people.monthlyCost", "EUR")]
    [InlineData("people: { reserchers: 3 }", "people.reserchers", "did you mean 'researchers'")]
    [InlineData("data: { licences: -5 MUSD }", "data.licences", "zero or more")]
    [InlineData("data: { licences: 5 }", "data.licences", "money")]
    [InlineData("data: { replicas: 0 }", "data.replicas", "out of range")]
    [InlineData("data: { raw: 0 TB }", "data.raw", "more than zero")]
    [InlineData("data: { raw: 1e300 TB }", "data.raw", "")]
    [InlineData("data: { annotations: 5 }", "data.annotations", "needs 'data.annotationPrice'")]
    [InlineData("experiments: { share: .nan }", "experiments.share", "no number")]
    [InlineData("experiments: { share: .inf }", "experiments.share", "no number")]
    [InlineData("experiments: { smallRuns: 3 }", "experiments.smallRuns", "needs 'experiments.smallRunFlops'")]
    [InlineData("evaluation: { by: magic }", "evaluation.by", "one of devices, api")]
    [InlineData("evaluation: { by: api, inputPrice: 1 USD/Mtoken }", "evaluation.by", "needs 'evaluation.outputPrice'")]
    [InlineData("evaluation: { agent: { requests: 5 } }", "evaluation.agent.requests", "needs 'evaluation.agent.promptTokens'")]
    [InlineData("evaluation: { agent: { request: 5 } }", "evaluation.agent.request", "did you mean 'requests'")]
    [InlineData("evaluation: { decodeUtilisation: 2 }", "evaluation.decodeUtilisation", "out of range")]
    [InlineData("updates: { every: 3 months }", "updates.every", "needs 'updates.horizon'")]
    [InlineData("updates: { every: 0 s, horizon: 1 y }", "updates.every", "more than zero")]
    [InlineData("adaptation: { method: magic }", "adaptation.method", "one of full, lora, qlora")]
    [InlineData("adaptation: { quantisation: perhaps }", "adaptation.quantisation", "true or false")]
    [InlineData("adaptation: { distilTokens: 1B }", "adaptation.distilTokens", "needs 'adaptation.studentShare'")]
    [InlineData("compliance: { privacySlowdown: 0.5 }", "compliance.privacySlowdown", "out of range")]
    [InlineData("compliance: { audits: 2 }", "compliance.audits", "needs 'compliance.auditPrice'")]
    [InlineData("infrastructure: { start: yesterday }", "infrastructure.start", "a date such as 2025-03-17")]
    [InlineData("infrastructure: { priceDate: 2025-13-41 }", "infrastructure.priceDate", "a date such as 2025-03-17")]
    [InlineData("infrastructure: { interconnectShare: 1 }", "infrastructure.interconnectShare", "out of range")]
    [InlineData("infrastructure: { utilisation: 0 }", "infrastructure.utilisation", "out of range")]
    [InlineData("infrastructure: { resale: 0.2 }", "infrastructure.resale", "needs 'infrastructure.life'")]
    [InlineData("infrastructure: { life: 0 y }", "infrastructure.life", "more than zero")]
    [InlineData("infrastructure: { hosting: moon }", "infrastructure.hosting", "one of hall, colocation, none")]
    [InlineData("infrastructure: 7", "infrastructure", "a map of")]
    public void A_slip_has_one_message(string text, string key, string says)
    {
        var problem = Wrong(Small + text).ShouldHaveSingleItem();
        problem.Key.ShouldBe(key);
        problem.ToString().ShouldContain(says);
    }

    /// <summary>Everything at its largest is a number or a message, never NaN.</summary>
    [Fact]
    public void The_largest_that_the_schema_allows_is_no_nonsense()
    {
        foreach (
            string text in new[]
            {
                "data: { raw: 1e21 B, extractionCores: 1e6 s/B, corePrice: 1000 USD/s, licences: 1e15 USD }",
                "people: { researchers: 1e7, months: 1e11 s, monthlyCost: 1e6 USD/s }",
                "evaluation: { agent: { requests: 1e12, promptTokens: 1e9, shots: 1e6, shotTokens: 1e9, generatedTokens: 1e9, checkpoints: 1e9 }, decodeUtilisation: 1e-300 }",
                "updates: { every: 1 s, horizon: 1e10 s, tokens: 1e18, alignment: 1e15 USD }",
                "infrastructure: { deviceHours: 1e15 s, utilisation: 1e-300, costOfCapital: 10, facilityLife: 1e-300 s }\nmoney: { devices: own }",
            }
        )
        {
            List<Petaday.Catalog.Diagnostic> problems = [];
            var project = Try(Small + text, problems);
            if (project is null)
            {
                problems.ShouldHaveSingleItem().ToString().ShouldContain("more than can be worked with", customMessage: text);
                continue;
            }

            project
                .Cost.Bases.SelectMany(basis => basis.Everything())
                .ShouldAllBe(line => line.Value == null || double.IsFinite(line.Value.Value));
            var ledger = Petaday.Scenarios.Projects.Ledger.Of(project.Cost, Petaday.Scenarios.Projects.Currency.Dollar);
            Petaday.Reports.AnswerJson.Text(writer => Petaday.Reports.ProjectJson.Write(writer, project, ledger)).ShouldNotContain("NaN");
        }
    }
}
