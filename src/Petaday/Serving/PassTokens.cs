namespace Petaday.Serving;

/// <summary>What one pass works on, on one device.</summary>
/// <param name="Rows">Tokens whose states this device's copy of attention computes.</param>
/// <param name="Context">Tokens before each, cached or in the same pass, on average.</param>
/// <param name="IsPrefill">Whether whole prompts are read; else each row is the next token of another sequence.</param>
/// <param name="PromptRows">Tokens of one prompt in a prefill pass; 1 otherwise.</param>
public readonly record struct PassTokens(double Rows, double Context, bool IsPrefill, double PromptRows)
{
    /// <summary>One token more for each of so many sequences.</summary>
    public static PassTokens Decode(double sequences, double context) => new(sequences, context, IsPrefill: false, 1);

    /// <summary>Prompts of <paramref name="prompt"/> new tokens behind <paramref name="cached"/> ones, so many tokens together.</summary>
    public static PassTokens Prefill(double rows, double prompt, double cached) =>
        new(rows, cached + (prompt / 2), IsPrefill: true, prompt);
}
