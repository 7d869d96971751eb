using System.Globalization;
using Petaday.Quantities;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Reports;

/// <summary>Figures of a sweep as a person reads them.</summary>
internal static class SweepText
{
    /// <summary>A result in its usual unit; a hyphen where it is not known.</summary>
    public static string Of(ResultKey key, ResultValue value) =>
        value.Text
        ?? (
            value.Number is not { } number ? "-"
            : key.IsShare ? Sizes.Share(number)
            : key.Dimension == Dimension.Bytes ? Sizes.Memory(number)
            : key.Dimension == Dimension.Joules ? Sizes.Energy(number * key.Scale)
            : key.Dimension != Dimension.None ? Sizes.Of(number * key.Scale, key.Dimension)
            : key.Unit.Length > 0 ? $"{Sizes.Number(number)} {key.Unit}"
            : Sizes.Number(number)
        );

    /// <summary>Whether a point can be done; if not, what binds.</summary>
    public static string Verdict(SweepPoint point) =>
        point.Infeasible is { } infeasible ? $"NO: {infeasible.Constraint}: {infeasible.Message}" : "yes";

    /// <summary>A point's place: <c>system.devices = 64</c>.</summary>
    public static string Place(Sweep sweep, SweepPoint point) =>
        string.Join(", ", sweep.Keys.Select((key, index) => $"{key.Path} = {point.At[index].Text}"));

    /// <summary>That the work was stopped; null where it was not.</summary>
    public static string? Partial(Sweep sweep) =>
        sweep.IsPartial
            ? string.Create(CultureInfo.InvariantCulture, $"Stopped: {sweep.Points.Length} of {sweep.Asked} points were worked out.")
            : null;
}
