namespace Petaday.Adaptation;

/// <summary>What a task asks of a model: which evidence applies.</summary>
public enum TaskKind
{
    /// <summary>One kind of input and a checkable answer: classification, extraction, a fixed format.</summary>
    Narrow,

    /// <summary>Open answers: chat, writing, reasoning, code.</summary>
    Open,

    /// <summary>A language or a domain that general models hardly know.</summary>
    Language,
}
