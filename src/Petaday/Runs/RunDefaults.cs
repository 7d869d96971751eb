using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>What published runs saw of failures and checkpoints, and the scaling laws: read once from the catalog.</summary>
/// <param name="Reliability">Failures, recovery, checkpoints.</param>
/// <param name="Laws">Scaling laws by id.</param>
/// <param name="DefaultLaw">The law that is taken when none is named.</param>
/// <param name="Loss">What stands beside the laws: repetition, experts, batches.</param>
public sealed record RunDefaults(
    ReliabilityDefaults Reliability,
    ImmutableSortedDictionary<string, ScalingLaw> Laws,
    string DefaultLaw,
    LossFactors Loss
)
{
    /// <summary>Reads catalog/factors/runs.yaml and catalog/factors/loss.yaml. Throws <see cref="InvalidDataException"/> when a figure is missing.</summary>
    public static RunDefaults Read(Entry runs, Entry loss) =>
        new(
            ReliabilityDefaults.Read(runs),
            loss.Keys("laws").ToImmutableSortedDictionary(id => id, id => Law(loss, id), StringComparer.Ordinal),
            loss.Text("default") ?? throw new InvalidDataException($"{loss.File}: 'default' names no law."),
            LossFactors.Read(loss)
        );

    /// <summary>A law by its id, or the default. Throws <see cref="ArgumentException"/> for an id that the catalog does not have.</summary>
    public ScalingLaw Law(string? id) =>
        Laws.TryGetValue(id ?? DefaultLaw, out ScalingLaw? law)
            ? law
            : throw new ArgumentException($"No scaling law '{id}'; known: {string.Join(", ", Laws.Keys)}.", nameof(id));

    private static ScalingLaw Law(Entry loss, string id)
    {
        string path = "laws." + id;
        LossForm form = loss.Text(path + ".form") == "kaplan" ? LossForm.Kaplan : LossForm.Chinchilla;
        string[] symbols = form == LossForm.Kaplan ? ["Nc", "Dc", "alphaN", "alphaD"] : ["E", "A", "B", "alpha", "beta"];
        IEnumerable<string> optional = loss.Has($"{path}.{ScalingLaw.RepeatedParameters}") ? [ScalingLaw.RepeatedParameters] : [];
        return new ScalingLaw(
            id,
            form,
            symbols
                .Concat(optional)
                .ToImmutableDictionary(symbol => symbol, symbol => Likely(loss.Required($"{path}.{symbol}", symbol, Dimension.None))),
            Range(loss, path + ".parameters"),
            Range(loss, path + ".tokens")
        );
    }

    /// <summary>The catalog states constants with one standard error to each side; a line has its 90 % interval.</summary>
    private static Line Likely(Line constant) =>
        constant is { Value: { } value, Interval: { } error }
            ? constant with
            {
                Interval = new Interval(
                    Math.Max(0, value - (LossInterval.NineInTen * (value - error.Low))),
                    value + (LossInterval.NineInTen * (error.High - value))
                ),
            }
            : constant;

    private static Interval Range(Entry loss, string path) =>
        new(
            loss.Number(path + ".low") ?? throw new InvalidDataException($"{loss.File}: '{path}.low' is missing."),
            loss.Number(path + ".high") ?? throw new InvalidDataException($"{loss.File}: '{path}.high' is missing.")
        );
}
