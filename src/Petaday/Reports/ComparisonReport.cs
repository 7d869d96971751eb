using System.Collections.Immutable;
using Petaday.Quantities;
using Petaday.Scenarios;
using Petaday.Scenarios.Comparisons;

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
    private static readonly ImmutableArray<string> Headings =
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
    ];
    private static readonly ImmutableArray<bool> Right = [false, false, true, false, true, true, true, true, true, true];

    /// <summary>A comparison in every format: the terminal, the page, the API and an assistant show the same.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="asked">The scenarios that were asked, one for all columns or one a column.</param>
    public static View View(Comparison comparison, IEnumerable<Scenario> asked)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new View(() => Page(comparison), writer => ComparisonJson.Write(writer, comparison), () => Csv(comparison))
        {
            Report = () => ComparisonDocument.Of(comparison, asked),
        };
    }

    /// <summary>For a person: a row a column, and where these are few, what was asked and what comes out side by side.</summary>
    public static Page Page(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var table = Table(comparison.Cases.Select(one => one.Answer));
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading("Comparison", 1));
        blocks.Add(
            new Grid(
                ["scenario", .. table.Columns],
                [false, .. table.RightAligned],
                [.. table.Rows.Select((row, index) => row.Insert(0, comparison.Cases[index].Name))]
            )
        );
        if (comparison.Cases.Length is > 1 and <= Comparison.MostColumns)
        {
            if (ComparisonTables.Asked(comparison) is { } differing)
            {
                blocks.Add(new Heading(ComparisonTables.AskedHeading));
                blocks.Add(differing);
            }

            blocks.Add(new Heading(ComparisonTables.FiguresHeading));
            blocks.Add(ComparisonTables.Figures(comparison));
            blocks.Add(new Paragraph(ComparisonTables.Reading));
        }

        return new Page(blocks.ToImmutable());
    }

    /// <summary>The table alone.</summary>
    public static Grid Table(IEnumerable<Answer> answers) => new(Columns, Right, [.. answers.Select(Row)]);

    /// <summary>For a spreadsheet: a row an answer, in the units of the JSON result.</summary>
    public static string Csv(IEnumerable<Answer> answers) => CsvReport.Of(Headings, answers.Select(Cells));

    /// <summary>The same of a comparison, with each column's name and what it is times the first.</summary>
    public static string Csv(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return CsvReport.Of(
            [.. Headings, "name", .. comparison.Figures.Select(row => row.Figure.Key.Path + " ratio")],
            comparison.Cases.Select(
                (one, index) =>
                    Cells(one.Answer).Append(one.Name).Concat(comparison.Figures.Select(row => CsvReport.Number(row.Cells[index].Ratio)))
            )
        );
    }

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
