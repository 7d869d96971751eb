using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Scenarios;

/// <summary>Reads what a scenario says of failures, checkpoints, ramps and stages; what cannot stand together is a diagnostic.</summary>
internal static class RunResolver
{
    private static readonly string[] Replaced =
    [
        "operations",
        "nodes",
        "deviceHoursPerInterruption",
        "failureRatio",
        "detection",
        "restart",
        "recovery",
        "spares",
        "checkpoint",
        "checkpointInterval",
        "shortestInterval",
        "checkpointStall",
        "storageBandwidth",
        "deviceHoursPerPreemption",
        "preemptionNotice",
        "plannedStops",
        "evaluation",
    ];

    /// <summary>The choice; diagnostics are added where keys contradict one another.</summary>
    public static RunChoice Resolve(Scenario scenario, ICollection<Diagnostic> diagnostics)
    {
        Contradictions(scenario, diagnostics);
        Stages(scenario, diagnostics);
        return new RunChoice(Reliability(scenario))
        {
            CheckpointBytes = Given(scenario, "run.checkpointBytes", "checkpointBytes", "Size of a checkpoint", Dimension.Bytes),
            CheckpointsKept = Number(scenario, "run.checkpointsKept", "Checkpoints kept"),
            RampFromTokens = Given(scenario, "recipe.batchRamp.from", "from", "First batch", Dimension.Tokens),
            RampFromSequences = Given(scenario, "recipe.batchRamp.from", "from", "First batch", Dimension.Sequences),
            RampTokens = Given(scenario, "recipe.batchRamp.tokens", "rampTokens", "Tokens of the ramp", Dimension.Tokens),
            LongTokens = Given(scenario, "recipe.longContext.tokens", "longTokens", "Tokens of longer sequences", Dimension.Tokens),
            LongSequence = scenario.Integer("recipe.longContext.sequence"),
            LongTimeRatio = Number(scenario, "recipe.longContext.timeRatio", "Time of a token there over elsewhere"),
        };
    }

    private static ReliabilityInputs Reliability(Scenario scenario)
    {
        Line? Time(string key, string name) => Given(scenario, "run." + key, key, name, Dimension.Seconds);
        Line? Plain(string key, string name) => Number(scenario, "run." + key, name);
        return new ReliabilityInputs
        {
            DeviceTimePerInterruption = Time("deviceHoursPerInterruption", "Device time per interruption"),
            FailureRatio = Plain("failureRatio", "Failures over those of the family"),
            Screened = scenario.Text("run.nodes") is { } nodes ? nodes == "screened" : null,
            Operations = scenario.Text("run.operations"),
            Detection = Time("detection", "Detection"),
            Restart = Time("restart", "Restart"),
            Recovery = Time("recovery", "Recovery"),
            Spares = Plain("spares", "Spare nodes"),
            Checkpoint = scenario.Text("run.checkpoint") switch
            {
                "sync" => CheckpointMode.Synchronous,
                "in-memory" => CheckpointMode.InMemory,
                _ => CheckpointMode.Asynchronous,
            },
            CheckpointStall = Time("checkpointStall", "Stall of a checkpoint"),
            CheckpointInterval = Time("checkpointInterval", "Training between checkpoints"),
            ShortestInterval = Time("shortestInterval", "Shortest interval between checkpoints"),
            StorageBandwidth = Given(scenario, "run.storageBandwidth", "storageBandwidth", "Writing to storage", Dimension.BytesPerSecond),
            DeviceTimePerPreemption = Time("deviceHoursPerPreemption", "Device time per preemption"),
            PreemptionNotice = Time("preemptionNotice", "Notice of a preemption"),
            PlannedStopInterval = Time("plannedStops", "Time between planned stops"),
            KeepsStragglers = scenario.Text("run.stragglers") == "unmitigated",
            StragglerShare = Plain("stragglerShare", "Share of slow hosts"),
            StragglerSlowdown = Plain("stragglerSlowdown", "Slowdown of a slow host"),
            EvaluationShare = Plain("evaluation", "Pauses for evaluation over training time"),
            Goodput = Plain("goodput", "Goodput"),
        };
    }

    private static void Contradictions(Scenario scenario, ICollection<Diagnostic> diagnostics)
    {
        Clash(scenario, "goodput", Replaced, diagnostics);
        Clash(scenario, "recovery", ["operations", "detection", "restart"], diagnostics);
        Clash(scenario, "deviceHoursPerInterruption", ["failureRatio", "nodes"], diagnostics);
        Clash(scenario, "checkpointInterval", ["shortestInterval"], diagnostics);
    }

    private static void Clash(Scenario scenario, string given, IEnumerable<string> others, ICollection<Diagnostic> diagnostics)
    {
        if (scenario.At("run." + given) is null)
        {
            return;
        }

        foreach (string other in others)
        {
            if (scenario.At("run." + other) is { } node)
            {
                diagnostics.Add(
                    node.Problem(DiagnosticCodes.NotAllowed, $"run.{given} is given: run.{other} would not be used", "one of the two") with
                    {
                        Key = "run." + other,
                    }
                );
            }
        }
    }

    private static void Stages(Scenario scenario, ICollection<Diagnostic> diagnostics)
    {
        Whole(scenario, "recipe.batchRamp", ["from", "tokens"], diagnostics);
        Whole(scenario, "recipe.longContext", ["tokens", "sequence"], diagnostics);
        foreach (string part in (string[])["recipe.batchRamp.tokens", "recipe.longContext.tokens"])
        {
            if (
                scenario.Amount(part, Dimension.Tokens) is { } some
                && scenario.Amount("recipe.tokens", Dimension.Tokens) is { } all
                && some > all
            )
            {
                diagnostics.Add(
                    scenario
                        .At(part)!
                        .Problem(
                            DiagnosticCodes.OutOfRange,
                            "this is more than recipe.tokens",
                            $"at most {scenario.Text("recipe.tokens")}"
                        ) with
                    {
                        Key = part,
                    }
                );
            }
        }
    }

    private static void Whole(Scenario scenario, string section, IEnumerable<string> keys, ICollection<Diagnostic> diagnostics)
    {
        if (scenario.At(section) is not { } node)
        {
            return;
        }

        foreach (string key in keys.Where(key => scenario.At($"{section}.{key}") is null))
        {
            diagnostics.Add(
                node.Problem(DiagnosticCodes.MissingKey, $"'{section}' lacks '{key}'", string.Join(" and ", keys)) with
                {
                    Key = $"{section}.{key}",
                }
            );
        }
    }

    private static Line? Given(Scenario scenario, string path, string key, string name, Dimension unit) =>
        scenario.Amount(path, unit) is { } value ? new Line(key, name, value, unit) { Input = path, Note = Said } : null;

    private static Line? Number(Scenario scenario, string path, string name) =>
        scenario.At(path) is { } node && (node.TryNumber(out double value) || Share(node, out value))
            ? new Line(path[(path.LastIndexOf('.') + 1)..], name, value, Dimension.None) { Input = path, Note = Said }
            : null;

    private static bool Share(Node node, out double value)
    {
        bool read = Quantity.TryParse(node.Text, Dimension.None, out var quantity, out _);
        value = quantity.Value;
        return read;
    }

    private const string Said = "as the scenario says";
}
