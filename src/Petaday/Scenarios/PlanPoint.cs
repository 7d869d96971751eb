using System.Globalization;
using Petaday.Planning;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>One plan that was evaluated: machines, strategy, site and price basis, with what it takes.</summary>
public sealed class PlanPoint
{
    internal PlanPoint(Case one, Candidate candidate, SearchAnswer? search, RunUse use)
    {
        (Case, Candidate, Search, Use) = (one, candidate, search, use);
        Figures = use.At(one.Site, one.Payment, Shift.None);
    }

    /// <summary>What was chosen.</summary>
    public Case Case { get; }

    /// <summary>How a step is spread over the devices.</summary>
    public Strategy Strategy => Candidate.Strategy;

    /// <summary>What it takes.</summary>
    public PlanFigures Figures { get; }

    /// <summary>Time of a step, s.</summary>
    public double StepSeconds => Candidate.Estimate.Time.Seconds;

    /// <summary>Model FLOPs utilisation, 0 to 1.</summary>
    public double Mfu => Candidate.Estimate.Mfu;

    /// <summary>Memory of the fullest device.</summary>
    public StepMemory Memory => Candidate.Estimate.Memory;

    internal Candidate Candidate { get; }

    internal SearchAnswer? Search { get; }

    internal RunUse Use { get; }

    /// <summary>Devices and system in a few words.</summary>
    public string Machines => string.Create(CultureInfo.InvariantCulture, $"{Case.Devices} x {Case.System.Entry.Id}");

    /// <summary>The layout in a few words: what makes it another plan to a person who chooses.</summary>
    public string Layout
    {
        get
        {
            (string Name, int Size)[] groups =
            [
                ("tensor", Strategy.Tensor),
                ("context", Strategy.Context),
                ("pipeline", Strategy.Pipeline),
                ("expert", Strategy.Expert),
            ];
            var split = groups.Where(group => group.Size > 1).Append(("micro-batch", Strategy.MicroBatch));
            return string.Join(", ", split.Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Item1} {group.Item2}")));
        }
    }

    /// <summary>Site and price basis.</summary>
    public string Place => $"{Case.Site.Id}, {Words.Of(Case.Payment.Basis)}";

    /// <summary>What makes it another plan than one that differs in small things, in the site or in the price alone.</summary>
    internal (string Model, string System, int Devices, int Tensor, int Context, int Pipeline, int Expert, int MicroBatch) Kind =>
        (
            Case.Model.Id,
            Case.System.Entry.Id,
            Case.Devices,
            Strategy.Tensor,
            Strategy.Context,
            Strategy.Pipeline,
            Strategy.Expert,
            Strategy.MicroBatch
        );
}
