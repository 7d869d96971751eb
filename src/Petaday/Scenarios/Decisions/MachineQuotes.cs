using System.Collections.Concurrent;
using Petaday.Adaptation;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Serving;

namespace Petaday.Scenarios.Decisions;

/// <summary>What machines do with a model, from the step model and its search; each asked for once.</summary>
internal sealed class MachineQuotes(
    Scenario scenario,
    Knowledge knowledge,
    AdaptationTask task,
    AdaptationFactors factors,
    IReadOnlyDictionary<string, ModelChoice> models,
    IReadOnlyDictionary<string, SystemChoice> systems,
    ServingBook serving,
    TimeProvider clock,
    CancellationToken cancellation
) : IMachineQuotes
{
    private const int TunedSequence = 2048;
    private const double LeastRead = 0.01;
    private readonly ConcurrentDictionary<(string Model, TrainingMethod Method, string System, int? Most), TrainingQuote> trainings = new();
    private readonly ConcurrentDictionary<(string Model, string System, int? Most), ServingQuote> servings = new();

    /// <inheritdoc/>
    public TrainingQuote Training(BaseModel model, TrainingMethod method, MachineOffer machines) =>
        trainings.GetOrAdd((model.Id, method, machines.SystemId, machines.Most), _ => Worked(model, method, machines));

    /// <inheritdoc/>
    public ServingQuote Serving(BaseModel model, MachineOffer machines) =>
        servings.GetOrAdd(
            (model.Id, machines.SystemId, machines.Most),
            _ =>
                ServingQuotes.Of(
                    models[model.Id],
                    systems[machines.SystemId].Spec,
                    new RequestMix(
                        task.RequestTokens,
                        Math.Max(1, task.RequestTokens * task.OutputShare / Math.Max(LeastRead, 1 - task.OutputShare))
                    ),
                    machines.Most,
                    serving
                )
        );

    private TrainingQuote Worked(BaseModel model, TrainingMethod method, MachineOffer machines)
    {
        List<Diagnostic> problems = [];
        var asked = Asked(model, method, machines);
        if (
            ScenarioResolver.Resolve(asked, knowledge, ScenarioWish.Estimate, problems) is not { Cases: [var one, ..] }
            || Estimator.Estimate(one, asked, knowledge, clock, problems, null, cancellation) is not { } outcome
        )
        {
            return Refused(0, 0, problems.Count > 0 ? problems[0].Message : "it cannot be trained there");
        }

        return outcome switch
        {
            { Infeasible: { } why, Answer: var near } => Refused(
                near?.Memory.BytesPerDevice ?? 0,
                near?.Memory.CapacityBytes ?? 0,
                $"{model.Name} on {one.Devices} devices of {machines.SystemId}: {why.Message}"
            ),
            { Answer: { } answer } => Quote(answer, one),
            _ => Refused(0, 0, "it cannot be trained there"),
        };
    }

    private static TrainingQuote Quote(Answer answer, Case one)
    {
        Line step = new("stepSeconds", "Time of a step", answer.Step.Seconds, Dimension.Seconds)
        {
            Interval = answer.Intervals.TryGetValue("step.seconds", out var interval) ? interval : null,
            Note = $"{one.Model.Id} on {one.Devices} × {one.System.Entry.Id}, {one.Stack.Entry.Id}: 'petaday estimate' opens it",
        };
        return new TrainingQuote(
            new Line("devices", "Devices for training", one.Devices, Dimension.None),
            Line.Computed(
                "secondsPerToken",
                "Time of a token",
                Dimension.Seconds / Dimension.Tokens,
                "time of a step / tokens of a step / goodput",
                static parts => parts[0] / parts[1] / parts[2],
                step,
                new Line("stepTokens", "Tokens of a step", one.Recipe.TokensPerStep, Dimension.Tokens),
                new Line("goodput", "Goodput", answer.Run.Goodput ?? 1, Dimension.None)
            ),
            answer.Memory.BytesPerDevice,
            answer.Memory.CapacityBytes,
            null
        );
    }

    private static TrainingQuote Refused(double bytes, double capacity, string why) =>
        new(
            Line.Unknown("devices", "Devices for training", Dimension.None, why),
            Line.Unknown("secondsPerToken", "Time of a token", Dimension.Seconds / Dimension.Tokens, why),
            bytes,
            capacity,
            why
        );

    /// <summary>The scenario of the training alone, with what the asker said of site, money and stack.</summary>
    private Scenario Asked(BaseModel model, TrainingMethod method, MachineOffer machines)
    {
        bool scratch = method == TrainingMethod.PreTrain;
        List<(string Key, string Text)> keys =
        [
            ("model", model.Id),
            ("recipe.task", Words.Of(AsTask(method))),
            ("recipe.tokens", Text(scratch ? model.PretrainingTokens.Value ?? 0 : TunedTokens(method))),
            ("system.id", machines.SystemId),
            ("money.devices", "rent"),
        ];
        if (!scratch)
        {
            keys.Add(("recipe.sequence", Text(Math.Min(TunedSequence, models[model.Id].Context ?? TunedSequence))));
        }

        if (machines.Most is { } most)
        {
            keys.Add(("system.devices", Text(1 << (int)Math.Log2(most))));
        }

        var root = Node.Map(scenario.Root.Place, [.. scenario.Root.Entries.Where(static entry => entry.Key is "site" or "stack")]);
        foreach (var (key, text) in keys)
        {
            root = Overlay.Merge(root, Overlay.Single(key, text, "decide", takesList: false));
        }

        return new Scenario(root) { Files = scenario.Files };
    }

    private double TunedTokens(TrainingMethod method)
    {
        double examples = Math.Max(task.Examples, factors.Plain("distilExamples", "Examples that the teacher writes").Value!.Value);
        double tuned = factors.Plain("epochs", "Passes over the examples").Value!.Value * examples * task.ExampleTokens;
        return method == TrainingMethod.Full ? Math.Max(tuned, task.DomainTokens) : tuned;
    }

    private static Petaday.Training.TrainingTask AsTask(TrainingMethod method) =>
        method switch
        {
            TrainingMethod.Lora => Petaday.Training.TrainingTask.Lora,
            TrainingMethod.Qlora => Petaday.Training.TrainingTask.Qlora,
            TrainingMethod.Full => Petaday.Training.TrainingTask.FineTune,
            _ => Petaday.Training.TrainingTask.Pretrain,
        };

    private static string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
