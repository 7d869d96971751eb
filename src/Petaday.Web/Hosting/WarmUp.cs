using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using Petaday.Scenarios;
using Petaday.Web.Operations;
using Petaday.Web.Requests;

namespace Petaday.Web.Hosting;

/// <summary>
/// Asks some questions of its own when a server starts: the runtime compiles a method well only once it has run for a while, and people's first questions would wait for that. It asks
/// one at a time, only while nobody else does, and ends after a second or two.
/// </summary>
internal sealed class WarmUp(Engine engine) : BackgroundService
{
    private const int Questions = 40;
    private const int Step = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Starting goes before it.
        await Task.Yield();
        var estimate = AllOperations.Named("estimate");
        for (int asked = 0; asked < Questions; asked++)
        {
            do
            {
                await Task.Delay(Pause, stoppingToken);
            } while (engine.Desk.Working > 0);
            estimate.Do(new Work(engine, Asked(estimate, asked), null, stoppingToken));
        }
    }

    // Every number of devices has a search of its own.
    private static Question Asked(Operation operation, int asked) =>
        new(
            "",
            [
                .. operation.Sample.Select(one => new ScenarioFlag(
                    Question.PathOf(one.Name)!,
                    one.Name == "devices" ? Devices(one.Value, asked) : one.Value,
                    one.Name
                )),
            ],
            ImmutableSortedDictionary<string, string>.Empty
        );

    private static string Devices(string sample, int asked) =>
        (int.Parse(sample, CultureInfo.InvariantCulture) + (Step * asked)).ToString(CultureInfo.InvariantCulture);
}
