using System.Collections.Immutable;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Scenarios.Levers;

/// <summary>A waterfall as it is made: what has been pulled, where the metric stands, and how wide its interval has become.</summary>
internal sealed class Falling(double start, Func<Lever, double?> alone)
{
    private double? reached;
    private double below;
    private double above;

    /// <summary>Levers pulled so far, in the order of pulling.</summary>
    public ImmutableArray<Lever> Pulled { get; private set; } = [];

    /// <summary>The steps so far.</summary>
    public List<LeverStep> Steps { get; } = [];

    /// <summary>
    /// One more lever, after which the metric is <paramref name="after"/>. Half-widths of the levers' intervals, on logarithms, are added in quadrature: their errors are
    /// taken as independent.
    /// </summary>
    public void Pull(Lever lever, LeverFigures figures, double after)
    {
        double now = reached ?? start;
        double ratio = after / now;
        var spread = lever.Around(ratio);
        below = Norm(below, Math.Log(ratio / spread.Low));
        above = Norm(above, Math.Log(spread.High / ratio));
        Steps.Add(new LeverStep(lever, figures, now, after, Around(after), alone(lever), null));
        (reached, Pulled) = (after, Pulled.Add(lever));
    }

    /// <summary>A lever that is passed over.</summary>
    public void Pass(Lever lever, string why)
    {
        double now = reached ?? start;
        Steps.Add(new LeverStep(lever, null, now, now, Around(now), alone(lever), why));
    }

    private Interval Around(double value) => new(value / start * Math.Exp(-below), value / start * Math.Exp(above));

    private static double Norm(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
