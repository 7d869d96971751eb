namespace Petaday.Scenarios.ModelPlans;

/// <summary>
/// How long to train. The loss falls with every token, so that the best number of tokens is the largest that the tightest limit allows: time, money and carbon are proportional
/// to optimizer updates, and none of it is searched for. With a loss or a compute as goal it is the least number that reaches it.
/// </summary>
internal static class TokenSolver
{
    // A limit that is met to the last digit is met.
    private const double Rounding = 1e-12;

    /// <summary>What an option takes at a time a step and at rates a device and second.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="shape">The architecture.</param>
    /// <param name="devices">Devices in the job.</param>
    /// <param name="stepSeconds">Seconds of an update on the wall, failures counted in.</param>
    /// <param name="rates">What a device uses up in a second; what is not known keeps to no limit, but to a budget.</param>
    public static Need Solve(ModelGoal goal, ShapeOffer shape, int devices, double stepSeconds, UseRates rates)
    {
        double deviceSeconds = devices * stepSeconds;
        double served = goal.ServedTokens / shape.TokensPerStep * shape.ServingShare;
        var limits = goal.Limits;
        // Each limit as updates that it allows: the budget's after what serving takes of it.
        var (binding, most) = Tightest([
            ("goal.deadline", (limits.DeadlineSeconds ?? double.PositiveInfinity) / stepSeconds),
            ("goal.budget", Allowed(limits.Budget, rates.Cost, deviceSeconds) - (limits.Budget is null ? 0 : served)),
            ("goal.carbonCap", Allowed(limits.CarbonCap, rates.Carbon, deviceSeconds)),
        ]);
        double wanted = Wanted(goal, shape);
        double steps = double.IsNaN(wanted)
            ? Math.Clamp(Math.Floor(most * (1 + Rounding)), ModelGoal.FewestSteps, Math.Floor(ModelGoal.MostTokens / shape.TokensPerStep))
            : wanted;
        double tokens = goal.Tokens ?? (steps * shape.TokensPerStep);
        double loss = shape.Question.Loss(tokens);
        double paid = deviceSeconds * (steps + served);
        double score = goal.IsLowestLoss
            ? loss
            : limits.Minimize switch
            {
                Objective.Time => steps * stepSeconds,
                Objective.Energy => paid * (rates.Energy ?? 0),
                Objective.Carbon => paid * (rates.Carbon ?? 0),
                _ => paid * (rates.Cost ?? 0),
            };
        double miss =
            !double.IsFinite(steps) || most <= 0 ? double.PositiveInfinity
            : steps <= most * (1 + Rounding) ? Math.Min(1, steps / most)
            : steps / most;
        return new Need(steps, tokens, loss, score, miss, binding);
    }

    /// <summary>Updates that reach a loss, a compute or a number of tokens; not-a-number where as many as possible are wanted.</summary>
    private static double Wanted(ModelGoal goal, ShapeOffer shape)
    {
        double tokens =
            goal.Loss is { } loss ? shape.Question.TokensFor(loss)
            : goal.Compute is { } flops ? flops / shape.FlopsPerToken
            : goal.Tokens ?? double.NaN;
        return Math.Max(goal.Tokens is null ? ModelGoal.FewestSteps : 1, Math.Ceiling(tokens / shape.TokensPerStep * (1 - Rounding)));
    }

    private static double Allowed(double? limit, double? rate, double deviceSeconds) =>
        limit is not { } most ? double.PositiveInfinity
        : rate is not { } known ? 0
        : most / (known * deviceSeconds);

    private static (string? Key, double Steps) Tightest(ReadOnlySpan<(string Key, double Steps)> limits)
    {
        (string? Key, double Steps) tightest = (null, double.PositiveInfinity);
        foreach (var limit in limits)
        {
            tightest = limit.Steps < tightest.Steps ? limit : tightest;
        }

        return tightest;
    }
}
