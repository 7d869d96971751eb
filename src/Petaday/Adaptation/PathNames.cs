namespace Petaday.Adaptation;

/// <summary>The words for paths, tasks, places: one for each, in keys, files and messages.</summary>
public static class PathNames
{
    /// <summary>The key of a path in catalog/factors/adaptation.yaml and in results.</summary>
    public static string Key(PathKind path) =>
        path switch
        {
            PathKind.HostedApi => "hostedApi",
            PathKind.HostedOpen => "hostedOpen",
            PathKind.Prompt => "prompt",
            PathKind.Qlora => "qlora",
            PathKind.Lora => "lora",
            PathKind.FullFineTune => "fullFineTune",
            PathKind.Distil => "distil",
            PathKind.ContinuePreTraining => "continuePreTraining",
            _ => "preTrain",
        };

    /// <summary>What a person reads.</summary>
    public static string Name(PathKind path) =>
        path switch
        {
            PathKind.HostedApi => "hosted API",
            PathKind.HostedOpen => "hosted open model, prompted",
            PathKind.Prompt => "open model, prompted",
            PathKind.Qlora => "QLoRA",
            PathKind.Lora => "LoRA",
            PathKind.FullFineTune => "full fine-tuning",
            PathKind.Distil => "distillation",
            PathKind.ContinuePreTraining => "continued pre-training",
            _ => "pre-training",
        };

    /// <summary>The word of a kind of task.</summary>
    public static string Of(TaskKind kind) =>
        kind switch
        {
            TaskKind.Narrow => "narrow",
            TaskKind.Open => "open",
            _ => "language",
        };

    /// <summary>The word of a level of privacy.</summary>
    public static string Of(PrivacyLevel privacy) =>
        privacy switch
        {
            PrivacyLevel.Public => "public",
            PrivacyLevel.Confidential => "confidential",
            _ => "on-premises",
        };

    /// <summary>The word of a place.</summary>
    public static string Of(Place place) =>
        place switch
        {
            Place.Hosted => "hosted",
            Place.Rented => "rented",
            Place.AtHand => "at hand",
            _ => "bought",
        };
}
