namespace Petaday.Runs;

/// <summary>
/// The dense model that a mixture of experts is as good as: active^(1 − w) × total^w parameters, w from pairs of models trained on the same data
/// (catalog/factors/loss.yaml). With w = ½ it is the geometric mean of both counts; a dense model is its own.
/// </summary>
public static class EffectiveParameters
{
    /// <summary>Parameters that a law of dense models takes.</summary>
    /// <param name="total">All parameters, above zero.</param>
    /// <param name="active">Parameters that a token passes through, above zero, at most <paramref name="total"/>.</param>
    /// <param name="share">w, 0 to 1.</param>
    public static double Of(double total, double active, double share)
    {
        Bounds.Positive(total);
        Bounds.Positive(active);
        return active == total ? total : active * Math.Pow(total / active, share);
    }
}
