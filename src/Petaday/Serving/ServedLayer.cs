namespace Petaday.Serving;

/// <summary>Layers of one kind.</summary>
/// <param name="Count">How many.</param>
/// <param name="IsMoe">Whether they are mixtures of experts.</param>
/// <param name="Window">Tokens that a query attends to at most; null for all.</param>
public readonly record struct ServedLayer(int Count, bool IsMoe, int? Window)
{
    /// <summary>Keys that a query meets where <paramref name="context"/> tokens came before.</summary>
    public double Keys(double context) => Window is { } window ? Math.Min(window, context) : context;
}
