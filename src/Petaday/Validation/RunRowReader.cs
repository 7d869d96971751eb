using System.Globalization;
using Petaday.Catalog;

namespace Petaday.Validation;

/// <summary>
/// Turns the cells of one record into a <see cref="RunRow"/>, or says what is wrong with it. A record of the wrong form spoils the
/// file; a cell that cannot be read spoils its row alone, since collected rows hold such as "128-512" devices.
/// </summary>
internal sealed class RunRowReader(
    string[] header,
    string file,
    RunSources sources,
    List<Diagnostic> diagnostics,
    List<Diagnostic> warnings
)
{
    private readonly Dictionary<string, int> columns = header
        .Select(static (name, i) => (name, i))
        .ToDictionary(static c => c.name, static c => c.i, StringComparer.Ordinal);
    private IReadOnlyList<string> cells = [];
    private int line;

    /// <summary>Reads a record; null, with diagnostics, when it is not a row.</summary>
    public RunRow? Read(CsvRecords records, HashSet<string> ids)
    {
        (cells, line) = (records.Cells, records.Line);
        int before = warnings.Count;
        if (!Shape(records.Problem))
        {
            return null;
        }

        if (Text("id") is not { } id)
        {
            diagnostics.Add(Problem(DiagnosticCodes.MissingKey, "id", "the row has no id", "a name of its own for every row"));
            return null;
        }

        if (!ids.Add(id))
        {
            Warn(DiagnosticCodes.IdMismatch, "id", $"'{Short(id)}' names an earlier row too", "a name of its own for every row");
        }

        RunRow row = Measured(Layout(Architecture(Identity(id))));
        return warnings.Count == before ? row : row with { Unreadable = $"{warnings[before].Key}: {warnings[before].Message}" };
    }

    private bool Shape(string? problem)
    {
        string? wrong =
            problem
            ?? (
                cells.Count == header.Length
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"this row has {cells.Count} cells, the header {header.Length}")
            );
        if (wrong is not null)
        {
            diagnostics.Add(
                Problem(
                    DiagnosticCodes.Syntax,
                    "",
                    wrong,
                    "CSV: a cell with commas or line ends is quoted, and quotes inside it are doubled"
                )
            );
        }

        return wrong is null;
    }

    private RunRow Identity(string id)
    {
        string? provenance = Text("provenance");
        return new RunRow
        {
            Id = id,
            Line = line,
            SourceGroup = Text("source_group") ?? id,
            Source = Text("source") ?? sources.Text(provenance, "source"),
            Url = Text("url") ?? sources.Text(provenance, "url"),
            Notes = Text("notes") ?? sources.Text(provenance, "notes"),
            Completeness = Text("completeness"),
            QualityFlag = Text("quality_flag"),
            ModelName = Text("model_name"),
        };
    }

    private RunRow Architecture(RunRow row) =>
        row with
        {
            Layers = Integer("layers"),
            Hidden = Integer("hidden"),
            Heads = Integer("heads"),
            KeyValueHeads = Integer("kv_heads"),
            FeedForward = Integer("ffn_hidden"),
            Gated = Flag("gated_ffn"),
            Vocabulary = Integer("vocab"),
            TiedEmbeddings = Flag("tied_embeddings"),
            SequenceLength = Integer("seq_len"),
            Experts = Integer("experts"),
            ActiveExperts = Integer("top_k"),
            SharedExperts = Integer("shared_experts", least: 0),
            ExpertFeedForward = Integer("expert_ffn"),
            MoeLayers = Integer("moe_layers", least: 0),
        };

    private RunRow Layout(RunRow row) =>
        row with
        {
            AcceleratorId = Text("accelerator_id"),
            Devices = Integer("gpus"),
            DevicesPerNode = Integer("gpus_per_node"),
            Network = Text("inter_node_network"),
            NetworkGigabitsPerSecond = Number("network_gbps_per_device"),
            StackId = Text("stack_id"),
            TaskId = Text("task_id"),
            Tensor = Integer("tp"),
            Pipeline = Integer("pp"),
            VirtualPipeline = Integer("virtual_pp"),
            Data = Integer("dp") ?? Integer("derived_dp"),
            Context = Integer("cp"),
            Expert = Integer("ep"),
            ExpertTensor = Integer("etp"),
            ZeroStage = Integer("zero_stage", least: 0, most: 3),
            Sharding = Text("zero_fsdp"),
            ShardGroup = Integer("shard_group"),
            SequenceParallel = Flag("sequence_parallel"),
            MicroBatch = Integer("micro_batch"),
            GlobalBatch = Integer("global_batch"),
            GradientAccumulation = Integer("grad_accum"),
            RecomputeMode = Text("recompute_mode"),
            PrecisionId = Text("precision_id"),
            FlashAttention = Flag("flash_attention"),
        };

    private RunRow Measured(RunRow row) =>
        row with
        {
            StatedMfuPercent = Leniently("mfu_pct"),
            MeasuredStepSeconds = Number("measured_step_s") ?? Number("step_time_s"),
            TokensPerSecondPerDevice = Number("tokens_per_s_per_gpu"),
            Memory = Number("memory_gb_per_gpu"),
            MemoryDefinition = Text("memory_definition"),
            Outcome = Choice("outcome", "ok", "oom"),
            Scored = (Integer("score", least: 0, most: 1) ?? (columns.ContainsKey("score") ? 0 : 1)) == 1,
            SourceWeight = Number("source_weight") ?? 1,
        };

    private string? Text(string column) => columns.TryGetValue(column, out int i) && cells[i].Trim() is { Length: > 0 } text ? text : null;

    // A column that nothing is predicted from: a cell of words spoils no row.
    private double? Leniently(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : null;

    private double? Number(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value)
            && value > 0
        )
        {
            return value;
        }

        Warn(DiagnosticCodes.WrongType, column, $"'{Short(text)}' is not a number above zero", "a number, or blank where it is not known");
        return null;
    }

    private int? Integer(string column, int least = 1, int most = int.MaxValue)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        // Spreadsheets write 4 as 4.0: a whole number all the same.
        if (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value == Math.Truncate(value)
            && value >= least
            && value <= most
        )
        {
            return (int)value;
        }

        string range =
            most == int.MaxValue
                ? string.Create(CultureInfo.InvariantCulture, $"at least {least}")
                : string.Create(CultureInfo.InvariantCulture, $"{least} to {most}");
        Warn(
            DiagnosticCodes.WrongType,
            column,
            $"'{Short(text)}' is not such a whole number",
            $"a whole number, {range}, or blank where it is not known"
        );
        return null;
    }

    private bool? Flag(string column) =>
        Choice(column, "True", "False", "true", "false", "TRUE", "FALSE", "1", "0") switch
        {
            null => null,
            "True" or "true" or "TRUE" or "1" => true,
            _ => false,
        };

    private string? Choice(string column, params ReadOnlySpan<string> choices)
    {
        string? text = Text(column);
        if (text is null || choices.Contains(text))
        {
            return text;
        }

        Warn(
            DiagnosticCodes.NotAllowed,
            column,
            $"'{Short(text)}' is not one of the choices",
            $"{choices[0]} or {choices[1]}, or blank where it is not known"
        );
        return null;
    }

    private void Warn(string code, string column, string message, string expected) =>
        warnings.Add(Problem(code, column, message, expected));

    private Diagnostic Problem(string code, string column, string message, string expected) =>
        new(code, file, line, columns.TryGetValue(column, out int i) ? i + 1 : 0, column, message, expected);

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
}
