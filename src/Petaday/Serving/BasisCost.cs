using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Serving;

/// <summary>What a month and a token cost on one price basis.</summary>
/// <param name="Month">USD of a month; its parts add up to it.</param>
/// <param name="PerInputToken">USD of a token of a prompt: the share of the time that prompts take.</param>
/// <param name="PerOutputToken">USD of a token of an answer: the rest of the time.</param>
/// <param name="PerToken">USD of a token of either.</param>
/// <param name="PerRequest">USD of a request.</param>
public sealed record BasisCost(Line Month, Line PerInputToken, Line PerOutputToken, Line PerToken, Line PerRequest)
{
    /// <summary>Shares a month's cost out over its tokens.</summary>
    public static BasisCost Of(Line month, ServingDemand demand, ServiceRate rate, ServingBook book)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(rate);
        ArgumentNullException.ThrowIfNull(book);
        Line cost = Reference.To(month, "cost");
        Line share = Reference.To(rate.PromptShare, "throughput");
        Line requests = Line.Product("requestsOfMonth", "Requests of a month", Reference.To(demand.Requests, "demand"), book.Month);
        Line input = Line.Product("inputTokens", "Prompt tokens of a month", requests, demand.PromptTokens);
        Line output = Line.Product("outputTokens", "Output tokens of a month", requests, demand.OutputTokens);
        return new BasisCost(
            month,
            Per(
                "perInputToken",
                "A token of a prompt",
                "cost × share of prompts / prompt tokens",
                static p => p[0] * p[1] / p[2],
                cost,
                share,
                input
            ),
            Per(
                "perOutputToken",
                "A token of an answer",
                "cost × (1 − share of prompts) / output tokens",
                static p => p[0] * (1 - p[1]) / p[2],
                cost,
                share,
                output
            ),
            Per(
                "perToken",
                "A token of either",
                "cost / (prompt tokens + output tokens)",
                static p => p[0] / (p[1] + p[2]),
                cost,
                input,
                output
            ),
            Line.Computed(
                "perRequest",
                "A request",
                Dimension.Money / Dimension.Requests,
                "cost / requests",
                static parts => parts[0] / parts[1],
                cost,
                requests
            )
        );
    }

    private static Line Per(string key, string name, string formula, LineFormula compute, params IEnumerable<Line> parts) =>
        Line.Computed(key, name, Dimension.MoneyPerToken, formula, compute, parts);
}
