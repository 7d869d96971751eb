using System.Globalization;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Scenarios.Laws;

/// <summary>Where the law does not hold at a size, said from the figures of both. Thresholds: 10 % of FLOPs, a quarter of device-hours, a quarter of the step, a tenth of the time lost to failures.</summary>
internal static class BarrierBreaks
{
    private const double FlopsApart = 0.1;
    private const double TimeApart = 0.25;
    private const double Exposed = 0.25;
    private const double LittleLost = 0.9;
    private const double LongDays = 365;

    /// <summary>The reasons, in the order in which they weigh.</summary>
    public static IEnumerable<string> Of(
        BarrierFigures law,
        Answer? engine,
        string? why,
        double tokens,
        double experts,
        double mixing,
        LossFactors factors,
        BarrierMachine machine
    )
    {
        if (engine is null)
        {
            yield return $"no strategy: {why}";
        }

        if (factors.PublicText is { Value: { } stock, Interval: { } range } && tokens > range.Low)
        {
            string past =
                tokens > range.High ? "more than"
                : tokens > stock ? "above the middle of"
                : "within the range of";
            yield return Text(
                $"data: {Tokens(tokens)} tokens are {past} the stock of public text ({Tokens(range.Low)} to {Tokens(range.High)})"
            );
        }

        if (machine.Devices >= machine.Most)
        {
            yield return Text($"machines: more than {machine.Most} devices would be needed to end in {BarrierStudies.Days} days");
        }

        if (engine is null)
        {
            yield break;
        }

        if (experts > 1 && mixing / experts is var kept and < 0.9)
        {
            yield return Text(
                $"experts: {experts:0.#} in the law, but all over active parameters are {mixing:0.#}: attention, shared experts and dense layers do not divide ({kept:0.##} of it is left)"
            );
        }
        else if (Math.Abs((engine.Run.Flops / law.Flops) - 1) > FlopsApart)
        {
            yield return Text($"attention and tables: {(engine.Run.Flops / law.Flops) - 1:+0 %;-0 %} FLOPs");
        }

        double traffic = BarrierStudies.Exposed(engine);
        if (traffic > Exposed)
        {
            yield return Text($"network and pipeline: {traffic:0 %} of the step is exposed traffic and bubbles");
        }

        if (!(engine.Run.Goodput >= LittleLost))
        {
            yield return engine.Run.Goodput is { } goodput
                ? Text($"failures: goodput {goodput:0 %} on so many devices")
                : "failures: the job breaks before it has recovered from the break before";
        }

        if (engine.Run.DeviceSeconds / 3600 / law.DeviceHours is { } slower && Math.Abs(slower - 1) > TimeApart)
        {
            yield return Text($"MFU {engine.Step.Mfu:0 %}: {slower:0.##} times the law's device-hours");
        }

        if (engine.Run.Seconds / 86_400 > LongDays)
        {
            yield return Text($"time: {engine.Run.Seconds / 86_400 / 365:0.#} years");
        }
    }

    private static string Tokens(double tokens) => new Quantity(tokens, Dimension.None).Format();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
