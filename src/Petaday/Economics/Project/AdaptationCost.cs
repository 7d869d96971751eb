using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>Fitting the model to domains, and making it smaller: fine-tuning, distillation, pruning, quantisation.</summary>
internal static class AdaptationCost
{
    /// <summary>The cause.</summary>
    public static CostCause Cause { get; } = new("adaptation", "Adaptation", Lines);

    private static IEnumerable<Line> Lines(ProjectWork work) =>
        [
            Text(work),
            Vision(work),
            Distillation(work),
            PerParameter(work, "quantisation", "Quantisation"),
            PerParameter(work, "pruning", "Pruning"),
            work.Priced("integration", "Integration into a domain's systems", "adaptation.integration"),
        ];

    private static Line Text(ProjectWork work) =>
        work.Figures.Has("adaptation.textDomains", "adaptation.textTokens")
            ? Tuned(
                work,
                "text",
                "Domains of text",
                work.Figures.Find("adaptation.textDomains")!,
                work.Figures.Find("adaptation.textTokens")!
            )
            : NotCounted.Line("text", "Domains of text", "adaptation.textDomains", "adaptation.textTokens");

    private static Line Vision(ProjectWork work)
    {
        const string Name = "Domains of vision";
        return work.Figures.Has("adaptation.visionDomains", "adaptation.images", "adaptation.imageTokens")
            ? Tuned(
                work,
                "vision",
                Name,
                work.Figures.Find("adaptation.visionDomains")!,
                Line.Product(
                    "tokens",
                    "Tokens of the images",
                    work.Figures.Find("adaptation.images")!,
                    work.Figures.Find("adaptation.imageTokens")!
                )
            )
            : NotCounted.Line("vision", Name, "adaptation.visionDomains", "adaptation.images");
    }

    private static Line Tuned(ProjectWork work, string key, string name, Line domains, Line tokens)
    {
        Line share = work.Figures.Word("adaptation.method") is "lora" or "qlora"
            ? work.Figures.Of("adaptation.adapterFlops", Dimension.None)
            : new Line("flopsShare", "FLOPs of full fine-tuning over those of training", 1, Dimension.None);
        Line one = work.Devices("one", "One domain", work.Training("deviceSeconds", "Device time as in training", tokens));
        return Line.Product(key, name, domains, share, one);
    }

    /// <summary>A student learns from the model's outputs: the teacher's forward passes, a third of its training FLOPs, and the student's own training.</summary>
    private static Line Distillation(ProjectWork work)
    {
        const string Key = "distillation";
        const string Name = "Distillation";
        if (!work.Figures.Has("adaptation.distilTokens", "adaptation.studentShare"))
        {
            return NotCounted.Line(Key, Name, "adaptation.distilTokens", "adaptation.studentShare");
        }

        Line time = Line.Computed(
            "deviceSeconds",
            "Device time of distilling",
            Dimension.Seconds,
            "tokens × FLOPs of a token × (1/3 + student's parameters over the teacher's) / rate of a device",
            static parts => parts[0] * parts[1] * ((1.0 / 3) + parts[2]) / parts[3],
            work.Figures.Find("adaptation.distilTokens")!,
            work.Inputs.FlopsPerToken,
            work.Figures.Find("adaptation.studentShare")!,
            work.Inputs.DeviceRate
        );
        return work.Devices(Key, Name, time);
    }

    /// <summary>One-shot methods take a time that grows with the parameters.</summary>
    private static Line PerParameter(ProjectWork work, string key, string name) =>
        work.Figures.Word("adaptation." + key) != "true"
            ? NotCounted.Line(key, name, "adaptation." + key)
            : work.Devices(
                key,
                name,
                Line.Product(
                    "deviceSeconds",
                    "Device time",
                    work.Inputs.Parameters,
                    work.Figures.Of($"adaptation.{key}Time", Dimension.Seconds)
                )
            );
}
