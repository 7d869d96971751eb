namespace Petaday.Scenarios.Levers;

/// <summary>How the work of a study divides: by the sets of levers that each part looks at.</summary>
internal sealed class LeverProgress
{
    /// <summary>Divides it.</summary>
    /// <param name="progress">Gets the share of the study.</param>
    /// <param name="alone">Levers that are looked at alone.</param>
    /// <param name="wanted">Levers of the waterfall.</param>
    /// <param name="mostPaired">Of these, so many are looked at in pairs at most.</param>
    /// <param name="bySets">Whether the best set for an effort is looked for, too.</param>
    public LeverProgress(ProgressSpan progress, int alone, int wanted, int mostPaired, bool bySets)
    {
        int paired = Math.Min(wanted, mostPaired);
        double pairs = paired * (paired - 1) / 2.0;
        double all = Math.Max(1, alone + wanted + pairs + (bySets ? LeverStudies.MostSets / 2.0 : 0));
        Alone = progress.Part(0, alone / all);
        Waterfall = progress.Part(alone / all, (alone + wanted) / all);
        Pairs = progress.Part((alone + wanted) / all, (alone + wanted + pairs) / all);
        Sets = progress.Part((alone + wanted + pairs) / all, 1);
    }

    /// <summary>Every lever alone.</summary>
    public ProgressSpan Alone { get; }

    /// <summary>Levers on top of each other.</summary>
    public ProgressSpan Waterfall { get; }

    /// <summary>Pairs.</summary>
    public ProgressSpan Pairs { get; }

    /// <summary>Sets within the effort.</summary>
    public ProgressSpan Sets { get; }
}
