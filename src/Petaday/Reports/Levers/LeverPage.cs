using System.Collections.Immutable;
using System.Globalization;
using Petaday.Outlook;
using Petaday.Scenarios.Levers;

namespace Petaday.Reports.Levers;

/// <summary>A study of levers for a person.</summary>
public static class LeverPage
{
    private const int MostPairs = 8;
    private const double Freely = 0.01;

    /// <summary>The page of a study.</summary>
    public static Page Of(LeverStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        string metric = LeverText.Name(study.Metric);
        return new Page([
            new Heading($"Levers on {study.Scenario}: {metric}", 1),
            Summary(study),
            new Heading("Waterfall, in the order of the roadmap"),
            Waterfall(study),
            .. Interaction(study),
            .. Best(study),
            new Heading("Each lever alone"),
            Singles(study),
            .. Idle(study),
            new Notes([.. Remarks(study)]),
        ]);
    }

    /// <summary>Every lever of a catalog, with the scope of its evidence.</summary>
    public static Page List(LeverBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new Page([
            new Heading("Levers of the catalog", 1),
            new Grid(
                ["lever", "stage", "grade", "effort", "what it is, and where the evidence stops"],
                [false, false, false, true, false],
                [
                    .. book.All.Select(lever =>
                        ImmutableArray.Create(
                            lever.Id,
                            lever.Stage.Name,
                            lever.Spread.Grade,
                            Number(lever.Effort),
                            $"{lever.Name}: {lever.WhyNone ?? lever.Scope}"
                        )
                    ),
                ]
            ),
        ]);
    }

    private static FactList Summary(LeverStudy study) =>
        new([
            new Fact("As it stands", LeverText.Of(study.Metric, study.StartValue), "the engine's estimate of the scenario"),
            new Fact(
                "With all levers",
                LeverText.Of(study.Metric, study.EndValue),
                $"{LeverText.Ratio(study.Joint)}; 90 % by grade of evidence: {LeverText.Range(study.Steps.IsEmpty ? null : study.Steps[^1].Interval)}"
            ),
            new Fact(
                "If they multiplied",
                LeverText.Of(study.Metric, study.Product * study.StartValue),
                $"{LeverText.Ratio(study.Product)}: the product of each alone"
            ),
            new Fact(
                "Interaction",
                LeverText.Ratio(study.Joint / study.Product),
                "joint over product: above 1, levers take from each other"
            ),
        ]);

    private static Grid Waterfall(LeverStudy study) =>
        new(
            ["stage", "lever", LeverText.Name(study.Metric), "on top", "alone", "so far", "90 % so far", "grade"],
            [false, false, true, true, true, true, true, false],
            [
                ["", "as it stands", LeverText.Of(study.Metric, study.StartValue), "", "", "x 1", "", ""],
                .. study.Steps.Select(step => Row(study, step)),
            ]
        );

    private static ImmutableArray<string> Row(LeverStudy study, LeverStep step) =>
        step.Figures is null
            ? [step.Lever.Stage.Name, step.Lever.Id, "-", "passed over", LeverText.Ratio(step.Alone), "", "", step.Why ?? ""]
            :
            [
                step.Lever.Stage.Name,
                step.Lever.Id,
                LeverText.Of(study.Metric, step.After),
                LeverText.Ratio(step.Ratio),
                LeverText.Ratio(step.Alone),
                LeverText.Ratio(step.After / study.StartValue),
                LeverText.Range(step.Interval),
                step.Lever.Spread.Grade,
            ];

    private static IEnumerable<Block> Interaction(LeverStudy study) =>
        study.Pairs.Where(pair => pair.Interaction is not { } known || Math.Abs(Math.Log(known)) > Freely).Take(MostPairs).ToList()
            is { Count: > 0 } pairs
            ?
            [
                new Heading("Pairs that do not multiply freely"),
                new Grid(
                    ["lever", "with", "product", "together", "together / product"],
                    [false, false, true, true, true],
                    [
                        .. pairs.Select(pair =>
                            ImmutableArray.Create(
                                pair.One.Id,
                                pair.Other.Id,
                                LeverText.Ratio(pair.Product),
                                pair.Joint is null ? "not feasible" : LeverText.Ratio(pair.Joint),
                                LeverText.Ratio(pair.Interaction)
                            )
                        ),
                    ]
                ),
            ]
            : [];

    private static IEnumerable<Block> Best(LeverStudy study) =>
        study.Best is { } best
            ?
            [
                new Heading("Best set for the effort"),
                new FactList([
                    new Fact(
                        "Levers",
                        best.Levers.IsEmpty ? "none" : string.Join(", ", best.Levers.Select(lever => lever.Id)),
                        $"effort {Number(best.Effort)}"
                    ),
                    new Fact(
                        LeverText.Name(study.Metric),
                        LeverText.Of(study.Metric, best.Value),
                        $"{LeverText.Ratio(best.Value / study.StartValue)}; {best.Evaluated.ToString(CultureInfo.InvariantCulture)} sets worked out, "
                            + (best.IsProven ? "all that fit: none is better" : "by what levers gain a point, then exchanges: not proven")
                    ),
                ]),
            ]
            : [];

    private static Grid Singles(LeverStudy study) =>
        new(
            ["stage", "lever", LeverText.Name(study.Metric), "change", "90 %", "grade", "effort", "where the evidence stops"],
            [false, false, true, true, true, false, true, false],
            [
                .. study
                    .Singles.Where(row => row.Ratio is not null)
                    .Select(row =>
                        ImmutableArray.Create(
                            row.Lever.Stage.Name,
                            row.Lever.Id,
                            LeverText.Of(study.Metric, row.Figures!.Of(study.Metric)),
                            LeverText.Ratio(row.Ratio),
                            LeverText.Range(row.Interval),
                            row.Lever.Spread.Grade,
                            Number(row.Lever.Effort),
                            row.Lever.Scope ?? ""
                        )
                    ),
            ]
        );

    private static IEnumerable<Block> Idle(LeverStudy study) =>
        study.Singles.Where(row => row.Ratio is null).ToList() is { Count: > 0 } idle
            ?
            [
                new Heading("Levers without a figure here"),
                new Grid(["lever", "why"], [false, false], [.. idle.Select(row => ImmutableArray.Create(row.Lever.Id, row.Why ?? ""))]),
            ]
            : [];

    private static IEnumerable<string> Remarks(LeverStudy study)
    {
        yield return "Intervals are of the change, by the grade of each lever's evidence (a convention of catalog/levers/effects.yaml), independent of each other; how sure the engine is of the run itself is not in them.";
        yield return "Effort is a judgement of the catalog, not a measurement.";
        if (study.IsUnproven)
        {
            yield return "Levers of the stage 'unproven' have not been shown on a training run of this kind: what stands below them is a scenario.";
        }
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
