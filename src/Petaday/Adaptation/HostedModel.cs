using Petaday.Explanations;

namespace Petaday.Adaptation;

/// <summary>A model that a provider serves by the token.</summary>
/// <param name="Id">Its id; of open weights, the catalog's.</param>
/// <param name="Name">As people write it.</param>
/// <param name="Provider">Who serves it.</param>
/// <param name="IsOpen">Whether its weights are open.</param>
/// <param name="Input">Price of a token read, USD/token.</param>
/// <param name="CachedInput">Price of a token read again, USD/token: <paramref name="Input"/> where no other is listed.</param>
/// <param name="Output">Price of a token written, USD/token.</param>
/// <param name="Score">General quality; null where nobody at hand published it.</param>
public sealed record HostedModel(
    string Id,
    string Name,
    string Provider,
    bool IsOpen,
    Line Input,
    Line CachedInput,
    Line Output,
    Line? Score
);
