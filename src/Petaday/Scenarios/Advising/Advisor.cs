using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Planning.Neighbours;
using Petaday.Training;

namespace Petaday.Scenarios.Advising;

/// <summary>Says what holds an answer's strategy back, and which single changes gain most, found by working out its neighbours with the same model.</summary>
public static class Advisor
{
    /// <summary>The most changes that are advised.</summary>
    public const int MostChanges = 3;

    /// <summary>Advice on an answer of a case.</summary>
    /// <param name="one">The case.</param>
    /// <param name="answer">Its answer, whose strategy is looked at.</param>
    /// <param name="knowledge">The catalog: other stacks that run on the device.</param>
    public static Advice Advise(Case one, Answer answer, Knowledge knowledge)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(knowledge);
        var from = new Setting(one.Stack.Stack, one.Recipe, answer.Strategy.Layout);
        var best = new NeighbourSearch(one.Model.Architecture, one.System.Spec).Best(from, OtherStacks(one, knowledge), MostChanges);
        var shares = StepShares.Of(answer.Step);
        var loss = shares[0].Kind == StepShares.Compute && shares.Length > 1 ? shares[1] : null;
        return new Advice(shares[0], loss is { Seconds: > 0 } ? loss : null, [.. best.Select(rated => Change(from, answer, rated))]);
    }

    private static AdvisedChange Change(Setting from, Answer answer, RatedNeighbour rated)
    {
        var step = answer.Step;
        var changes = SettingWords.Changes(from, rated.Neighbour.Setting).ToList();
        double seconds = rated.Estimate.Time.Seconds;
        return new AdvisedChange(
            changes.First(change => change.Key == rated.Neighbour.Key),
            [.. changes.Where(change => change.Key != rated.Neighbour.Key)],
            seconds,
            answer.Memory.Fits ? 1 - (seconds / step.Seconds) : null,
            rated.Estimate.Memory.Bytes,
            Shrunk(step.Breakdown, rated.Estimate.Time.Parts),
            from.Recipe.Precision != rated.Neighbour.Setting.Recipe.Precision
        );
    }

    private static NamedAmount Shrunk(ImmutableArray<NamedAmount> before, ImmutableArray<NamedAmount> after) =>
        before
            .Select(part => new NamedAmount(part.Key, part.Amount - after.Where(other => other.Key == part.Key).Sum(other => other.Amount)))
            .MaxBy(part => part.Amount);

    /// <summary>Stacks that anybody can have and that run on the device. Which of them train adapters the catalog does not say: none is named for those.</summary>
    private static ImmutableArray<Stack> OtherStacks(Case one, Knowledge knowledge)
    {
        if (one.Recipe.Task is TrainingTask.Lora or TrainingTask.Qlora)
        {
            return [];
        }

        var device = one.System.Spec.Accelerator;
        return
        [
            .. knowledge
                .Library.All(EntryKind.Stacks)
                .Where(entry => entry.Id != one.Stack.Entry.Id && entry.Flag("inHouse") != true && Suits(entry, device))
                .Select(knowledge.Stacks.Stack),
        ];
    }

    /// <summary>A maker's stack for its own kind of device alone is not for another maker's.</summary>
    private static bool Suits(Entry stack, Hardware.Accelerator device)
    {
        var kinds = stack.Words("devices");
        bool ofAnotherMaker =
            kinds.Count == 1 && stack.Text("vendor") is { } vendor && vendor != device.Vendor && StackResolver.MakesDevices(vendor);
        return (kinds.Count == 0 || kinds.Contains(device.Kind)) && !ofAnotherMaker;
    }
}
