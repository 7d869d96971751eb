namespace Petaday.Tests.Runs;

/// <summary>
/// A job played out failure by failure: every cause has a clock of its own, a break loses what was done since the last checkpoint, and a job may break again while it
/// recovers. It knows nothing of the closed forms: their check.
/// </summary>
/// <param name="random">Seeded.</param>
/// <param name="meanTimes">Mean time between failures of each cause, s.</param>
/// <param name="interval">Training between checkpoints, s.</param>
/// <param name="stall">For how long a checkpoint stops training, s.</param>
/// <param name="phases">Phases of recovery, s.</param>
/// <param name="warned">The cause that leaves time for a checkpoint; -1 for none.</param>
internal sealed class JobSimulation(Random random, double[] meanTimes, double interval, double stall, double[] phases, int warned = -1)
{
    private readonly double[] next = [.. meanTimes.Select(mean => Exponential(random, mean))];
    private double now;

    public double Training { get; private set; }

    public double Stalls { get; private set; }

    public double Lost { get; private set; }

    public int Failures { get; private set; }

    public double[] Phases { get; } = new double[phases.Length];

    public double Elapsed => now;

    public JobSimulation Run(double work)
    {
        while (Training < work)
        {
            double started = now;
            if (Pass(interval + stall, out int cause))
            {
                Training += interval;
                Stalls += stall;
                continue;
            }

            double done = now - started;
            if (cause == warned)
            {
                Training += Math.Min(done, interval);
                Stalls += Math.Max(0, done - interval);
            }
            else
            {
                Lost += done;
            }

            Recover();
        }

        return this;
    }

    private void Recover()
    {
        for (int phase = 0; phase < phases.Length; )
        {
            double started = now;
            bool through = Pass(phases[phase], out _);
            Phases[phase] += now - started;
            phase = through ? phase + 1 : 0;
        }
    }

    /// <summary>Lets time pass; false where a failure comes first, and then whose.</summary>
    private bool Pass(double seconds, out int cause)
    {
        cause = Array.IndexOf(next, next.Min());
        if (next[cause] > now + seconds)
        {
            now += seconds;
            return true;
        }

        now = next[cause];
        next[cause] = now + Exponential(random, meanTimes[cause]);
        Failures++;
        return false;
    }

    private static double Exponential(Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());
}
