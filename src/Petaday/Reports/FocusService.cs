namespace Petaday.Reports;

/// <summary>Which of the FOCUS specification's service categories a cost line belongs to: its allowed values are fixed.</summary>
internal static class FocusService
{
    // The nearest name on a line's path decides, from the line itself up to its cause.
    private static readonly (string Category, string[] Keys)[] Categories =
    [
        ("Compute", ["compute", "rent", "devices", "servers", "hosting", "hardware", "run", "training", "cost"]),
        ("Storage", ["storage", "checkpoints", "datasets", "dataset", "replicas", "memory"]),
        ("Networking", ["interconnect", "network", "egress", "transfer", "transfers", "wideArea"]),
        ("Analytics", ["data", "crawl", "extraction", "cleaning", "deduplication", "filtering", "tokenisation", "preprocessing"]),
        ("AI and Machine Learning", ["experiments", "evaluation", "adaptation", "updates", "optimisation", "serving"]),
        ("Management and Governance", ["compliance", "privacy", "audits", "law"]),
    ];

    /// <summary>The category of a path of keys; "Other" where none is known.</summary>
    public static string Of(string path) =>
        path.Split('.')
            .Reverse()
            .Select(key => Categories.FirstOrDefault(entry => entry.Keys.Contains(key, StringComparer.OrdinalIgnoreCase)).Category)
            .FirstOrDefault(category => category is not null)
        ?? "Other";
}
