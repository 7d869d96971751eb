using System.Collections.Immutable;

namespace Petaday.Sites;

/// <summary>Where data and work may be: ids, countries, kinds of places or providers, allowed and denied.</summary>
/// <param name="Allow">What may be; empty where all may.</param>
/// <param name="Deny">What may not be, whatever is allowed.</param>
public sealed record Residency(ImmutableArray<string> Allow, ImmutableArray<string> Deny)
{
    /// <summary>No rule.</summary>
    public static Residency None { get; } = new([], []);

    /// <summary>Why a place is refused; null where it is not.</summary>
    public string? Refusal(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Deny.FirstOrDefault(rule => Matches(rule, place)) is { } denied ? $"denied by '{denied}'"
            : Allow.IsEmpty || Allow.Any(rule => Matches(rule, place)) ? null
            : $"not among what is allowed ({string.Join(", ", Allow)})";
    }

    /// <summary>Whether a rule names a place: by id, country, kind or provider.</summary>
    public static bool Matches(string rule, Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Names(place).Contains(rule, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What a rule may say to name a place.</summary>
    public static IEnumerable<string> Names(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new[] { place.Id, place.Country, place.Kind, place.Provider }.OfType<string>();
    }
}
