using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>How much of the time on the wall a job spends moving forward, from its failures, recovery and checkpoints, however long it runs.</summary>
public static class GoodputModel
{
    /// <summary>The goodput of a job, 0 to 1, with its explanation; its interval follows from the ranges that the sources give.</summary>
    /// <param name="devices">Devices in the job, 1 or more.</param>
    /// <param name="acceleratorId">Catalog id: chooses the failure rates.</param>
    /// <param name="inputs">What is known of the cluster.</param>
    /// <param name="defaults">What published runs saw.</param>
    public static Line Of(int devices, string acceleratorId, ReliabilityInputs inputs, RunDefaults defaults) =>
        Of(new JobShape(devices, acceleratorId), inputs, defaults);

    /// <summary>The same of a job whose checkpoints and nodes are known.</summary>
    public static Line Of(JobShape job, ReliabilityInputs inputs, RunDefaults defaults) => Calendar(job, inputs, defaults).Goodput;

    /// <summary>The calendar of a day's training: shares of it hold for a run of any length.</summary>
    public static RunCalendar Calendar(JobShape job, ReliabilityInputs inputs, RunDefaults defaults, bool withIntervals = true)
    {
        ReliabilityCheck.Of(job, inputs, defaults.Reliability);
        Line day = new("training", "Training", Units.SecondsPerDay, Dimension.Seconds);
        return RunCalendar.Of(job, ForwardLines.Of(day, job, inputs, defaults.Reliability), inputs, defaults.Reliability, withIntervals);
    }
}
