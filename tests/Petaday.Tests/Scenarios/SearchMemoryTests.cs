using System.Collections.Immutable;
using Petaday.Planning;
using Petaday.Scenarios;

namespace Petaday.Tests.Scenarios;

/// <summary>A search is made once for a question, and one that was cut short is nobody's answer.</summary>
public sealed class SearchMemoryTests
{
    private static readonly Knowledge Known = Knowledge.Open(Petaday.Catalog.Library.OpenShipped(), [])!;

    [Fact]
    public void Sites_prices_and_tokens_share_a_search()
    {
        var memory = new SearchMemory();
        int made = 0;
        foreach (
            string[] flags in (string[][])
                [
                    ["--site", "us-va"],
                    ["--site", "fi"],
                    ["--tokens", "1T"],
                    ["--money", "own"],
                ]
        )
        {
            memory.Of(Case(flags), 1, () => Found(made++), CancellationToken.None);
        }

        made.ShouldBe(1);
        memory.Of(Case("--devices", "32"), 1, () => Found(made++), CancellationToken.None);
        memory.Of(Case("--sequence", "4096"), 1, () => Found(made++), CancellationToken.None);
        memory.Of(Case("--recompute", "full"), 1, () => Found(made++), CancellationToken.None);
        memory.Of(Case("--site", "us-va"), 5, () => Found(made++), CancellationToken.None);
        made.ShouldBe(5);
    }

    [Fact]
    public void What_was_cut_short_is_made_again()
    {
        var memory = new SearchMemory();
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        memory.Of(Case(), 1, () => Found(0, partial: true), gone.Token).Outcome.Partial.ShouldBeTrue();
        memory.Of(Case(), 1, () => Found(7), CancellationToken.None).Outcome.Evaluated.ShouldBe(7);
        memory.Of(Case(), 1, () => Found(8), CancellationToken.None).Outcome.Evaluated.ShouldBe(7);
    }

    private static SearchMemory.Found Found(long evaluated, bool partial = false) =>
        new(new SearchOutcome(ImmutableArray<Candidate>.Empty, null, 0, evaluated, 0, partial), 0);

    private static Petaday.Scenarios.Case Case(params string[] flags)
    {
        List<ScenarioFlag> given = [new("model", "llama-3.1-8b", "--model"), new("system.devices", "64", "--devices")];
        for (int index = 0; index < flags.Length; index += 2)
        {
            string name = flags[index][2..];
            var key = ScenarioSchema.Flags.First(one => one.Flag == name || one.Path == name);
            given.Add(new ScenarioFlag(key.Path, flags[index + 1], flags[index]));
        }

        return ScenarioResolver.Resolve(ScenarioReader.Read(null, given, [])!, Known, ScenarioWish.Estimate, [])!.Cases[0];
    }
}
