namespace Petaday.Adaptation;

/// <summary>One path with its best model and machines: what it takes, gives and risks. Every line explains itself.</summary>
/// <param name="Path">The path.</param>
/// <param name="ModelId">The model that it starts from or calls.</param>
/// <param name="ModelName">As people write it.</param>
/// <param name="Place">Where it runs.</param>
/// <param name="SystemId">Its machines; null for a provider's.</param>
/// <param name="Refusal">Why it is not allowed; null where it is.</param>
/// <param name="Money">What it costs and returns; null where that cannot be worked out.</param>
public sealed record PathOption(
    PathKind Path,
    string ModelId,
    string ModelName,
    Place Place,
    string? SystemId,
    Refusal? Refusal,
    PathMoney? Money
)
{
    /// <summary>Memory of the fullest device in training, B; null where nothing is trained.</summary>
    public double? TrainingBytes { get; init; }

    /// <summary>Devices of a training run; null where nothing is trained.</summary>
    public double? TrainingDevices { get; init; }

    /// <summary>On whom and on what one depends.</summary>
    public required string Dependency { get; init; }

    /// <summary>Whether it may be gone.</summary>
    public bool IsAllowed => Refusal is null && Money is not null;

    /// <summary>A few words for it: "LoRA of Qwen3 8B on rented dgx-h100".</summary>
    public string Title =>
        Path switch
        {
            PathKind.HostedApi => $"{ModelName} through its API",
            PathKind.HostedOpen => $"{ModelName}, hosted, prompted",
            PathKind.Prompt => $"{ModelName}, prompted, on {PathNames.Of(Place)} {SystemId}",
            _ => $"{PathNames.Name(Path)} of {ModelName} on {PathNames.Of(Place)} {SystemId}",
        };
}
