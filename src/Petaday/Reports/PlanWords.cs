using System.Globalization;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>How plans are said in tables.</summary>
internal static class PlanWords
{
    private const double Least = 0.0005;

    /// <summary>What a goal makes small, in its unit.</summary>
    public static string Measure(Objective objective, double? value) =>
        objective switch
        {
            Objective.Time => Sizes.Of(value, Dimension.Seconds),
            Objective.Energy => Sizes.Energy(value),
            Objective.Carbon => Sizes.Of(value, Dimension.Carbon),
            Objective.Devices => value is { } devices ? Sizes.Count((long)devices) : "not known",
            _ => Sizes.Of(value, Dimension.Money),
        };

    /// <summary>What a goal makes small, in a word.</summary>
    public static string Name(Objective objective) =>
        objective switch
        {
            Objective.Time => "time",
            Objective.Energy => "energy",
            Objective.Carbon => "carbon",
            Objective.Devices => "devices",
            _ => "cost",
        };

    /// <summary>A ratio as a change: 1.12 is +12 %.</summary>
    public static string Change(double? ratio) =>
        ratio is { } known && double.IsFinite(known)
            ? string.Create(CultureInfo.InvariantCulture, $"{100 * (known - 1):+0.0;-0.0;0} %")
            : "not known";

    /// <summary>What a runner-up loses on, in a few words.</summary>
    public static string Loses(RunnerUp other, Objective objective) =>
        other.Largest is not { } part ? "not known"
        : Math.Abs(part.Change) < Least ? "almost nothing"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Sizes.Label(part.Part)} {100 * part.Change:+0.0;-0.0;0} % of the winner's {(objective == Objective.Devices ? "device time" : Name(objective))}"
        );
}
