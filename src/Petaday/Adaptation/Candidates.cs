using System.Collections.Immutable;

namespace Petaday.Adaptation;

/// <summary>Every path with every model and all machines that could be taken.</summary>
internal static class Candidates
{
    private static readonly ImmutableArray<PathKind> OnMachines =
    [
        PathKind.Prompt,
        PathKind.Qlora,
        PathKind.Lora,
        PathKind.FullFineTune,
        PathKind.Distil,
        PathKind.ContinuePreTraining,
        PathKind.PreTrain,
    ];

    /// <summary>All of them, paths in their order.</summary>
    public static ImmutableArray<Candidate> Of(AdaptationTask task, AdaptationFacts facts) =>
        [
            .. facts
                .Hosted.Where(static model => model.Score is not null)
                .Select(static model => new Candidate(model.IsOpen ? PathKind.HostedOpen : PathKind.HostedApi, null, model, null)),
            .. from path in OnMachines
            from machines in facts.Machines
            from model in path == PathKind.PreTrain && !facts.Repeatable.IsEmpty ? facts.Repeatable : facts.Worthy
            select new Candidate(path, model, null, machines)
            {
                Teacher = path == PathKind.Distil ? Teacher(model, machines, task, facts) : null,
            },
        ];

    /// <summary>The candidate that an option was made of; null where the facts no longer have it.</summary>
    public static Candidate? Like(PathOption option, AdaptationTask task, AdaptationFacts facts)
    {
        if (option.Place == Place.Hosted)
        {
            return facts.Hosted.FirstOrDefault(model => model.Id == option.ModelId) is { } hosted
                ? new Candidate(option.Path, null, hosted, null)
                : null;
        }

        var model = facts.Bases.FirstOrDefault(model => model.Id == option.ModelId);
        var machines = facts.Machines.FirstOrDefault(offer => offer.Place == option.Place && offer.SystemId == option.SystemId);
        return model is null || machines is null
            ? null
            : new Candidate(option.Path, model, null, machines)
            {
                Teacher = option.Path == PathKind.Distil ? Teacher(model, machines, task, facts) : null,
            };
    }

    /// <summary>The best model that may read the data and write the examples; it must be better than its student.</summary>
    private static Candidate? Teacher(BaseModel student, MachineOffer machines, AdaptationTask task, AdaptationFacts facts)
    {
        if (task.Privacy != PrivacyLevel.OnPremises)
        {
            return facts.Best is { } best ? new Candidate(PathKind.HostedApi, null, best, null) : null;
        }

        return facts
            .Bases.Where(model => model.Score?.Value > student.Score?.Value && facts.Quotes.Serving(model, machines).Refusal is null)
            .OrderByDescending(static model => model.Score!.Value)
            .Select(model => new Candidate(PathKind.Prompt, model, null, machines))
            .FirstOrDefault();
    }
}
