using System.Collections.Immutable;
using Petaday.Quantities;
using Petaday.Scenarios.ServingCases;

namespace Petaday.Reports;

/// <summary>Answers about serving side by side.</summary>
internal static class ServingTable
{
    private static readonly ImmutableArray<(string Name, bool Right)> Columns =
    [
        ("scenario", false),
        ("system", false),
        ("site", false),
        ("devices", true),
        ("servers", true),
        ("to buy", true),
        ("rent a month", true),
        ("owned a month", true),
        ("1M prompt", true),
        ("1M output", true),
        ("tokens/s a user", true),
        ("power", true),
        ("carbon a request", true),
    ];

    /// <summary>A row an answer.</summary>
    public static Grid Of(IEnumerable<ServingAnswer> answers) =>
        new([.. Columns.Select(column => column.Name)], [.. Columns.Select(column => column.Right)], [.. answers.Select(Row)]);

    private static ImmutableArray<string> Row(ServingAnswer answer)
    {
        ImmutableArray<string> name = [answer.Case.Name, answer.Case.System.Spec.Id, answer.Case.Question.Site.Id];
        if (answer.Estimate is not { } estimate)
        {
            return [.. name, "none", .. Enumerable.Repeat("", Columns.Length - name.Length - 1)];
        }

        return
        [
            .. name,
            Sizes.Count(ServingPage.Whole(estimate.Fleet.Devices.Value)),
            Sizes.Count(ServingPage.Whole(estimate.Fleet.Servers.Value)),
            Sizes.Of(estimate.Cost.Capital.Value, Dimension.Money),
            Sizes.Of(estimate.Cost.Rental.Month.Value, Dimension.Money),
            Sizes.Of(estimate.Cost.Amortised.Month.Value, Dimension.Money),
            ServingPage.Million(estimate.PerInputToken.Value),
            ServingPage.Million(estimate.PerOutputToken.Value),
            estimate.Point is { } point ? Sizes.Number(1 / point.TokenSeconds) : "",
            Sizes.Of(estimate.Footprint.AverageWatts.Value, Dimension.Watts),
            Sizes.Of(estimate.Footprint.CarbonPerRequest.Value, Dimension.Carbon),
        ];
    }
}
