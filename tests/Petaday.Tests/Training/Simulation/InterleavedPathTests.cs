using Petaday.Training;
using Petaday.Training.Simulation;

namespace Petaday.Tests.Training.Simulation;

/// <summary>The closed form of interleaved schedules against the schedule as played.</summary>
public sealed class InterleavedPathTests
{
    [Fact]
    public void It_is_exact_where_groups_are_equal_and_chunks_alike_but_for_the_edges()
    {
        var random = new Random(4);
        for (var i = 0; i < 1500; i++)
        {
            var (strategy, microBatches) = Draw(random);
            microBatches -= microBatches % strategy.Pipeline;
            var parts = new PassTimes[strategy.Pipeline * strategy.VirtualPipeline];
            Array.Fill(parts, new PassTimes(1, 1 + (2 * random.NextDouble()), 0.5, 0));
            parts[0] = new PassTimes(1 + (0.05 * random.NextDouble()), parts[1].Backward * (1 + (0.05 * random.NextDouble())), 0.5, 0);
            parts[^1] = new PassTimes(1 + (3 * random.NextDouble()), parts[1].Backward + (6 * random.NextDouble()), 0.5, 0);
            var send = new PipelineSend(0.3 * random.NextDouble(), random.Next(2) == 0);
            PipelineModel.IsExact(strategy, parts, microBatches, send).ShouldBeTrue();
            var played = Played(strategy, parts, microBatches, send);
            Closed(strategy, parts, microBatches, send).ShouldBe(played, 1e-9 * played, $"{strategy} {microBatches}");
        }
    }

    [Fact]
    public void It_is_never_longer_than_the_schedule_whatever_the_chunks()
    {
        var random = new Random(6);
        for (var i = 0; i < 3000; i++)
        {
            var (strategy, microBatches) = Draw(random);
            var parts = Enumerable
                .Range(0, strategy.Pipeline * strategy.VirtualPipeline)
                .Select(_ => new PassTimes(0.2 + random.NextDouble(), 0.2 + (2 * random.NextDouble()), 0.1, 0))
                .ToArray();
            var send = new PipelineSend(random.NextDouble(), random.Next(2) == 0);
            Closed(strategy, parts, microBatches, send)
                .ShouldBeLessThanOrEqualTo(Played(strategy, parts, microBatches, send) * (1 + 1e-12));
        }
    }

    [Fact]
    public void Over_the_chunks_that_a_search_takes_it_is_within_two_percent_but_for_few()
    {
        var random = new Random(12);
        var (count, far) = (0, 0);
        while (count < 3000)
        {
            var layers = random.Next(16, 130);
            var stages = 1 << random.Next(1, 5);
            var longest = random.Next(1, (layers / stages) + 1);
            var chunks = (layers + (stages * longest) - 1) / (stages * longest);
            if (chunks < 2 || chunks * stages > layers)
            {
                continue;
            }

            count++;
            var strategy = new Strategy(Pipeline: stages, VirtualPipeline: chunks, Schedule: PipelineSchedule.Interleaved);
            var parts = StageLayout
                .ChunkLengths(layers, stages * chunks)
                .Select((length, at) => (Size: length + (at == stages * chunks - 1 ? 2.5 * random.NextDouble() : 0), at))
                .Select(chunk => new PassTimes(chunk.Size, 2 * chunk.Size, chunk.Size, 0))
                .ToArray();
            var microBatches = stages * random.Next(1, 9);
            var send = new PipelineSend(0.05, random.Next(2) == 0);
            var ratio = Closed(strategy, parts, microBatches, send) / Played(strategy, parts, microBatches, send);
            ratio.ShouldBeGreaterThan(0.93);
            far += ratio < 0.98 ? 1 : 0;
        }

        far.ShouldBeLessThan(60);
    }

    private static (Strategy Strategy, int MicroBatches) Draw(Random random)
    {
        var stages = random.Next(2, 9);
        var strategy = new Strategy(Pipeline: stages, VirtualPipeline: random.Next(2, 6), Schedule: PipelineSchedule.Interleaved);
        return (strategy, random.Next(stages, 6 * stages));
    }

    private static double Closed(Strategy strategy, PassTimes[] parts, int microBatches, PipelineSend send)
    {
        var held = new PassTimes[parts.Length];
        PipelineModel.Hold(parts, send, held);
        return PipelineModel.AtLeast(strategy, parts, send.HoldsDevice ? held : parts, microBatches, send);
    }

    private static double Played(Strategy strategy, PassTimes[] parts, int microBatches, PipelineSend send) =>
        new PipelineRun(strategy, parts, microBatches, ScheduleOrder.Of(strategy, microBatches), send).Seconds();
}
