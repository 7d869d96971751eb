namespace Petaday.Serving.Published;

/// <summary>A published serving run: a row of catalog/runs/serving.csv.</summary>
/// <param name="Id">Of the row.</param>
/// <param name="Source">Id of its source in the catalog.</param>
/// <param name="Model">Id of the model.</param>
/// <param name="System">Id of the system.</param>
/// <param name="Layout">How the replica was spread.</param>
/// <param name="Format">Number formats.</param>
/// <param name="Mix">The requests.</param>
/// <param name="MemoryShare">Share of memory for weights and cache.</param>
/// <param name="TokenSeconds">The longest time between two tokens of a user that the run kept to, s; null where throughput alone counted.</param>
/// <param name="Metric">What was measured.</param>
/// <param name="Measured">In tokens a second.</param>
/// <param name="Note">What else to know; empty for nothing.</param>
public sealed record ServingRun(
    string Id,
    string Source,
    string Model,
    string System,
    ServingLayout Layout,
    ServingFormat Format,
    RequestMix Mix,
    double MemoryShare,
    double? TokenSeconds,
    ServingMetric Metric,
    double Measured,
    string Note
);
