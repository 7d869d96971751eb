namespace Petaday.Adaptation;

/// <summary>A way to a model that does a task.</summary>
public enum PathKind
{
    /// <summary>A closed model behind an API, prompted.</summary>
    HostedApi,

    /// <summary>An open model that a provider hosts, prompted.</summary>
    HostedOpen,

    /// <summary>An open model on machines of one's own choice, prompted: examples or retrieved passages in the prompt.</summary>
    Prompt,

    /// <summary>Low-rank adapters on 4-bit weights.</summary>
    Qlora,

    /// <summary>Low-rank adapters.</summary>
    Lora,

    /// <summary>All weights of an open model trained on examples.</summary>
    FullFineTune,

    /// <summary>A small model trained on what a larger one writes.</summary>
    Distil,

    /// <summary>An open model trained further on the domain's text, then on examples.</summary>
    ContinuePreTraining,

    /// <summary>A model trained from scratch; of a model that is there already: retraining.</summary>
    PreTrain,
}
