using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>An answer in sentences.</summary>
internal static class AnswerWords
{
    /// <summary>How long, how dear, how much, and whether it fits.</summary>
    public static IEnumerable<string> Of(Outcome outcome)
    {
        if (outcome.Infeasible is { } infeasible)
        {
            string nearest = infeasible.Nearest is { } near ? $" Nearest: {near}." : "";
            yield return $"Nothing keeps to what was asked: {infeasible.Constraint} binds: {infeasible.Message}.{nearest} What comes nearest follows.";
        }

        if (outcome.Answer is { } answer)
        {
            yield return Run(answer);
            yield return Footprint(answer);
        }
    }

    private static string Run(Answer answer)
    {
        string time = Ranged(
            answer,
            "run.days",
            Sizes.Of(answer.Run.Seconds, Dimension.Seconds),
            days => Sizes.Time(days * Units.SecondsPerDay)
        );
        string hours = Ranged(
            answer,
            "run.deviceHours",
            Sizes.Number(answer.Run.DeviceSeconds / Units.SecondsPerHour),
            value => Sizes.Number(value)
        );
        string cost = Ranged(answer, "cost.total", Sizes.Of(answer.Cost.Total, Dimension.Money), value => Sizes.Of(value, Dimension.Money));
        return $"{AnswerPage.Title(answer)} takes {time}, {hours} device-hours and {cost}{Basis(answer.Cost)}. {Fit(answer.Memory)}";
    }

    private static string Footprint(Answer answer)
    {
        string energy = Ranged(answer, "energy.megawattHours", Sizes.Energy(answer.Energy.Joules), hours => Sizes.Energy(hours * 3.6e9));
        string carbon = Ranged(
            answer,
            "carbon.operationalTonnes",
            Sizes.Of(answer.Carbon.OperationalKilograms, Dimension.Carbon),
            tonnes => Sizes.Of(tonnes * 1_000, Dimension.Carbon)
        );
        return $"Energy: {energy}. Operational carbon: {carbon}.";
    }

    private static string Fit(MemoryAnswer memory) =>
        $"{(memory.Fits ? "It fits" : "It does NOT fit")}: {Sizes.Memory(memory.BytesPerDevice)} of {Sizes.Memory(memory.CapacityBytes)} on the fullest device.";

    private static string Basis(CostAnswer cost) =>
        cost.Total is null ? ""
        : cost.Total == cost.Rental ? " rented"
        : cost.Total == cost.Amortised ? " owned"
        : "";

    private static string Ranged(Answer answer, string key, string value, Func<double, string> write) =>
        answer.Intervals.TryGetValue(key, out var interval) ? $"{value} (90 %: {write(interval.Low)} to {write(interval.High)})" : value;
}
