namespace Petaday.Web.Texts;

/// <summary>What may stand in a place of a <see cref="PhraseTemplate"/>.</summary>
internal enum HoleKind
{
    /// <summary>A text that is translated in turn.</summary>
    Text,

    /// <summary>A number, a quantity or a date.</summary>
    Number,

    /// <summary>What somebody wrote: it stays as it is.</summary>
    Quoted,

    /// <summary>A text that is translated where the language can, and may stay as it is.</summary>
    Open,
}
