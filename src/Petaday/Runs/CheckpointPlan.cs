namespace Petaday.Runs;

/// <summary>When to write checkpoints, and what breaks and checkpoints leave of the time (J. T. Daly, A higher order estimate of the optimum checkpoint interval, FGCS 22, 2006).</summary>
public static class CheckpointPlan
{
    /// <summary>Young's interval between checkpoints, s: τ = √(2 δ M) (J. W. Young, A first order approximation to the optimum checkpoint interval, CACM 17, 1974).</summary>
    /// <param name="stall">δ, seconds for which a checkpoint stops training; zero or above.</param>
    /// <param name="meanTimeBetweenFailures">M of the whole job, s; above zero.</param>
    public static double YoungInterval(double stall, double meanTimeBetweenFailures) => Math.Sqrt(2 * stall * meanTimeBetweenFailures);

    /// <summary>
    /// Daly's interval, s: τ = √(2 δ M) (1 + √(δ/2M)/3 + (δ/2M)/9) − δ, and M where δ ≥ 2 M (Daly 2006, equation 37).
    /// </summary>
    /// <param name="stall">δ, seconds for which a checkpoint stops training; zero or above.</param>
    /// <param name="meanTimeBetweenFailures">M of the whole job, s; above zero.</param>
    public static double BestInterval(double stall, double meanTimeBetweenFailures)
    {
        double ratio = stall / (2 * meanTimeBetweenFailures);
        return ratio >= 1
            ? meanTimeBetweenFailures
            : (YoungInterval(stall, meanTimeBetweenFailures) * (1 + (Math.Sqrt(ratio) / 3) + (ratio / 9))) - stall;
    }

    /// <summary>
    /// The share of time that moves training forward when failures come as a Poisson process and may also strike while recovering:
    /// τ / (M e^(R/M) (e^((τ+δ)/M) − 1)), Daly 2006, equation 20.
    /// </summary>
    /// <param name="interval">τ, seconds of training between checkpoints; above zero.</param>
    /// <param name="stall">δ, s.</param>
    /// <param name="recovery">R, seconds from a break to training again.</param>
    /// <param name="meanTimeBetweenFailures">M of the whole job, s.</param>
    /// <returns>0 to 1; 0 where the job breaks faster than it recovers.</returns>
    public static double Goodput(double interval, double stall, double recovery, double meanTimeBetweenFailures)
    {
        double m = meanTimeBetweenFailures;
        return interval / (m * Math.Exp(recovery / m) * ExpMinusOne((interval + stall) / m));
    }

    /// <summary>Failures that end a stretch of <paramref name="work"/> seconds before it is done, on average: e^(w/M) − 1.</summary>
    /// <param name="work">w, s.</param>
    /// <param name="meanTimeBetweenFailures">M, s.</param>
    public static double Attempts(double work, double meanTimeBetweenFailures) => ExpMinusOne(work / meanTimeBetweenFailures);

    /// <summary>
    /// Seconds of a stretch of work that are done and lost again, on average: M (e^(w/M) − 1) − w. What Daly's equation 20 has beside work and recovery.
    /// </summary>
    /// <param name="work">w, s.</param>
    /// <param name="meanTimeBetweenFailures">M, s.</param>
    public static double Lost(double work, double meanTimeBetweenFailures)
    {
        double x = work / meanTimeBetweenFailures;
        // M (e^x − 1 − x); the series keeps digits where a job breaks once in years.
        return meanTimeBetweenFailures * (x < 1e-3 ? x * x / 2 * (1 + (x / 3) + (x * x / 12)) : Math.Exp(x) - 1 - x);
    }

    /// <summary>
    /// Seconds spent between <paramref name="start"/> and <paramref name="end"/> of a recovery, on average, over all its attempts: M e^(R/M) (e^(−s/M) − e^(−e/M)).
    /// Over a whole recovery this is M (e^(R/M) − 1).
    /// </summary>
    /// <param name="start">s, seconds after the break.</param>
    /// <param name="end">e, seconds after the break, not before s.</param>
    /// <param name="recovery">R, s, not before e.</param>
    /// <param name="meanTimeBetweenFailures">M, s.</param>
    public static double Phase(double start, double end, double recovery, double meanTimeBetweenFailures)
    {
        double m = meanTimeBetweenFailures;
        return m * Math.Exp((recovery - end) / m) * ExpMinusOne((end - start) / m);
    }

    // e^x − 1 without losing digits for small x: a one-device job breaks once in years.
    private static double ExpMinusOne(double x) => Math.Abs(x) < 1e-5 ? x * (1 + (x / 2) + (x * x / 6)) : Math.Exp(x) - 1;
}
