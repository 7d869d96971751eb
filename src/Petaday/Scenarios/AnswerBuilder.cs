using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Planning;
using Petaday.Runs;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>From a step to the whole answer: run, energy, carbon, water, money, and the tree that explains them.</summary>
internal static class AnswerBuilder
{
    /// <summary>The answer of one case under one strategy.</summary>
    public static Answer Build(Case one, Candidate candidate, SearchAnswer? search, Knowledge knowledge)
    {
        var step = new StepLines(one, candidate, knowledge);
        var accuracy = AnswerAccuracy.Of(one, knowledge.Accuracy);
        var seconds = step.Seconds(accuracy.Time?.Ratio);
        var flopsPerToken = ModelLines.FlopsPerToken(one);
        var run = Plan(one, seconds, flopsPerToken, candidate.Estimate.Time, knowledge);
        var use = Consumption.Of(one, candidate.Estimate, run, knowledge);
        var intervals = AnswerIntervals.Of(candidate.Estimate, run, use, accuracy);
        var tree = new AnswerTree(one, candidate, step, seconds, flopsPerToken, run, use, intervals, knowledge).Root();
        return new Answer(
            new ModelAnswer(one.Model.Id, one.Model.Parameters.Total, one.Model.Parameters.Active, flopsPerToken.Value!.Value),
            new SystemAnswer(one.System.Entry.Id, one.System.Spec.Accelerator.Id, one.Devices, Nodes(one)),
            new StrategyAnswer(
                candidate.Strategy,
                one.Recipe.GlobalBatchSequences,
                candidate.Strategy.MicroBatches(one.Recipe.GlobalBatchSequences)
            ),
            StepOf(one, candidate.Estimate),
            new MemoryAnswer(candidate.Estimate.Memory.Bytes, candidate.Estimate.Memory.CapacityBytes, candidate.Estimate.Memory.Parts),
            new RunAnswer(
                one.Tokens,
                run.Flops.Value ?? double.NaN,
                run.ElapsedSeconds.Value,
                run.DeviceSeconds.Value,
                run.Goodput.Value,
                run.PredictedLoss.Value
            )
            {
                Calendar = [.. run.Calendar.Select(line => new RunLine(line.Key, line.Name, line.Value, line.Interval))],
                CheckpointBytes = run.CheckpointBytes.Value,
            },
            new EnergyAnswer(use.Energy.Facility.Value, use.Energy.AverageWatts.Value, use.Energy.PeakWatts.Value),
            new CarbonAnswer(use.Carbon.Operational.Value, use.Carbon.Embodied.Value),
            use.Water.Value,
            Money(use.Cost),
            search,
            intervals,
            one.Defaults,
            [
                .. accuracy
                    .Notes()
                    .Concat(search is null ? [] : Promised(one, candidate, knowledge))
                    .Concat(one.Limits)
                    .Concat(run.Notes)
                    .Concat(one.Site.Notes)
                    .Concat(use.Cost.Notes)
                    .Distinct(StringComparer.Ordinal),
            ],
            tree
        );
    }

    /// <summary>A strategy that was searched for is one that nobody has run: what it promises is held against what was measured.</summary>
    private static IEnumerable<string> Promised(Case one, Candidate candidate, Knowledge knowledge) =>
        knowledge.Utilisation.Note(
            one.System.Spec.Accelerator.Id,
            one.Stack.Entry.Id,
            one.Recipe.Precision,
            one.Recipe.Task is TrainingTask.Lora or TrainingTask.Qlora,
            candidate.Estimate.Mfu
        )
            is { } note
            ? [note]
            : [];

    private static int Nodes(Case one) => (one.Devices + one.System.Spec.DevicesPerNode - 1) / one.System.Spec.DevicesPerNode;

    private static StepAnswer StepOf(Case one, StepEstimate estimate) =>
        new(
            estimate.Time.Seconds,
            estimate.Mfu,
            estimate.Hfu,
            estimate.TokensPerSecondPerDevice,
            estimate.ModelFlops / estimate.Time.Seconds / one.Devices,
            estimate.Time.Parts
        );

    /// <summary>The run of a case whose step takes <paramref name="seconds"/>.</summary>
    public static RunPlan Plan(Case one, Line seconds, Line flopsPerToken, StepTime? step, Knowledge knowledge) =>
        RunModel.Plan(
            CaseRun.Inputs(one, seconds with { Key = "stepSeconds" }, step) with
            {
                FlopsPerToken = flopsPerToken,
                Parameters = one.Recipe.Task == TrainingTask.Pretrain ? one.Model.Parameters.Total : null,
                ActiveParameters = one.Model.Parameters.Active,
                NonEmbeddingParameters = one.Model.Parameters.NonEmbedding,
                ScalingLaw = one.Law,
                UniqueTokens = one.UniqueTokens,
            },
            knowledge.Factors.Runs
        );

    private static CostAnswer Money(CostSummary cost) =>
        new(
            cost.Total.Value,
            cost.Currency,
            [.. cost.Lines.Select(line => new CostLine(line.Name, line.Amount, line.Share, line.Formula, line.Sources))],
            cost.Rental.Value,
            cost.Amortised.Value,
            cost.Acquisition.Value
        );
}
