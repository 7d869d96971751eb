namespace Petaday.Adaptation;

/// <summary>A path with the model and the machines that it would take.</summary>
/// <param name="Path">The path.</param>
/// <param name="Base">The open model; null for a hosted one.</param>
/// <param name="Hosted">The hosted model; null for one on machines.</param>
/// <param name="Machines">The machines; null for a hosted model.</param>
internal sealed record Candidate(PathKind Path, BaseModel? Base, HostedModel? Hosted, MachineOffer? Machines)
{
    /// <summary>The model that writes the examples of a distillation; null elsewhere.</summary>
    public Candidate? Teacher { get; init; }

    public Place Place => Machines?.Place ?? Place.Hosted;

    public string ModelId => Base?.Id ?? Hosted!.Id;

    public string ModelName => Base?.Name ?? Hosted!.Name;

    /// <summary>Whether weights are trained.</summary>
    public bool Trains => Path is not (PathKind.HostedApi or PathKind.HostedOpen or PathKind.Prompt);

    /// <summary>How they learn.</summary>
    public TrainingMethod Method =>
        Path switch
        {
            PathKind.PreTrain => TrainingMethod.PreTrain,
            PathKind.Lora => TrainingMethod.Lora,
            PathKind.Qlora => TrainingMethod.Qlora,
            _ => TrainingMethod.Full,
        };
}
