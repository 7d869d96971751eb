using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;

namespace Petaday.Adaptation;

/// <summary>Why a path is recommended, in sentences that a person can check against the figures.</summary>
internal static class Reasons
{
    public static ImmutableArray<string> Of(AdaptationTask task, ImmutableArray<PathOption> options, PathOption? recommended)
    {
        if (recommended?.Money is not { } money)
        {
            return [];
        }

        List<string> reasons = [];
        bool sure = money.Chance.Value >= task.Confidence;
        reasons.Add(
            sure
                ? $"It is expected to reach {Share(money.Quality.Value)} of the best hosted model's quality where {Share(task.Quality)} is wanted: a chance of {Share(money.Chance.Value)}, and {Share(task.Confidence)} is asked for."
                : $"No allowed path reaches {Share(task.Quality)} of the best hosted model's quality with a chance of {Share(task.Confidence)}; this one comes nearest with {Share(money.Chance.Value)}."
        );
        if (sure && Next(task, options, recommended) is { Money: { } other } next)
        {
            double lead = money.Expected.Value.GetValueOrDefault() - other.Expected.Value.GetValueOrDefault();
            reasons.Add(
                $"Of the paths that are as sure it is worth most: {Money(lead)} of today more than the next, {next.Title} ({Money(other.UpFront.Value)} up front and {Money(other.Monthly.Value)} a month, against {Money(money.UpFront.Value)} and {Money(money.Monthly.Value)})."
            );
        }

        reasons.AddRange(
            options
                .Where(option => option.IsAllowed && option.Money!.Chance.Value < task.Confidence && sure)
                .Where(option => option.Money!.Expected.Value > money.Expected.Value)
                .Select(option =>
                    $"{option.Title} would be worth more, but reaches the quality with a chance of {Share(option.Money!.Chance.Value)} only."
                )
        );
        reasons.AddRange(
            options
                .Where(static option => option.Refusal is not null)
                .GroupBy(static option => option.Refusal!.Constraint)
                .Select(group =>
                    $"Not allowed by {group.Key}: {string.Join(", ", group.Select(static option => PathNames.Name(option.Path)))} ({group.First().Refusal!.Message})."
                )
        );
        bool said = task.ValuePerMonth is not null || task.ValuePerMillionTokens is not null;
        if (said && money.Expected.Value <= 0)
        {
            reasons.Add(
                $"None pays: even this path is expected to lose {Money(-money.Expected.Value)} of today. Not doing it at all is better."
            );
        }
        else if (!said)
        {
            reasons.Add(
                "Nobody said what the work is worth: it is taken as what the cheapest hosted model that is expected to do asks for it, so that net present values compare paths and say nothing of profit."
            );
        }

        return [.. reasons];
    }

    private static PathOption? Next(AdaptationTask task, ImmutableArray<PathOption> options, PathOption recommended) =>
        options.FirstOrDefault(option =>
            !ReferenceEquals(option, recommended) && option.IsAllowed && option.Money!.Chance.Value >= task.Confidence
        );

    private static string Share(double? share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    private static string Money(double? amount) =>
        amount is { } known ? new Quantity(known, Dimension.Money).Format() : "an unknown amount";
}
