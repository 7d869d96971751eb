using System.Collections.Immutable;
using Petaday.Validation.Evidence;

namespace Petaday.Reports;

/// <summary>The page on predictions and published runs: <c>docs/validation.md</c>. The same runs and catalog give the same bytes; it has no date.</summary>
public static class ValidationDocument
{
    /// <summary>The page as Markdown.</summary>
    /// <param name="study">What it is made of.</param>
    /// <param name="picture">The plot of predicted against measured, as a path from the page.</param>
    public static string Text(ValidationStudy study, string picture)
    {
        ArgumentNullException.ThrowIfNull(study);
        return MarkdownPage.Text(Summary(study))
            + $"\n![Predicted against measured step time]({picture})\n\n"
            + MarkdownPage.Text(
                new Page([.. Targets(study), .. Peers(study), .. Groups(study), .. Intervals(study), .. Misses(study), .. Rest(study)])
            );
    }

    private static Page Summary(ValidationStudy study)
    {
        var report = study.Shipped;
        int scored = report.Plain.Rows + report.Plain.Skipped;
        return new Page([
            new Heading("Predictions against published runs", 1),
            new Paragraph(
                "Written by petaday validate --document from the catalog: figures are not typed. Errors are of step time (of throughput where a source states no time), "
                    + "their size unless a sign is shown, over scored rows. How rows are mapped, scored and weighted: docs/method/validation.md; how parameters are fitted: docs/method/calibration.md."
            ),
            new Paragraph(
                $"{Sizes.Count(report.Plain.Rows)} of {Sizes.Count(scored)} scored rows are evaluated, of {Sizes.Count(report.BySource.Length)} sources. "
                    + "Every source once weighs a row by its source weight: one over the rows of its source, scored or not. Source left out of the fit: free parameters fitted anew without the source that is predicted, "
                    + "every source once. Naive rule: 6 FLOPs a parameter and token at 40 % of the device's peak, on the same rows, every source once."
            ),
            .. study.LeftOut is null
                ? ImmutableArray.Create<Block>(
                    new Paragraph(
                        "Predictions by parameters fitted without each source were not at hand: petaday calibrate --from priors --leave-one-source-out --output catalog finds them."
                    )
                )
                : [],
            AccuracyTable.Of(study),
        ]);
    }

    private static ImmutableArray<Block> Targets(ValidationStudy study)
    {
        if (study.Book.Targets.IsEmpty)
        {
            return [];
        }

        return
        [
            new Heading("Targets"),
            new Paragraph(
                "What predictions are to reach, met or not. Errors of all rows count every source once; those of a subset, of a source and of an accelerator count every row once."
            ),
            EvidencePage.Targets(study),
        ];
    }

    private static ImmutableArray<Block> Peers(ValidationStudy study) =>
        [
            .. study.Book.Peers.IsEmpty
                ? ImmutableArray<Block>.Empty
                : [new Heading("Peers on the same rows"), EvidencePage.Peers(study), new Notes([.. EvidencePage.Sources(study.Book)])],
            .. study.Shipped.Picking.IsEmpty
                ? ImmutableArray<Block>.Empty
                :
                [
                    new Heading("Picking a layout"),
                    new Paragraph(
                        "A group is two layouts or more that a source measured of one run: model, machine, stack, task, precision, devices, sequence length and global batch alike. "
                            + "The layout that is predicted fastest is held against the fastest: its measured throughput as a share of the best, averaged over groups. "
                            + "The naive rule tells no layouts apart: a layout taken blindly is what it gives."
                    ),
                    EvidencePage.Picking(study.Shipped, study.LeftOut),
                ],
        ];

    private static ImmutableArray<Block> Groups(ValidationStudy study) =>
        [
            new Heading("By source"),
            new Paragraph("Every row once; left out: with parameters fitted without the source."),
            GroupPage.Of("source", study, static report => report.BySource),
            new Heading("By accelerator"),
            GroupPage.Of("accelerator", study, static report => report.ByAccelerator),
            new Heading("By stack"),
            GroupPage.Of("stack", study, static report => report.ByStack),
            new Heading("By scale"),
            GroupPage.Of("devices", study, static report => report.ByScale),
        ];

    private static ImmutableArray<Block> Intervals(ValidationStudy study) =>
        [
            new Heading("Coverage of the 90 % intervals"),
            new Paragraph(
                (
                    study.LeftOut is null
                        ? "With the shipped parameters: "
                        : "Of rows predicted with parameters fitted without their source: "
                )
                    + "the share whose measured time lies in the interval that the errors of other sources give. Classes count every source once, accelerators every row."
            ),
            GroupPage.Coverage(study),
        ];

    private static ImmutableArray<Block> Misses(ValidationStudy study) =>
        [
            new Heading("Furthest off"),
            MissPage.Worst(study),
            new Heading("Misses by cause"),
            new Paragraph(MissPage.Sentence(study.Shipped)),
            MissPage.ByCause(study),
        ];

    private static ImmutableArray<Block> Rest(ValidationStudy study) =>
        [
            .. study.Shipped.SkipReasons.IsEmpty
                ? ImmutableArray<Block>.Empty
                :
                [
                    new Heading("Skipped"),
                    new Notes([.. study.Shipped.SkipReasons.Select(reason => $"{Sizes.Count(reason.Value)} scored rows: {reason.Key}")]),
                ],
            .. study.Book.Limits.IsEmpty
                ? ImmutableArray<Block>.Empty
                : [new Heading("What the method leaves out"), new Notes(study.Book.Limits)],
        ];
}
