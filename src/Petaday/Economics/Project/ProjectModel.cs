using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>The cost of a whole project: every cause, on the three bases. A new cause is a file and a row here.</summary>
public static class ProjectModel
{
    private static readonly ImmutableArray<CostCause> Causes =
    [
        ComputeCost.Cause,
        EnergyCost.Cause,
        StorageCost.Cause,
        DataCost.Cause,
        ExperimentCost.Cause,
        EvaluationCost.Cause,
        PeopleCost.Cause,
        UpdateCost.Cause,
        AdaptationCost.Cause,
        ComplianceCost.Cause,
    ];

    /// <summary>
    /// The cost of a project. A price that nobody states leaves the totals that need it without a value and says what is missing.
    /// Throws <see cref="ArgumentOutOfRangeException"/> for a negative or not finite number of the run.
    /// </summary>
    public static ProjectCost Estimate(ProjectInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var run = CostModel.Estimate(inputs.Compute, inputs.Factors);
        var known = run.Amortised.Value is null ? run.Rental : run.Amortised;
        Line on(PriceBasis basis) => On(basis, inputs, run, known);
        return new ProjectCost(
            run,
            inputs.Compute.Basis == MoneyBasis.Own ? PriceBasis.Amortised : PriceBasis.Rental,
            on(PriceBasis.Amortised),
            on(PriceBasis.Rental),
            on(PriceBasis.Acquisition),
            ProjectSizing.Of(inputs)
        );
    }

    /// <summary>The terms on which devices are rented; on demand where they are owned.</summary>
    internal static MoneyBasis Terms(ProjectInputs inputs) =>
        inputs.Compute.Basis == MoneyBasis.Own ? MoneyBasis.OnDemand : inputs.Compute.Basis;

    private static Line On(PriceBasis basis, ProjectInputs inputs, CostSummary run, Line known)
    {
        Line compute = basis switch
        {
            PriceBasis.Amortised => run.Amortised,
            PriceBasis.Rental => run.Rental,
            _ => run.Acquisition,
        };
        ProjectWork work = new(inputs, basis, compute, known);
        (string key, string name) = basis switch
        {
            PriceBasis.Amortised => ("amortised", "The project, owning its devices"),
            PriceBasis.Rental => ("rental", "The project, renting its devices"),
            _ => ("acquisition", "The project, buying the cluster"),
        };
        return Line.Sum(key, name, Dimension.Money, Causes.Select(cause => cause.On(work)));
    }
}
