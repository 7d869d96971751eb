using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>The tables of a plan.</summary>
public static class PlanTables
{
    private const int MostOfFront = 15;

    /// <summary>The best plans, and what each loses on beside the winner.</summary>
    public static Grid Best(PlanDetails plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new Grid(
            ["", "machines", "layout", "site, price", "days", "cost", "carbon", "time", "cost", "carbon", "largest difference"],
            [true, false, false, false, true, true, true, true, true, true, false],
            [
                ["1", .. Plan(plan.Winner), "", "", "", ""],
                .. plan.RunnersUp.Select(
                    (other, index) =>
                        (ImmutableArray<string>)
                            [
                                (index + 2).ToString(CultureInfo.InvariantCulture),
                                .. Plan(other.Point),
                                PlanWords.Change(other.Time),
                                PlanWords.Change(other.Cost),
                                PlanWords.Change(other.Carbon),
                                PlanWords.Loses(other, plan.Goal.Minimize),
                            ]
                ),
            ]
        );
    }

    /// <summary>Plans that no other betters in time, cost and carbon alike; of many, some spread over all, with the winner.</summary>
    public static Grid Front(PlanDetails plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var shown =
            plan.Front.Length <= MostOfFront
                ? plan.Front
                :
                [
                    .. Enumerable
                        .Range(0, MostOfFront)
                        .Select(index => plan.Front[(int)((long)index * (plan.Front.Length - 1) / (MostOfFront - 1))]),
                ];
        return new Grid(
            ["machines", "layout", "site, price", "days", "cost", "carbon", "keeps to the goal"],
            [false, false, false, true, true, true, false],
            [.. shown.Select(point => (ImmutableArray<string>)[.. Plan(point), plan.Keeps(point) ? "yes" : "no"])]
        );
    }

    /// <summary>What becomes of the winner where things are other than supposed.</summary>
    public static Grid Sensitivity(PlanDetails plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var objective = plan.Goal.Minimize;
        return new Grid(
            ["if", "times", "from", PlanWords.Name(objective), "change", "best then"],
            [false, true, false, true, true, false],
            [
                .. plan.Sensitivity.Select(row =>
                    (ImmutableArray<string>)
                        [
                            row.Name,
                            row.Factor.ToString("0.00", CultureInfo.InvariantCulture),
                            row.Basis,
                            PlanWords.Measure(objective, row.Measure),
                            PlanWords.Change(1 + row.Change),
                            Then(row),
                        ]
                ),
            ]
        );
    }

    /// <summary>Every plan that was evaluated, for a spreadsheet, in the units of the JSON result.</summary>
    public static string Csv(PlanDetails plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var front = plan.Front.ToHashSet();
        return CsvReport.Of(
            [
                "model",
                "system",
                "accelerator",
                "devices",
                "precision",
                "globalBatchSequences",
                "site",
                "money",
                "tensor",
                "context",
                "pipeline",
                "virtualPipeline",
                "data",
                "expert",
                "zeroStage",
                "microBatch",
                "recompute",
                "stepSeconds",
                "mfu",
                "days",
                "cost",
                "megawattHours",
                "operationalTonnes",
                "embodiedTonnes",
                "bytesPerDevice",
                "keepsToGoal",
                "pareto",
            ],
            plan.Points.Select(point => Cells(point, plan.Keeps(point), front.Contains(point)))
        );
    }

    private static string Then(SensitivityRow row) =>
        row.Winner is { } other ? $"{other.Machines}, {other.Layout}, {other.Place}"
        : row.KeepsToGoal ? "the same"
        : "nothing keeps to the goal";

    private static IEnumerable<string> Plan(PlanPoint point) =>
        [
            point.Machines,
            point.Layout,
            point.Place,
            point.Figures.Seconds is { } seconds
                ? (seconds / Units.SecondsPerDay).ToString("0.0", CultureInfo.InvariantCulture)
                : "not known",
            Sizes.Of(point.Figures.Cost, Dimension.Money),
            Sizes.Of(point.Figures.OperationalKilograms, Dimension.Carbon),
        ];

    private static IEnumerable<string> Cells(PlanPoint point, bool keeps, bool isFront)
    {
        var (one, layout, figures) = (point.Case, point.Strategy, point.Figures);
        return
        [
            one.Model.Id,
            one.System.Entry.Id,
            one.System.Spec.Accelerator.Id,
            CsvReport.Number(one.Devices),
            Words.Of(one.Recipe.Precision),
            CsvReport.Number(one.Recipe.GlobalBatchSequences),
            one.Site.Id,
            Words.Of(one.Payment.Basis),
            .. new double?[]
            {
                layout.Tensor,
                layout.Context,
                layout.Pipeline,
                layout.VirtualPipeline,
                layout.Data,
                layout.Expert,
                layout.ZeroStage,
                layout.MicroBatch,
            }.Select(CsvReport.Number),
            Words.Of(layout.Recompute),
            .. new[]
            {
                point.StepSeconds,
                point.Mfu,
                figures.Seconds / Units.SecondsPerDay,
                figures.Cost,
                figures.Joules / 3.6e9,
                figures.OperationalKilograms / 1_000,
                figures.EmbodiedKilograms / 1_000,
                point.Memory.Bytes,
            }.Select(CsvReport.Number),
            keeps ? "true" : "false",
            isFront ? "true" : "false",
        ];
    }
}
