using System.Collections.Immutable;
using Petaday.Architectures;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>A plan that chose the model: its answer, the architecture, what came next, and the loss against the model's size.</summary>
public static class ModelPlanPage
{
    /// <summary>Heading of the sizes around the best.</summary>
    public const string CurveHeading = "Loss against the model's size";

    private const int MostSizes = 9;

    /// <summary>The page of an outcome that chose a model.</summary>
    public static Page Of(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var answer = outcome.Answer ?? throw new ArgumentException("The outcome has no answer to show.", nameof(outcome));
        var plan = outcome.Model ?? throw new ArgumentException("The outcome chose no model.", nameof(outcome));
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(AnswerPage.Of(answer).Blocks);
        blocks.Add(new Heading("Architecture"));
        blocks.Add(Shape(plan.Shape, answer));
        if (outcome.Considered.Length > 1)
        {
            blocks.Add(new Heading("The best of each kind"));
            blocks.Add(Table(outcome.Considered));
        }

        if (plan.Curve.Length > 0)
        {
            blocks.Add(new Heading(CurveHeading));
            blocks.Add(Sizes(plan.Curve));
        }

        return new Page(blocks.ToImmutable());
    }

    private static FactList Shape(Architecture shape, Answer answer) =>
        new([
            new Fact(
                "Parameters",
                Reports.Sizes.Number(answer.Model.Parameters),
                $"{Reports.Sizes.Number(answer.Model.ActiveParameters)} that a token passes through"
            ),
            new Fact("Layers", Reports.Sizes.Count(shape.Layers), $"hidden {shape.Hidden}, feed-forward {shape.FeedForward}"),
            new Fact(
                "Heads",
                Reports.Sizes.Count(shape.Heads),
                $"of {shape.HeadDimension}; {shape.KeyValueHeads} for keys and values{(shape.Latent is null ? "" : ", latent attention")}"
            ),
            .. shape.Experts is { } experts
                ?
                [
                    new Fact(
                        "Experts",
                        Reports.Sizes.Count(experts.Count),
                        $"{experts.Active} active, {experts.Shared} shared, width {experts.FeedForward}"
                    ),
                ]
                : Array.Empty<Fact>(),
            new Fact("Vocabulary", Reports.Sizes.Count(shape.Vocabulary)),
        ]);

    private static Grid Table(ImmutableArray<Answer> answers) =>
        new(
            ["model", "loss", "tokens", "system", "devices", "MFU", "days", "cost"],
            [false, true, true, false, true, true, true, true],
            [
                .. answers.Select(answer =>
                    ImmutableArray.Create(
                        answer.Model.Id,
                        Loss(answer.Run.PredictedLoss),
                        Reports.Sizes.Of(answer.Run.Tokens, Dimension.Tokens),
                        answer.System.Id,
                        Reports.Sizes.Count(answer.System.Devices),
                        Reports.Sizes.Share(answer.Step.Mfu),
                        Reports.Sizes.Of(answer.Run.Seconds, Dimension.Seconds),
                        Reports.Sizes.Of(answer.Cost.Total, Dimension.Money)
                    )
                ),
            ]
        );

    /// <summary>Sizes around the best of each family.</summary>
    private static Grid Sizes(ImmutableArray<ModelPlanPoint> curve) =>
        new(
            ["model", "parameters", "tokens", "loss", "devices", "step"],
            [false, true, true, true, true, false],
            [
                .. curve
                    .GroupBy(point => point.Family)
                    .SelectMany(Around)
                    .Select(point =>
                        ImmutableArray.Create(
                            point.Model,
                            Reports.Sizes.Number(point.Parameters),
                            Reports.Sizes.Of(point.Tokens, Dimension.Tokens),
                            Loss(point.Loss),
                            Reports.Sizes.Count(point.Devices),
                            point.Evaluated ? "searched" : "estimated"
                        )
                    ),
            ]
        );

    private static IEnumerable<ModelPlanPoint> Around(IEnumerable<ModelPlanPoint> family)
    {
        ImmutableArray<ModelPlanPoint> points = [.. family];
        int best = points.IndexOf(points.MinBy(point => point.Loss)!);
        int first = Math.Max(0, Math.Min(best - (MostSizes / 2), points.Length - MostSizes));
        return points.Skip(first).Take(MostSizes);
    }

    private static string Loss(double? loss) =>
        loss is { } known ? known.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture) : Reports.Sizes.Number(null);
}
