using Petaday.Planning;
using Petaday.Training;

namespace Petaday.Tests.Planning;

/// <summary>The space holds every valid strategy once, and nothing else.</summary>
public sealed class StrategySpaceTests
{
    [Fact]
    public void Every_strategy_is_valid_and_there_once()
    {
        var random = new Random(3);
        for (var i = 0; i < 60; i++)
        {
            var problem = Problems.Small(random);
            var all = Problems.Strategies(problem).ToList();
            all.Distinct().Count().ShouldBe(all.Count);
            foreach (var strategy in all)
            {
                Broken(problem, strategy).ShouldBeEmpty($"{strategy}");
            }
        }
    }

    [Fact]
    public void No_valid_split_is_left_out()
    {
        var random = new Random(9);
        for (var i = 0; i < 30; i++)
        {
            var problem = Problems.Small(random);
            var stack = problem.Stack;
            var space = Problems.Strategies(problem).Select(Split).ToHashSet();
            var experts = problem.Architecture.Experts?.Count ?? 1;
            int Most(string word, int size) => stack.Has(word) ? size : 1;
            var all =
                from tensor in Enumerable.Range(1, Most("tensor", problem.Devices))
                from context in Enumerable.Range(1, Most("context", problem.Devices))
                from pipeline in Enumerable.Range(1, Most("pipeline", problem.Devices))
                where problem.Devices % (tensor * context * pipeline) == 0
                from expert in Enumerable.Range(1, Most("expert", experts))
                from expertTensor in Enumerable.Range(1, experts > 1 ? tensor : 1)
                where expertTensor == 1 || expertTensor == tensor
                from micro in Enumerable.Range(1, problem.Recipe.GlobalBatchSequences)
                from sequence in stack.Has("sequence") && tensor > 1 ? [true, false] : (bool[])[false]
                let data = problem.Devices / (tensor * context * pipeline)
                select new Strategy(tensor, sequence, context, pipeline, 1, data, expert, expertTensor, MicroBatch: micro);
            foreach (var strategy in all.Where(strategy => Broken(problem, strategy).Count == 0))
            {
                space.ShouldContain(Split(strategy), $"{strategy}");
            }
        }
    }

    [Fact]
    public void Of_numbers_of_chunks_with_as_long_a_longest_the_least_is_taken()
    {
        var problem = Problems.Small(new Random(2)) with
        {
            Architecture = Tests.Training.Models.Llama(61, 1024, 8, 8, 3072),
            Recipe = new Recipe(1024, 64),
            Devices = 8,
        };
        problem = problem with { Stack = problem.Stack with { Strategies = ["pipeline", "interleaved"] } };
        var space = new StrategySpace(problem);
        var stages = space.Pipelines(space.Profiles()[0]).Single(one => one.Pipeline == 4);
        // Chunks of at most 2, 3, 4, 5, 6 and 8 layers; 16 x 4 of one layer each are more chunks than there are layers.
        space.Schedules(stages).Select(one => one.VirtualPipeline).ShouldBe([1, 8, 6, 4, 3, 2]);
    }

    private static (int, bool, int, int, int, int, int) Split(Strategy one) =>
        (one.Tensor, one.SequenceParallel, one.Context, one.Pipeline, one.Expert, one.ExpertTensor, one.MicroBatch);

    private static IReadOnlyList<Violation> Broken(SearchProblem problem, Strategy strategy) =>
        StrategyRules.Check(problem.Architecture, problem.System, problem.Recipe, strategy, problem.Devices);
}
