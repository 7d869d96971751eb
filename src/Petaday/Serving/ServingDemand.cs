using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Serving;

/// <summary>What is asked of a service, each figure a line.</summary>
/// <param name="Requests">Mean rate of requests, request/s.</param>
/// <param name="PromptTokens">Tokens of the mean prompt, token/request.</param>
/// <param name="OutputTokens">Tokens of the mean answer, token/request.</param>
/// <param name="CachedShare">Share of a prompt that is cached from earlier requests, 0 to below 1.</param>
/// <param name="PeakFactor">Peak over mean, 1 or more.</param>
/// <param name="PeakUse">Share of their capacity that replicas are loaded to at the peak, above 0 to 1.</param>
public sealed record ServingDemand(Line Requests, Line PromptTokens, Line OutputTokens, Line CachedShare, Line PeakFactor, Line PeakUse)
{
    private const double SecondsPerDay = Units.SecondsPerDay;

    private static Dimension Rate => Dimension.Requests / Dimension.Seconds;

    /// <summary>The mean request, for the search of a replica.</summary>
    public RequestMix Mix =>
        new(PromptTokens.Value.GetValueOrDefault(), OutputTokens.Value.GetValueOrDefault(), CachedShare.Value.GetValueOrDefault());

    /// <summary>Requests at the peak, request/s.</summary>
    public Line PeakRequests => Line.Product("peakRequests", "Requests at the peak", Reference.To(Requests, "demand"), PeakFactor);

    /// <summary>Tokens of prompts a second, on average.</summary>
    public Line InputRate => Line.Product("inputRate", "Prompt tokens a second", Reference.To(Requests, "demand"), PromptTokens);

    /// <summary>Tokens of answers a second, on average.</summary>
    public Line OutputRate => Line.Product("outputRate", "Output tokens a second", Reference.To(Requests, "demand"), OutputTokens);

    /// <summary>Requests of so many users.</summary>
    /// <param name="users">Users, a count.</param>
    /// <param name="perDay">Requests of one on a day.</param>
    public static Line OfUsers(Line users, Line perDay) =>
        Line.Computed(
            "requests",
            "Requests",
            Rate,
            "users × requests of a user on a day / day",
            static parts => parts[0] * parts[1] / SecondsPerDay,
            users,
            perDay
        );

    /// <summary>A number of requests in a month.</summary>
    public static Line OfMonth(Line requests, Line month) =>
        Line.Computed("requests", "Requests", Rate, "requests of a month / month", static parts => parts[0] / parts[1], requests, month);

    /// <summary>A number of tokens in a month, prompts and answers together.</summary>
    public static Line OfTokens(Line tokens, Line month, Line prompt, Line output) =>
        Line.Computed(
            "requests",
            "Requests",
            Rate,
            "tokens of a month / (month × (tokens of a prompt + tokens of an answer))",
            static parts => parts[0] / (parts[1] * (parts[2] + parts[3])),
            tokens,
            month,
            prompt,
            output
        );

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> where a known figure is outside its range.</summary>
    internal void Check()
    {
        Positive(Requests);
        Positive(PromptTokens);
        Positive(OutputTokens);
        if (CachedShare.Value is { } cached && !(cached is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(CachedShare), cached, "A cached share is 0 or more and below 1.");
        }

        if (PeakFactor.Value is { } peak && !(peak >= 1 && double.IsFinite(peak)))
        {
            throw new ArgumentOutOfRangeException(nameof(PeakFactor), peak, "A peak is no lower than the mean.");
        }

        if (PeakUse.Value is { } use && !(use is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(PeakUse), use, "A load is above 0 and at most 1.");
        }
    }

    private static void Positive(Line line)
    {
        if (line.Value is { } value && !(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(line.Key, value, "Expected a finite number above zero.");
        }
    }
}
