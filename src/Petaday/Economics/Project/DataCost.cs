using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>Data: getting it, working it up step by step, and what is bought.</summary>
internal static class DataCost
{
    private static readonly (string Key, string Name)[] Steps =
    [
        ("extraction", "Extraction of text"),
        ("cleaning", "Cleaning"),
        ("deduplication", "Deduplication"),
        ("filtering", "Filtering"),
        ("normalisation", "Normalisation"),
        ("tokenisation", "Tokenisation"),
    ];

    /// <summary>The cause.</summary>
    public static CostCause Cause { get; } = new("data", "Data", Lines);

    /// <summary>Raw bytes: as given, else tokens × raw bytes of one.</summary>
    public static Line Raw(ProjectInputs inputs) =>
        inputs.Figures.Find("data.raw")
        ?? Line.Product("raw", "Raw data", inputs.Tokens, inputs.Figures.Of("data.rawBytesPerToken", Dimension.Bytes / Dimension.Tokens));

    /// <summary>Bytes of the text that is trained on.</summary>
    public static Line Clean(ProjectInputs inputs) =>
        Line.Product(
            "clean",
            "Text that is trained on",
            inputs.Tokens,
            inputs.Figures.Of("data.bytesPerToken", Dimension.Bytes / Dimension.Tokens)
        );

    /// <summary>Core time of all steps that are counted, core-seconds.</summary>
    public static Line CoreSeconds(ProjectInputs inputs) =>
        Line.Sum(
            "coreSeconds",
            "Core time of working up the data",
            Dimension.Seconds,
            Steps
                .Where(step => inputs.Figures.Has(CoreKey(step.Key)))
                .Select(step => Line.Product(step.Key, step.Name, Raw(inputs), inputs.Figures.Find(CoreKey(step.Key))!))
        );

    private static string CoreKey(string step) => $"data.{step}Cores";

    private static IEnumerable<Line> Lines(ProjectWork work) =>
        [
            Crawl(work),
            .. Steps.Select(step => Step(work, step.Key, step.Name)),
            Classifier(work),
            work.Priced("licences", "Licences", "data.licences"),
            work.Priced("bought", "Text bought", "data.boughtTokens", "data.boughtTokenPrice"),
            work.Priced("annotation", "Annotation", "data.annotations", "data.annotationPrice"),
            Synthetic(work),
        ];

    private static Line Crawl(ProjectWork work) =>
        work.Figures.Find("data.crawlPrice") is { } price
            ? Line.Product("crawl", "Crawl", Raw(work.Inputs), price)
            : NotCounted.Line("crawl", "Crawl", "data.crawlPrice");

    private static Line Step(ProjectWork work, string key, string name) =>
        work.Figures.Find(CoreKey(key)) is { } cores
            ? Line.Product(key, name, Raw(work.Inputs), cores, work.Figures.Of("data.corePrice", Dimension.MoneyPerSecond))
            : NotCounted.Line(key, name, CoreKey(key));

    /// <summary>A model that reads every document and keeps the good ones: on the run's devices.</summary>
    private static Line Classifier(ProjectWork work) =>
        work.Figures.Find("data.classifierTime") is { } time
            ? work.Devices(
                "classifier",
                "Filtering by a model",
                Line.Product("deviceSeconds", "Device time of filtering", work.Inputs.Tokens, time)
            )
            : NotCounted.Line("classifier", "Filtering by a model", "data.classifierTime");

    private static Line Synthetic(ProjectWork work)
    {
        const string Tokens = "data.syntheticTokens";
        const string Price = "data.syntheticPrice";
        return work.Priced("synthetic", "Synthetic data", Tokens, Price);
    }
}
