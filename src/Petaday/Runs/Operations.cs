using Petaday.Explanations;

namespace Petaday.Runs;

/// <summary>Who notices a break and brings the run back, as a word of catalog/factors/runs.yaml (`automated`, `scheduled`, `manual`).</summary>
/// <param name="Detection">From the break to knowing what broke, s.</param>
/// <param name="Restart">Replacing what broke and starting the job, s; without communicators and without reading the checkpoint.</param>
public sealed record Operations(Line Detection, Line Restart)
{
    /// <summary>What most published large runs have: machinery that finds faults and restarts the job.</summary>
    public const string Usual = "automated";

    /// <summary>People at work: no machinery finds faults or weeds out bad nodes.</summary>
    public const string Manual = "manual";
}
