using System.Collections.Immutable;
using Petaday.Quantities;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>Why a project cannot stand at a site.</summary>
internal static class SiteRefusals
{
    /// <summary>The first reason; null where there is none.</summary>
    public static string? Of(SitingQuestion question, RunFacts facts, Offer offer, SiteAccount account)
    {
        if (!offer.Systems.IsEmpty && facts.SystemId is { } system && !offer.Systems.Contains(system))
        {
            return $"{system} cannot be had there: {string.Join(", ", offer.Systems)}";
        }

        if (offer.Capacity?.Value is { } capacity && !(account.PeakWatts.Value <= capacity))
        {
            string needs = account.PeakWatts.Value is { } watts ? new Quantity(watts, Dimension.Watts).Format() : "power that is not known";
            return $"it needs {needs}, {new Quantity(capacity, Dimension.Watts).Format()} are free";
        }

        return question.Limits.Missed(account, facts.Use.Embodied is { } embodied ? embodied.Value : 0)?.Text;
    }

    /// <summary>Why it can stand nowhere: the site that comes nearest, and what it misses.</summary>
    public static Infeasibility Binding(SitingQuestion question, ImmutableArray<SiteRow> refused, double? embodied)
    {
        var nearest = refused
            .Where(row => question.Residency.Refusal(row.Place) is null)
            .Select(row => (Row: row, Missed: question.Limits.Missed(row.Account, embodied ?? 0)))
            .OrderBy(one => one.Missed?.Ratio ?? double.MaxValue)
            .FirstOrDefault();
        return new Infeasibility(
            nearest.Missed?.Key ?? "site",
            "no site that was looked at will do",
            nearest.Row is { } row ? $"{row.Place.Id}: {row.Refusal}"
                : refused.FirstOrDefault() is { } first ? $"{first.Place.Id}: {first.Refusal}"
                : null
        );
    }
}
