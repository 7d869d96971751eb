using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;
using Petaday.Serving;

namespace Petaday.Scenarios.ServingCases;

/// <summary>What serving a scenario takes: the entry point that programs call.</summary>
public static class ServingEstimator
{
    /// <summary>An answer a case, in the order of the scenario; empty, with diagnostics added, where the scenario cannot be used.</summary>
    public static ImmutableArray<ServingAnswer> Estimate(Scenario scenario, Knowledge knowledge, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(diagnostics);
        try
        {
            var book = ServingBook.Read(knowledge.Library);
            return [.. ServingResolver.Resolve(scenario, knowledge, book, diagnostics).Select(one => Answer(one, book))];
        }
        catch (InvalidDataException defect)
        {
            // The shipped factors are whole, by test: these are of a person's own catalog.
            diagnostics.Add(new Diagnostic(DiagnosticCodes.MissingKey, null, 0, 0, "", defect.Message));
            return [];
        }
    }

    private static ServingAnswer Answer(ServingCase one, ServingBook book)
    {
        var result = ServingModel.Estimate(one.Question, book);
        return new ServingAnswer(one, result.Estimate, result.Search is { Best: null } search ? Why(one, search) : null);
    }

    private static Infeasibility Why(ServingCase one, ServingOutcome search)
    {
        var targets = one.Question.Targets;
        if (search.Nearest is not { } nearest)
        {
            return new Infeasibility(
                "memory",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{one.Model.Id} in {ServingWords.Of(one.Question.Format.Weights)} does not fit into any replica of {one.System.Spec.Id}: a device of the widest one would need {search.LeastDeviceBytes / (1L << 30):0.0} GiB and has {one.System.Spec.Accelerator.MemoryBytes / (1L << 30):0.0} GiB"
                ),
                "a narrower format of the weights, or a system with more memory"
            );
        }

        bool isSlow = targets.TokensPerSecondPerUser is { } speed && nearest.TokenSeconds * speed > 1;
        string reached = isSlow
            ? $"{(1 / nearest.TokenSeconds).ToString("0.0", CultureInfo.InvariantCulture)} tokens/s a user"
            : $"a first token after {new Quantity(nearest.FirstTokenSeconds, Dimension.Seconds).Format()}";
        return new Infeasibility(
            isSlow ? "serving.tokensPerSecondPerUser" : "serving.firstToken",
            $"no replica of {one.System.Spec.Id} is as fast as asked",
            $"{reached} on {nearest.Layout.Devices} devices a replica"
        );
    }
}
