using System.Globalization;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Web.Requests;

namespace Petaday.Web.Operations;

/// <summary>What an operation is given.</summary>
/// <param name="Engine">What it answers from.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Progress">Gets the share of the work that is done; null where nobody watches.</param>
/// <param name="Cancellation">Ends the work when the client goes away.</param>
internal sealed record Work(Engine Engine, Question Question, IProgress<double>? Progress, CancellationToken Cancellation)
{
    // Keys of which each may be a list: every choice of one stands with every choice of the others.
    private static readonly string[] Wide =
    [
        "model",
        "system",
        "system.id",
        "system.devices",
        "stack",
        "site",
        "recipe.precision",
        "recipe.recompute",
        "recipe.sequence",
        "recipe.globalBatch",
        "money.devices",
        "money.terms",
    ];

    /// <summary>What is wrong with the question.</summary>
    public List<Diagnostic> Problems { get; } = [];

    /// <summary>What is asked beside the scenario's keys.</summary>
    public Asked Asked => new(name => Question.Rest.GetValueOrDefault(name));

    /// <summary>The result of an operation, worked out at most once while it is remembered.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="parameters">Names of its parameters beside the scenario's keys.</param>
    /// <param name="find">Works it out.</param>
    public Result Kept(string operation, IEnumerable<string> parameters, Func<Work, Result> find) =>
        Engine.Results.Of(ResultCache.Key(operation, parameters, Question), () => find(this), Cancellation);

    /// <summary>The scenario, no wider than one request may be; null, with <see cref="Problems"/> added, where it is wrong.</summary>
    public Scenario? Scenario()
    {
        if (Question.Scenario(Problems) is not { } scenario)
        {
            return null;
        }

        double choices = Wide.Select(key => Math.Max(1.0, scenario.Choices(key).Count)).Aggregate((one, other) => one * other);
        if (choices <= Engine.Options.MostCases)
        {
            return scenario;
        }

        Problems.Add(
            scenario.Root.Problem(
                DiagnosticCodes.OutOfRange,
                string.Create(CultureInfo.InvariantCulture, $"this leaves {choices:0} choices open"),
                $"at most {Engine.Options.MostCases}; the command line has no such limit"
            )
        );
        return null;
    }
}
