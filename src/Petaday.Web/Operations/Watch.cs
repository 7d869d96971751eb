namespace Petaday.Web.Operations;

/// <summary>What a request waits for: it tells how far all of it is.</summary>
internal sealed class Watch
{
    private readonly List<Undertaking> works = [];
    private readonly Lock gate = new();
    private double share;

    /// <summary>Why nothing came of it; null where something did, or may yet.</summary>
    public Exception? Failure { get; set; }

    /// <summary>How far it is, on average; it never goes back. Waiting means that nothing has begun.</summary>
    public Advance Now
    {
        get
        {
            lock (gate)
            {
                var all = works.ConvertAll(work => work.Now);
                share = all.Count == 0 ? share : Math.Max(share, all.Average(one => one.Share));
                return new Advance(share, all.Count > 0 && all.TrueForAll(one => one.IsWaiting));
            }
        }
    }

    /// <summary>Looks at one more.</summary>
    public void Add(Undertaking work)
    {
        lock (gate)
        {
            works.Add(work);
        }
    }
}
