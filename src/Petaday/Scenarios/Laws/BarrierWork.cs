using System.Globalization;
using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Scenarios.Laws;

/// <summary>Works out single rows of the law's table. Any number of threads may use it once it has tried.</summary>
internal sealed class BarrierWork(
    Node root,
    ComputeOptimal optimal,
    Knowledge knowledge,
    TimeProvider clock,
    CancellationToken cancellation
)
{
    private const int Sequence = 8192;
    private const int MostSequences = 1_000_000;
    private const double BytesPerParameter = 18;
    private const double MemoryShare = 0.7;
    private double peak;
    private double memory;

    /// <summary>Id of the machines.</summary>
    public string System { get; private set; } = "";

    /// <summary>Id of their device.</summary>
    public string Accelerator { get; private set; } = "";

    /// <summary>Number format of the matrix products.</summary>
    public string Precision { get; private set; } = "";

    /// <summary>Resolves the smallest model on these machines; false, with diagnostics added, where that cannot be.</summary>
    public bool Try(Architecture smallest, ICollection<Diagnostic> diagnostics)
    {
        if (Resolved(smallest, 1e9, 8, diagnostics) is not { } one)
        {
            return false;
        }

        var device = one.System.Spec.Accelerator;
        (System, Accelerator, Precision) = (one.System.Spec.Id, device.Id, Words.Of(one.Recipe.Precision));
        (peak, memory) = (device.Peak(one.Recipe.Precision), device.MemoryBytes);
        return true;
    }

    /// <summary>One size of a family.</summary>
    public BarrierRow Row(ArchitectureFamily family, double size)
    {
        var shape = family.At(size);
        var count = ParameterCount.Of(shape);
        double experts = shape.Experts is { } some ? (double)some.Count / some.Active : 1;
        var flops = BarrierLaw.Flops(
            new Line("parameters", "Parameters", count.Total, Dimension.None),
            optimal.TokensPerParameter,
            experts > 1 ? new Line("experts", "Experts over those active", experts, Dimension.None) : null
        );
        double tokens = optimal.Ratio * count.Total;
        var machine = BarrierStudies.Machine(flops.Value!.Value, peak, BytesPerParameter * count.Total / MemoryShare, memory);
        double lawSeconds = flops.Value.Value / (BarrierStudies.Utilisation * peak);
        var law = new BarrierFigures(
            flops.Value.Value,
            lawSeconds / 3600,
            lawSeconds / machine.Devices / Units.SecondsPerDay,
            null,
            null,
            null
        );
        var (answer, why) = Evaluate(shape, tokens, machine.Devices);
        return new BarrierRow(
            family.Id,
            count.Total,
            count.Active,
            experts,
            tokens,
            machine.Devices,
            law,
            answer is null ? null : BarrierFigures.Of(answer),
            answer?.Step.Mfu,
            answer is null ? null : BarrierStudies.Exposed(answer),
            answer is null ? null : Layout(answer),
            [
                .. BarrierBreaks.Of(
                    law,
                    answer,
                    why,
                    tokens,
                    experts,
                    (double)count.Total / count.Active,
                    knowledge.Factors.Runs.Loss,
                    machine
                ),
            ],
            flops
        );
    }

    private (Answer? Answer, string? Why) Evaluate(Architecture shape, double tokens, int devices)
    {
        List<Diagnostic> problems = [];
        if (Resolved(shape, tokens, devices, problems) is not { } one)
        {
            return (null, problems.FirstOrDefault()?.Message);
        }

        var outcome = Estimator.Estimate(
            one,
            new Scenario(Changed(shape, tokens, devices)),
            knowledge,
            clock,
            problems,
            null,
            cancellation
        );
        return outcome is { Answer: { } answer, Infeasible: null }
            ? (answer, null)
            : (null, outcome?.Infeasible is { } misfit ? $"{misfit.Constraint}: {misfit.Message}" : problems.FirstOrDefault()?.Message);
    }

    private Case? Resolved(Architecture shape, double tokens, int devices, ICollection<Diagnostic> diagnostics) =>
        ScenarioReader.Checked(Changed(shape, tokens, devices), [], AttachedFiles.None, diagnostics) is { } scenario
        && ScenarioResolver.Resolve(scenario, knowledge, ScenarioWish.Estimate, diagnostics) is { } resolved
            ? resolved.Cases[0]
            : null;

    private Node Changed(Architecture shape, double tokens, int devices)
    {
        double flops = 6 * tokens * ParameterCount.Of(shape).Active;
        double batch = Math.Clamp(knowledge.Factors.Runs.Loss.BatchTokens(flops) / Sequence, 1, MostSequences);
        int sequences = (int)Math.Min(MostSequences, Math.Pow(2, Math.Round(Math.Log2(batch))));
        string text =
            "model:\n  name: law\n  architecture:\n"
            + ShapeWriter.Write(shape, 4)
            + string.Create(
                CultureInfo.InvariantCulture,
                $"recipe:\n  tokens: {tokens:0} tokens\n  sequence: {Sequence}\n  globalBatch: {sequences} sequences\nsystem:\n  devices: {devices}\n"
            );
        return Overlay.Merge(root, DocumentReader.Parse(text, null, [])!);
    }

    private static string Layout(Answer answer)
    {
        var layout = answer.Strategy.Layout;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"TP {layout.Tensor}, CP {layout.Context}, PP {layout.Pipeline}, EP {layout.Expert}, DP {layout.Data}, {Words.Of(layout.Recompute)} recompute"
        );
    }
}
