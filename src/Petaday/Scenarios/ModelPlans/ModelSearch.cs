namespace Petaday.Scenarios.ModelPlans;

/// <summary>
/// Finds the best option without evaluating most of them. Options wait in the order of the best that they could be; the first is looked at more closely (peak rates, then profiles,
/// then its strategies) and put back, until the first in line has been evaluated and none behind it could be better by more than the tolerance. What is passed over is passed over by bounds, and by
/// <see cref="Overheads"/> that neighbours had; the answer is evaluated exactly.
/// </summary>
/// <param name="goal">The goal.</param>
/// <param name="evaluator">Evaluates exactly.</param>
/// <param name="bounds">Bounds step times.</param>
/// <param name="score">What is made small, of what keeps to no limit infinite.</param>
internal sealed class ModelSearch(ModelGoal goal, OptionEvaluator evaluator, OptionBounds bounds, Func<Need, double> score)
{
    private readonly Overheads overheads = new();
    private readonly Dictionary<ModelOption, EvaluatedOption?> evaluated = [];

    /// <summary>Options evaluated so far that fit.</summary>
    public IEnumerable<EvaluatedOption> Evaluated => evaluated.Values.OfType<EvaluatedOption>();

    /// <summary>The best of some machines and architectures; null where none has a finite score.</summary>
    /// <param name="machines">The machines.</param>
    /// <param name="shapes">The architectures.</param>
    /// <param name="tolerance">How much better than the answer what was passed over may be: a share of the score.</param>
    /// <param name="progress">Gets by how much the bound of what is left has come up to the answer; null where nobody listens.</param>
    public EvaluatedOption? Best(
        IReadOnlyList<MachineOffer> machines,
        IReadOnlyList<ShapeOffer> shapes,
        double tolerance,
        ProgressSpan? progress = null
    )
    {
        double Bar(EvaluatedOption? best) => Score(best) * (1 - tolerance);
        var queue = new PriorityQueue<(ModelOption Option, int Level), (double Score, int Devices, int Order)>();
        int order = 0;
        void Wait(ModelOption option, int level, double bound)
        {
            if (double.IsFinite(bound))
            {
                queue.Enqueue((option, level), (bound, option.Devices, order++));
            }
        }

        foreach (var machine in machines.Where(machine => machine.Devices.Length > 0))
        {
            foreach (var shape in shapes)
            {
                var widest = new ModelOption(machine, shape, machine.Devices[^1]);
                Wait(widest, 0, Optimistic(widest, OptionBounds.ByPeak(widest), goodput: 1));
            }
        }

        var best = Known(machines, shapes);
        double? least = null;
        while (queue.TryDequeue(out var next, out var at) && at.Score < Bar(best))
        {
            least ??= at.Score;
            if (best is not null)
            {
                progress?.Report((at.Score - least.Value) / (Bar(best) - least.Value));
            }

            if (next.Level == 0)
            {
                foreach (var option in Fitting(next.Option))
                {
                    Wait(option, 1, Profiled(option));
                }
            }
            else if (Profiled(next.Option) is var again && again > at.Score && queue.TryPeek(out _, out var second) && again > second.Score)
            {
                Wait(next.Option, 1, again);
            }
            else if (Evaluate(next.Option, Bar(best)) is { } found && score(found.Need) < Score(best))
            {
                best = found;
            }
        }

        progress?.Report(1);
        return best;
    }

    /// <summary>Whether an option's weights and states fit.</summary>
    public bool CanFit(ModelOption option) => bounds.CanFit(option);

    /// <summary>The time of a step that an option is taken to have by its bound and its neighbours, failures counted in; null where it could not run.</summary>
    public double? StepSeconds(ModelOption option, double overhead) =>
        bounds.Goodput(option.Machine, option.Devices) is { } goodput ? bounds.ByProfile(option) * (1 + overhead) / goodput : null;

    /// <summary>What an evaluated option took over its bound.</summary>
    public double Overhead(EvaluatedOption one) => (one.Candidate.Estimate.Time.Seconds / bounds.ByProfile(one.Option)) - 1;

    /// <summary>The best of what earlier searches evaluated.</summary>
    private EvaluatedOption? Known(IReadOnlyList<MachineOffer> machines, IReadOnlyList<ShapeOffer> shapes) =>
        Evaluated
            .Where(one => machines.Contains(one.Option.Machine) && shapes.Contains(one.Option.Shape) && double.IsFinite(score(one.Need)))
            .MinBy(one => score(one.Need));

    private IEnumerable<ModelOption> Fitting(ModelOption widest) =>
        widest.Machine.Devices.Select(devices => widest with { Devices = devices }).Where(bounds.CanFit);

    private double Score(EvaluatedOption? best) => best is null ? double.PositiveInfinity : score(best.Need);

    private double Profiled(ModelOption option) =>
        bounds.Goodput(option.Machine, option.Devices) is { } goodput
            ? Optimistic(option, bounds.ByProfile(option) * (1 + overheads.Least(option)), goodput)
            : double.PositiveInfinity;

    private double Optimistic(ModelOption option, double seconds, double goodput) =>
        score(TokenSolver.Solve(goal, option.Shape, option.Devices, seconds / goodput, option.Machine.Least));

    private EvaluatedOption? Evaluate(ModelOption option, double bar)
    {
        if (evaluated.TryGetValue(option, out var known) && known is not null)
        {
            return known;
        }

        double bound = bounds.ByProfile(option);
        double below = Below(option, bound, bar);
        var found = evaluator.Evaluate(option, below, score);
        evaluated[option] = found;
        double least = found is null ? below : found.Candidate.Estimate.Time.Seconds;
        if (double.IsFinite(least))
        {
            overheads.Note(option, (least / bound) - 1);
        }

        return found;
    }

    /// <summary>The step time above which an option is no better than the bar, by halving: scores grow with step times.</summary>
    private double Below(ModelOption option, double bound, double bar)
    {
        double goodput = bounds.Goodput(option.Machine, option.Devices) ?? 1;
        const double Most = 1e3;
        var (low, high) = (1.0, Most);
        if (Optimistic(option, bound * high, goodput) < bar)
        {
            return double.PositiveInfinity;
        }

        for (int halving = 0; halving < 40; halving++)
        {
            double middle = Math.Sqrt(low * high);
            (low, high) = Optimistic(option, bound * middle, goodput) < bar ? (middle, high) : (low, middle);
        }

        return bound * high;
    }
}
