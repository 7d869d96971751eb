using System.Collections;
using System.Collections.Immutable;

namespace Petaday.Sites.Hours;

/// <summary>
/// The cheapest hours for work that may pause: dynamic programming over (hour, work done, at work before), exact up to a quarter of an hour of work. Of equal plans the one that
/// works earlier is taken.
/// </summary>
public static class PauseScheduler
{
    /// <summary>The most pairs of an hour and of work done that are looked at: two bits of memory each. Three years by the hour are within it.</summary>
    public const double MostStates = 7e8;

    private const int QuartersPerHour = 4;

    /// <summary>Pairs of an hour and of work done that <see cref="Best"/> looks at.</summary>
    public static double States(PauseProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Costs.Length * Math.Ceiling(problem.WorkHours * Ticks(problem));
    }

    /// <summary>The best plan; null where the work does not fit before the deadline.</summary>
    public static PausePlan? Best(PauseProblem problem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(problem.WorkHours);
        ArgumentOutOfRangeException.ThrowIfNegative(problem.HoldingCost);
        if (!(problem.RestartHours is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(problem), problem.RestartHours, "A restart loses at most an hour.");
        }

        int ticks = Ticks(problem);
        int lost = (int)Math.Ceiling((problem.RestartHours * ticks) - Slack);
        int need = (int)Math.Ceiling((problem.WorkHours * ticks) - Slack);
        if (need > (long)problem.Costs.Length * ticks)
        {
            return null;
        }

        var choices = new BitArray[problem.Costs.Length];
        double best = Fill(problem, choices, ticks, lost, need, cancellation);
        return double.IsFinite(best) ? Traced(choices, best, ticks, lost, need) : null;
    }

    private static int Ticks(PauseProblem problem) => problem.RestartHours == 0 ? 1 : QuartersPerHour;

    // Hours that come out of days and rates are off by a rounding or two.
    private const double Slack = 1e-9;

    /// <summary>A long method because it is a kernel: from the last hour back, the least cost of what is left, and whether to work.</summary>
    private static double Fill(PauseProblem problem, BitArray[] choices, int ticks, int lost, int need, CancellationToken cancellation)
    {
        // Index 2 × work done + (1 when at work in the hour before). Done work costs nothing more.
        double[] after = new double[2 * (need + 1)];
        double[] now = new double[2 * (need + 1)];
        Array.Fill(after, double.PositiveInfinity, 0, 2 * need);
        for (int hour = problem.Costs.Length - 1; hour >= 0; hour--)
        {
            cancellation.ThrowIfCancellationRequested();
            var choice = new BitArray(2 * need);
            for (int done = 0; done < need; done++)
            {
                double pause = problem.HoldingCost + after[2 * done];
                double whole = problem.HoldingCost + problem.Costs[hour] + after[(2 * Math.Min(need, done + ticks)) + 1];
                double restarted = problem.HoldingCost + problem.Costs[hour] + after[(2 * Math.Min(need, done + ticks - lost)) + 1];
                // The first start of all is not a restart.
                double fromPause = done == 0 ? whole : restarted;
                choice[2 * done] = fromPause <= pause;
                choice[(2 * done) + 1] = whole <= pause;
                now[2 * done] = Math.Min(fromPause, pause);
                now[(2 * done) + 1] = Math.Min(whole, pause);
            }

            choices[hour] = choice;
            (after, now) = (now, after);
            (after[2 * need], after[(2 * need) + 1]) = (0, 0);
        }

        return after[0];
    }

    private static PausePlan Traced(BitArray[] choices, double cost, int ticks, int lost, int need)
    {
        var running = ImmutableArray.CreateBuilder<bool>();
        int done = 0;
        int restarts = 0;
        bool before = false;
        for (int hour = 0; done < need; hour++)
        {
            bool works = choices[hour][(2 * done) + (before ? 1 : 0)];
            bool restart = works && !before && done > 0;
            running.Add(works);
            done +=
                !works ? 0
                : restart ? ticks - lost
                : ticks;
            restarts += restart ? 1 : 0;
            before = works;
        }

        return new PausePlan(running.ToImmutable(), cost, restarts);
    }
}
