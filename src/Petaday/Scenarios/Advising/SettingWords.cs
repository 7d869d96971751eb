using System.Collections.Immutable;
using System.Globalization;
using Petaday.Planning.Neighbours;

namespace Petaday.Scenarios.Advising;

/// <summary>The keys of a scenario that a setting stands for, each as a scenario has it.</summary>
internal static class SettingWords
{
    private static readonly ImmutableArray<(string Key, Func<Setting, string> Text)> Keys =
    [
        ("stack", setting => setting.Stack.Id),
        ("recipe.precision", setting => Words.Of(setting.Recipe.Precision)),
        ("recipe.recompute", setting => Words.Of(setting.Strategy.Recompute)),
        ("recipe.recomputeLayers", setting => Number(setting.Strategy.RecomputeLayers)),
        ("strategy.tensor", setting => Number(setting.Strategy.Tensor)),
        ("strategy.sequenceParallel", setting => Flag(setting.Strategy.SequenceParallel)),
        ("strategy.context", setting => Number(setting.Strategy.Context)),
        ("strategy.pipeline", setting => Number(setting.Strategy.Pipeline)),
        ("strategy.virtualPipeline", setting => Number(setting.Strategy.VirtualPipeline)),
        ("strategy.data", setting => Number(setting.Strategy.Data)),
        ("strategy.expert", setting => Number(setting.Strategy.Expert)),
        ("strategy.expertTensor", setting => Number(setting.Strategy.ExpertTensor)),
        ("strategy.zero", setting => Number(setting.Strategy.ZeroStage)),
        ("strategy.shardGroup", setting => Number(setting.Strategy.ShardGroup)),
        ("strategy.microBatch", setting => Number(setting.Strategy.MicroBatch)),
        ("strategy.schedule", setting => Words.Of(setting.Strategy.Schedule)),
        ("strategy.overlapGradients", setting => Flag(setting.Strategy.OverlapGradients)),
        ("strategy.overlapWeights", setting => Flag(setting.Strategy.OverlapWeights)),
        ("strategy.offloadOptimizer", setting => Flag(setting.Strategy.OffloadOptimizer)),
        ("strategy.offloadActivations", setting => Flag(setting.Strategy.OffloadActivations)),
    ];

    /// <summary>Every key with its value.</summary>
    public static IEnumerable<(string Key, string Text)> Of(Setting setting) => Keys.Select(key => (key.Key, key.Text(setting)));

    /// <summary>Every key whose value differs, in a fixed order.</summary>
    public static IEnumerable<KeyChange> Changes(Setting from, Setting to) =>
        Keys.Select(key => new KeyChange(key.Key, key.Text(from), key.Text(to))).Where(change => change.From != change.To);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "true" : "false";
}
