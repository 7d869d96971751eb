using System.Globalization;
using Petaday.Catalog;
using Petaday.Runs;
using static Petaday.Tests.Runs.Factors;

namespace Petaday.Tests.Runs;

/// <summary>A row of catalog/validation/goodput.csv: a published goodput and what is stated of its run.</summary>
internal sealed class PublishedGoodput(Node row)
{
    public static IReadOnlyList<PublishedGoodput> All { get; } =
    [
        .. TableReader
            .ReadFile(Path.Combine(Library.ShippedDirectory, "validation", "goodput.csv"), [])
            .Select(row => new PublishedGoodput(row)),
    ];

    public string Id => Text("id")!;

    public string Name => Text("run")!;

    public string Source => $"[{Text("source")}]({Text("url")})";

    public string? Stated => Text("stated");

    public string? Note => Text("note");

    public int Devices => (int)Number("devices")!.Value;

    public double Low => Number("published_low")!.Value;

    public double High => Number("published_high")!.Value;

    /// <summary>With what the source states.</summary>
    public double WithStated => Of(Inputs()).Value!.Value;

    /// <summary>With the words alone: operations, nodes, checkpoint.</summary>
    public double WithWords =>
        Of(
            Inputs() with
            {
                DeviceTimePerInterruption = null,
                Recovery = null,
                CheckpointInterval = null,
                CheckpointStall = null,
            }
        ).Value!.Value;

    /// <summary>With what the machine and its number alone say.</summary>
    public double WithDefaults =>
        GoodputModel
            .Of(new JobShape(Devices, Text("accelerator")!) { DevicesPerNode = PerNode }, new ReliabilityInputs(), ForRuns)
            .Value!.Value;

    /// <summary>How far a figure is from what is published, from the nearer end of a range.</summary>
    public double Miss(double goodput) => Math.Max(0, Math.Max(Low - goodput, goodput - High));

    private int PerNode => (int)Number("devices_per_node")!.Value;

    private Petaday.Explanations.Line Of(ReliabilityInputs inputs) =>
        GoodputModel.Of(
            new JobShape(Devices, Text("accelerator")!)
            {
                DevicesPerNode = PerNode,
                CheckpointBytes = Number("parameters") is { } parameters
                    ? new("checkpointBytes", "Size", 14 * parameters, Petaday.Quantities.Dimension.Bytes)
                    : null,
            },
            inputs,
            ForRuns
        );

    private ReliabilityInputs Inputs() =>
        new()
        {
            Operations = Text("operations"),
            Screened = Text("nodes") is { } nodes ? nodes == "screened" : null,
            Checkpoint = Text("checkpoint") switch
            {
                "sync" => CheckpointMode.Synchronous,
                "in-memory" => CheckpointMode.InMemory,
                _ => CheckpointMode.Asynchronous,
            },
            DeviceTimePerInterruption = Number("mtbf_h") is { } hours
                ? Given(string.Create(CultureInfo.InvariantCulture, $"{hours * Devices:R} h"))
                : null,
            Recovery = Time("recovery"),
            CheckpointInterval = Time("interval"),
            CheckpointStall = Time("stall"),
        };

    private Petaday.Explanations.Line? Time(string column) => Text(column) is { } text ? Given(text) : null;

    private string? Text(string column) => row[column] is { Kind: not NodeKind.Null, Text: { Length: > 0 } text } ? text : null;

    private double? Number(string column) =>
        Text(column) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
