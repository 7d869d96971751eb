using System.Collections.Immutable;
using System.Text.Json;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>Answers side by side.</summary>
public static class ComparisonReport
{
    private static readonly ImmutableArray<string> Columns =
    [
        "model",
        "system",
        "devices",
        "fits",
        "step",
        "MFU",
        "days",
        "cost",
        "energy",
        "carbon",
    ];
    private static readonly ImmutableArray<bool> Right = [false, false, true, false, true, true, true, true, true, true];

    /// <summary>For a person: a row an answer, with its scenario's name where those differ.</summary>
    public static Page Page(IReadOnlyList<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var table = Table(answers);
        bool named = answers.DistinctBy(answer => answer.Explanation.Name).Count() > 1;
        return new Page([
            new Heading("Comparison", 1),
            !named
                ? table
                : new Grid(
                    ["scenario", .. table.Columns],
                    [false, .. table.RightAligned],
                    [.. table.Rows.Select((row, index) => row.Insert(0, answers[index].Explanation.Name))]
                ),
        ]);
    }

    /// <summary>For a document: the table, pictures of money and time, and what each answer rests on.</summary>
    /// <param name="answers">The answers, in the order of the table.</param>
    /// <param name="asked">The scenarios that they answer.</param>
    public static Page Report(IReadOnlyList<Answer> answers, IEnumerable<Scenario> asked)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(asked);
        return Reports.Report.Of(
            Page(answers),
            new ReportFrame(
                "What do these take, side by side?",
                [
                    .. Least(answers, "The cheapest is", answer => answer.Cost.Total, value => Sizes.Of(value, Dimension.Money)),
                    .. Least(answers, "The fastest is", answer => answer.Run.Seconds, value => Sizes.Of(value, Dimension.Seconds)),
                    .. Least(
                        answers,
                        "The least operational carbon has",
                        answer => answer.Carbon.OperationalKilograms,
                        value => Sizes.Of(value, Dimension.Carbon)
                    ),
                ]
            )
            {
                Asked = [.. asked.Select(one => (one, ImmutableArray<ChosenDefault>.Empty))],
                Explanations = [.. answers.Select(answer => answer.Explanation)],
                Additions = [.. Pictures(answers).Select(figure => ("", (Block)figure))],
                FurtherAssumptions = [.. answers.SelectMany(answer => answer.Notes.Select(note => $"{Name(answer)}: {note}")).Distinct()],
            }
        );
    }

    private static IEnumerable<string> Least(
        IReadOnlyList<Answer> answers,
        string lead,
        Func<Answer, double?> measure,
        Func<double?, string> write
    ) =>
        answers.Where(answer => answer.Memory.Fits && measure(answer) is not null).MinBy(measure) is { } best
            ? [$"{lead} {Name(best)}: {write(measure(best))}."]
            : [];

    private static IEnumerable<Figure> Pictures(IReadOnlyList<Answer> answers)
    {
        yield return Bars("cost", "Cost", answers, answer => answer.Cost.Total, value => Sizes.Of(value, Dimension.Money), "cost.total", 1);
        yield return Bars(
            "duration",
            "Duration",
            answers,
            answer => answer.Run.Seconds,
            value => Sizes.Of(value, Dimension.Seconds),
            "run.days",
            Units.SecondsPerDay
        );
    }

    private static Figure Bars(
        string id,
        string title,
        IReadOnlyList<Answer> answers,
        Func<Answer, double?> measure,
        Func<double?, string> write,
        string key,
        double unit
    ) =>
        Figure.Of(
            id,
            $"{title} of each, with its 90 % interval where one is known.",
            new BarPicture(
                title,
                [
                    .. answers
                        .Where(answer => measure(answer) is not null)
                        .Select(answer => new BarRow(Name(answer), write(measure(answer)), 0, measure(answer).GetValueOrDefault())
                        {
                            Range = answer.Intervals.TryGetValue(key, out var range)
                                ? new Interval(range.Low * unit, range.High * unit)
                                : null,
                        }),
                ]
            )
        );

    private static string Name(Answer answer) => $"{answer.Explanation.Name} ({AnswerPage.Title(answer)})";

    /// <summary>The table alone.</summary>
    public static Grid Table(IEnumerable<Answer> answers) => new(Columns, Right, [.. answers.Select(Row)]);

    /// <summary>For a program: an array of results.</summary>
    public static void Json(Utf8JsonWriter writer, IEnumerable<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answers);
        writer.WriteStartArray();
        foreach (var answer in answers)
        {
            AnswerJson.Write(writer, answer);
        }

        writer.WriteEndArray();
    }

    /// <summary>For a spreadsheet: a row an answer, in the units of the JSON result.</summary>
    public static string Csv(IEnumerable<Answer> answers) =>
        CsvReport.Of(
            [
                "model",
                "system",
                "accelerator",
                "devices",
                "fits",
                "stepSeconds",
                "mfu",
                "days",
                "deviceHours",
                "costTotal",
                "costRental",
                "costAmortised",
                "costAcquisition",
                "megawattHours",
                "operationalTonnes",
                "embodiedTonnes",
                "cubicMetres",
                "tensor",
                "context",
                "pipeline",
                "virtualPipeline",
                "data",
                "expert",
                "zeroStage",
                "microBatch",
                "recompute",
            ],
            answers.Select(Cells)
        );

    private static ImmutableArray<string> Row(Answer answer) =>
        [
            answer.Model.Id,
            answer.System.Id,
            Sizes.Count(answer.System.Devices),
            answer.Memory.Fits ? "yes" : "NO",
            Sizes.Time(answer.Step.Seconds),
            Sizes.Share(answer.Step.Mfu),
            Sizes.Of(answer.Run.Seconds, Dimension.Seconds),
            Sizes.Of(answer.Cost.Total, Dimension.Money),
            Sizes.Energy(answer.Energy.Joules),
            Sizes.Of(answer.Carbon.OperationalKilograms + answer.Carbon.EmbodiedKilograms, Dimension.Carbon),
        ];

    private static IEnumerable<string> Cells(Answer answer)
    {
        var layout = answer.Strategy.Layout;
        return
        [
            answer.Model.Id,
            answer.System.Id,
            answer.System.Accelerator,
            CsvReport.Number(answer.System.Devices),
            answer.Memory.Fits ? "true" : "false",
            .. new double?[]
            {
                answer.Step.Seconds,
                answer.Step.Mfu,
                answer.Run.Seconds / 86_400,
                answer.Run.DeviceSeconds / 3_600,
                answer.Cost.Total,
                answer.Cost.Rental,
                answer.Cost.Amortised,
                answer.Cost.Acquisition,
                answer.Energy.Joules / 3.6e9,
                answer.Carbon.OperationalKilograms / 1_000,
                answer.Carbon.EmbodiedKilograms / 1_000,
                answer.WaterCubicMetres,
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
        ];
    }
}
