using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Scenarios.ServingCases;

namespace Petaday.Tests.Scenarios.ServingCases;

/// <summary>Questions of serving that cannot be, and defaults that are said.</summary>
public sealed class ServingResolverTests
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), []).ShouldNotBeNull());

    [Theory]
    [InlineData("{}", "serving", "no demand is given")]
    [InlineData("{ promptTokens: 10 }", "serving", "no demand is given")]
    [InlineData("{ users: 5, tokensPerMonth: 1M }", "serving.tokensPerMonth", "given twice")]
    [InlineData("{ users: 0 }", "serving.users", "out of range")]
    [InlineData("{ users: -3 }", "serving.users", "out of range")]
    [InlineData("{ users: NaN }", "serving.users", "")]
    [InlineData("{ users: many }", "serving.users", "")]
    [InlineData("{ users: 5 USD }", "serving.users", "")]
    [InlineData("{ tokensPerMonth: 0 }", "serving.tokensPerMonth", "out of range")]
    [InlineData("{ tokensPerMonth: 1e30 }", "serving.tokensPerMonth", "out of range")]
    [InlineData("{ users: 5, outputTokens: 0 }", "serving.outputTokens", "out of range")]
    [InlineData("{ users: 5, promptTokens: 200000 }", "serving.promptTokens", "takes 131072")]
    [InlineData("{ users: 5, peakFactor: 0.5 }", "serving.peakFactor", "out of range")]
    [InlineData("{ users: 5, peakUse: 1.5 }", "serving.peakUse", "out of range")]
    [InlineData("{ users: 5, cachedShare: 1 }", "serving.cachedShare", "out of range")]
    [InlineData("{ users: 5, weights: fp6 }", "serving.weights", "fp8")]
    [InlineData("{ users: 5, firstToken: 2 kg }", "serving.firstToken", "")]
    [InlineData("{ users: 5, serverPrice: 199000 }", "serving.serverPrice", "money")]
    [InlineData("{ users: 5, serverPrice: -1 USD }", "serving.serverPrice", "out of range")]
    [InlineData("{ users: 5, pue: 0.9 }", "serving.pue", "out of range")]
    [InlineData("{ user: 5 }", "serving.user", "'users'")]
    public void What_cannot_be_is_refused_at_its_key(string serving, string key, string says)
    {
        List<Diagnostic> problems = [];
        Answers($"model: llama-3.1-8b\nserving: {serving}\n", problems).ShouldBeEmpty();
        var problem = problems.ShouldHaveSingleItem();
        problem.Key.ShouldBe(key);
        problem.ToString().ShouldContain(says);
    }

    [Theory]
    [InlineData("model: lama-3.1-8b", "'llama-3.1-8b'")]
    [InlineData("model: bert-large", "generates no text")]
    [InlineData("model: llama-3.1-8b\nsystem: dgx-h10", "'dgx-h100'")]
    [InlineData("model: llama-3.1-8b\nsite: us-vb", "'us-va'")]
    public void What_the_catalog_does_not_know_or_cannot_serve_is_said(string scenario, string says)
    {
        List<Diagnostic> problems = [];
        Answers(scenario + "\nserving: { users: 100 }\n", problems).ShouldBeEmpty();
        problems.ShouldHaveSingleItem().ToString().ShouldContain(says);
    }

    [Fact]
    public void Defaults_are_said_and_can_be_cited()
    {
        List<Diagnostic> problems = [];
        var answer = Answers("model: llama-3.1-8b\nserving: { users: 1000 }\n", problems).ShouldHaveSingleItem();
        answer
            .Case.Defaults.Select(chosen => chosen.Key)
            .ShouldBe(
                [
                    "system.id",
                    "site",
                    "money.devices",
                    "serving.requestsPerUserPerDay",
                    "serving.promptTokens",
                    "serving.outputTokens",
                    "serving.peakFactor",
                    "serving.peakUse",
                    "serving.tokensPerSecondPerUser",
                    "serving.weights",
                    "serving.cache",
                ],
                ignoreOrder: true
            );
        answer
            .Explanation.ShouldNotBeNull()
            .Everything()
            .Where(line => line.Input is "serving.promptTokens" or "serving.peakFactor")
            .ShouldAllBe(line => line.Sources.Length > 0);
        answer.Explanation.Everything().ShouldContain(line => line.Input == "serving.users");
    }

    [Fact]
    public void A_speed_that_no_replica_reaches_names_what_comes_nearest()
    {
        List<Diagnostic> problems = [];
        var slow = Answers("model: llama-3.1-405b\nserving: { users: 1000, tokensPerSecondPerUser: 5000 }\n", problems)
            .ShouldHaveSingleItem();
        slow.Estimate.ShouldBeNull();
        slow.Infeasible.ShouldNotBeNull().Constraint.ShouldBe("serving.tokensPerSecondPerUser");
        slow.Infeasible!.Nearest.ShouldNotBeNull().ShouldContain("tokens/s a user");
        var large = Answers("model: llama-3.1-405b\nsystem: rtx-4090-box\nserving: { users: 1000 }\n", problems).ShouldHaveSingleItem();
        large.Infeasible.ShouldNotBeNull().Constraint.ShouldBe("memory");
        problems.ShouldBeEmpty();
    }

    private static IReadOnlyList<ServingAnswer> Answers(string text, List<Diagnostic> problems) =>
        ScenarioReader.Parse(text, [], problems) is { } scenario ? ServingEstimator.Estimate(scenario, Shipped.Value, problems) : [];
}
