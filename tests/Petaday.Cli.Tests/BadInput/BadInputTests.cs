using System.Diagnostics;

namespace Petaday.Cli.Tests.BadInput;

/// <summary>Wrong input, each with one clear message: where, which key, what was expected, the nearest name.</summary>
public sealed class BadInputTests : IDisposable
{
    // Far above what any takes: a file that hangs the program fails, a busy machine does not.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Slip[] Slips =
    [
        .. ScenarioSlips.All,
        .. FlagSlips.All,
        .. VarySlips.All,
        .. ServingSlips.All,
        .. StrategySlips.All,
        .. ModelSlips.All,
        .. CatalogSlips.All,
        .. RunsSlips.All,
        .. HugeSlips.All,
    ];

    private readonly string directory = Directory.CreateTempSubdirectory("petaday").FullName;

    public static TheoryData<string> Names => [.. Slips.Select(slip => slip.Name)];

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_slip_is_met_with_one_clear_message(string name)
    {
        var slip = Slips.Single(slip => slip.Name == name);
        string[] args = slip.Prepare(directory);
        long start = Stopwatch.GetTimestamp();
        var ran = Ran.Petaday(args);
        var took = Stopwatch.GetElapsedTime(start);
        if (System.Environment.GetEnvironmentVariable("PETADAY_SLIPS") is { } log)
        {
            File.AppendAllText(
                log,
                $"== {name}  [{ran.Code}, {took.TotalMilliseconds:0} ms, out {ran.Output.Length}]\n{(ran.Error.Length > 3000 ? ran.Error[..3000] + "..." : ran.Error)}\n"
            );
        }

        ran.Code.ShouldBe(slip.Exit, ran.Error);
        slip.Says.ShouldAllBe(said => ran.Error.Contains(said, StringComparison.Ordinal), ran.Error);
        string[] lines = ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(slip.Messages, ran.Error);
        lines.ShouldAllBe(line => line.Length < 1000 && !line.Any(char.IsControl) && !line.StartsWith("   at ", StringComparison.Ordinal));
        if (slip.Exit == ExitCodes.WrongInput)
        {
            ran.Output.ShouldBeEmpty();
        }

        took.ShouldBeLessThan(Patience);
    }

    [Fact]
    public void What_the_slips_were_made_from_is_sound()
    {
        foreach (var sound in new[] { CatalogSlips.Sound, RunsSlips.Sound })
        {
            var ran = Ran.Petaday(sound.Prepare(directory));
            ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
            ran.Error.ShouldBeEmpty();
        }
    }
}
