using BenchmarkDotNet.Attributes;
using Petaday.Catalog;
using Petaday.Explanations.Risk;
using Petaday.Scenarios;
using Petaday.Scenarios.Risk;

namespace Petaday.Benchmarks;

/// <summary>The risk of a whole project: the scenario of <c>examples/what-could-go-wrong.yaml</c>, its run estimated beforehand.</summary>
[MemoryDiagnoser]
public class RiskBenchmarks
{
    private readonly ResolvedScenario resolved;
    private readonly Answer answer;
    private readonly Knowledge knowledge;

    /// <summary>Estimates the run.</summary>
    public RiskBenchmarks()
    {
        List<Diagnostic> problems = [];
        knowledge = Knowledge.Open(Library.OpenShipped(), problems)!;
        var scenario = ScenarioReader.Read(Path.Combine(AppContext.BaseDirectory, "what-could-go-wrong.yaml"), [], problems)!;
        resolved = ScenarioResolver.Resolve(scenario, knowledge, ScenarioWish.Estimate, problems)!;
        answer = Estimator.Estimate(resolved, knowledge, TimeProvider.System, problems)!.Answer!;
    }

    /// <summary>Threads at once.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>10,000 draws of the project and its run, with percentiles of every line and the Sobol indices of money, days and carbon.</summary>
    [Benchmark]
    public RiskResult? WholeProject() =>
        ScenarioRisk.Of(
            resolved,
            answer,
            ProjectRisk.Subject(knowledge),
            knowledge,
            TimeProvider.System,
            new RiskOptions { Threads = Threads }
        );
}
