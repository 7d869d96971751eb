namespace Petaday.Adaptation;

/// <summary>On whom and on what a path makes one depend.</summary>
internal static class Dependencies
{
    public static string Of(Candidate candidate) =>
        candidate.Path switch
        {
            PathKind.HostedApi => $"{candidate.Hosted!.Provider}: its price, its terms, how long it keeps the model",
            PathKind.HostedOpen => $"{candidate.Hosted!.Provider}, who can be changed: others host the same weights",
            PathKind.Distil when candidate.Teacher?.Hosted is { } teacher =>
                $"none in use; the terms of {teacher.Provider} may forbid training on what its model writes",
            PathKind.PreTrain => "none but the machines",
            _ when candidate.Place == Place.Rented => "the licence of the weights; any provider of machines",
            _ => "the licence of the weights",
        };
}
