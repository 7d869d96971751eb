namespace Petaday.Validation.Evidence;

/// <summary>Names of what is measured over a subset or all rows, as the catalog's tables of peers and targets write them. All are shares.</summary>
public static class Measures
{
    /// <summary>Median of the sizes of step time's errors.</summary>
    public const string StepMedian = "step.medianAbsError";

    /// <summary>Their mean.</summary>
    public const string StepMean = "step.meanAbsError";

    /// <summary>The size that nine in ten stay under.</summary>
    public const string StepNineInTen = "step.p90AbsError";

    /// <summary>The largest.</summary>
    public const string StepLargest = "step.maxAbsError";

    /// <summary>Share of scored rows with a prediction.</summary>
    public const string StepEvaluated = "step.evaluated";

    /// <summary>Share of rows whose 90 % interval holds the measured value.</summary>
    public const string StepCoverage = "step.coverage90";

    /// <summary>The largest median of a source of ten rows or more.</summary>
    public const string WorstSource = "step.worstSourceMedian";

    /// <summary>The least coverage of an accelerator of twenty rows or more.</summary>
    public const string LeastCoverage = "step.leastAcceleratorCoverage90";

    /// <summary>Median of the sizes of memory's errors.</summary>
    public const string MemoryMedian = "memory.medianAbsError";

    /// <summary>The size that nine in ten stay under.</summary>
    public const string MemoryNineInTen = "memory.p90AbsError";

    /// <summary>Share of runs with an outcome whose fitting is told right.</summary>
    public const string FitAccuracy = "memory.fitAccuracy";

    /// <summary>Mean of the sizes of activation memory's errors.</summary>
    public const string ActivationMean = "activations.meanAbsError";

    /// <summary>The largest.</summary>
    public const string ActivationLargest = "activations.maxAbsError";

    /// <summary>Measured throughput of the layout that is predicted best over that of the best, averaged over groups.</summary>
    public const string PickedShare = "picking.share";

    /// <summary>Words for a reader; the name itself where it is not known.</summary>
    public static string Words(string measure) =>
        measure switch
        {
            StepMedian => "step time: median error",
            StepMean => "step time: mean error",
            StepNineInTen => "step time: nine in ten below",
            StepLargest => "step time: largest error",
            StepEvaluated => "scored rows evaluated",
            StepCoverage => "inside the 90 % interval",
            WorstSource => "step time: median error of the worst source of ten rows or more",
            LeastCoverage => "inside the 90 % interval, the worst accelerator of 20 rows or more",
            MemoryMedian => "memory: median error",
            MemoryNineInTen => "memory: nine in ten below",
            FitAccuracy => "fits or not, told right",
            ActivationMean => "activation memory: mean error",
            ActivationLargest => "activation memory: largest error",
            PickedShare => "throughput of the pick over the best",
            _ => measure,
        };
}
