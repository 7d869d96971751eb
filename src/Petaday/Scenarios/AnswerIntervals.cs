using System.Collections.Immutable;
using Petaday.Economics;
using Petaday.Quantities;
using Petaday.Runs;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>90 % intervals of an answer: of the step from published runs, of the run from those and from published failure rates.</summary>
internal static class AnswerIntervals
{
    /// <summary>Intervals by the result's key, in its unit.</summary>
    public static ImmutableSortedDictionary<string, Interval> Of(StepEstimate step, RunPlan run, Consumption use, AnswerAccuracy accuracy)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, Interval>(StringComparer.Ordinal);
        if (run.Goodput.Interval is { } goodput)
        {
            found["run.goodput"] = goodput;
        }

        if (run.PredictedLoss.Interval is { } loss)
        {
            found["run.predictedLoss"] = loss;
        }

        if (accuracy.Memory?.Ratio is { } memory)
        {
            found["memory.bytesPerDevice"] = Interval.Around(step.Memory.Bytes, memory);
        }

        if (accuracy.Time?.Ratio is not { } ratio)
        {
            return found.ToImmutable();
        }

        found["step.seconds"] = Interval.Around(step.Time.Seconds, ratio);
        found["step.mfu"] = Over(step.Mfu, ratio);
        found["step.tokensPerSecondPerDevice"] = Over(step.TokensPerSecondPerDevice, ratio);
        if (run.ElapsedSeconds.Value is { } elapsed)
        {
            var whole = Together(ratio, Relative(run.ElapsedSeconds.Interval, elapsed));
            found["run.days"] = Interval.Around(elapsed / Units.SecondsPerDay, whole);
            Add(found, "run.deviceHours", run.DeviceHours, whole);
            // At this power, grid and price; what those may be is not in it.
            Add(found, "energy.megawattHours", use.Energy.MegawattHours, whole);
            Add(found, "carbon.operationalTonnes", use.Carbon.OperationalTonnes, whole);
            Add(found, "cost.total", use.Cost.Basis == MoneyBasis.Own ? null : use.Cost.Total.Value, whole);
        }

        return found.ToImmutable();
    }

    private static void Add(ImmutableSortedDictionary<string, Interval>.Builder found, string key, double? value, Interval ratio)
    {
        if (value is { } known)
        {
            found[key] = Interval.Around(known, ratio);
        }
    }

    private static Interval Over(double value, Interval ratio) => new(value / ratio.High, value / ratio.Low);

    private static Interval Relative(Interval? interval, double value) =>
        interval is { } known ? new Interval(known.Low / value, known.High / value) : new Interval(1, 1);

    /// <summary>Two independent factors: their logarithms' distances from one add up as squares.</summary>
    private static Interval Together(Interval left, Interval right)
    {
        double below = double.Hypot(Math.Min(0, Math.Log(left.Low)), Math.Min(0, Math.Log(right.Low)));
        double above = double.Hypot(Math.Max(0, Math.Log(left.High)), Math.Max(0, Math.Log(right.High)));
        return new Interval(Math.Exp(-below), Math.Exp(above));
    }
}
