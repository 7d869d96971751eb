using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;
using Petaday.Scenarios.Siting;
using Petaday.Sites;

namespace Petaday.Reports;

/// <summary>A choice of sites for a person.</summary>
public static class SitePage
{
    internal const string RankingHeading = "Ranking";
    internal const string HoursHeading = "By the hour";
    internal const string NotesHeading = "Notes";

    /// <summary>The page.</summary>
    /// <param name="study">The study.</param>
    /// <param name="most">How many sites to list.</param>
    public static Page Of(SiteStudy study, int most)
    {
        ArgumentNullException.ThrowIfNull(study);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading($"Sites for {study.Name}, by {SiteWords.Of(study.Minimize)}", 1));
        blocks.Add(Facts(study));
        Add(blocks, study.Rows.Length, RankingHeading, () => SiteTables.Ranking(study, most));
        if (study.Rows.Length > most)
        {
            blocks.Add(
                new Paragraph(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The best {most} of {study.Rows.Length} sites; '*' marks those that no other betters in cost, carbon and water alike."
                    )
                )
            );
        }

        Add(
            blocks,
            study.Rows.Count(row => row.Gain is not null),
            study.Against is null ? "" : $"Against {study.Against.Place.Name}",
            () => SiteTables.Gains(study)
        );
        Add(blocks, study.Rows.Count(row => row.Pause is not null), HoursHeading, () => SiteTables.Pauses(study));
        Add(blocks, study.Rows.Count(row => row.Pause?.Saving is not null), "Saved by pausing", () => SiteTables.Savings(study));
        Add(blocks, study.Serving.Length, "Serving", () => SiteTables.Serving(study));
        if (study.Split is { } split)
        {
            blocks.Add(new Heading("Over several sites"));
            blocks.Add(Split(split));
        }

        Add(blocks, study.Refused.Length, "Not possible", () => SiteTables.Refused(study));
        ImmutableArray<string> notes = [.. study.Defaults.Select(chosen => $"{chosen.Key}: {chosen.Value} ({chosen.Why})"), .. study.Notes];
        if (notes.Length > 0)
        {
            blocks.Add(new Heading(NotesHeading));
            blocks.Add(new Notes(notes));
        }

        return new Page(blocks.ToImmutable());
    }

    private static void Add(ImmutableArray<Block>.Builder blocks, int rows, string title, Func<Grid> table)
    {
        if (rows > 0)
        {
            blocks.Add(new Heading(title));
            blocks.Add(table());
        }
    }

    private static FactList Facts(SiteStudy study) =>
        new([
            new Fact("Time", Sizes.Of(study.Use.Seconds.Value, Dimension.Seconds)),
            new Fact("Energy of devices and servers", Sizes.Energy(study.Use.Equipment.Value), "before the hall's overhead"),
            new Fact("Power at most", Sizes.Of(study.Use.PeakWatts.Value, Dimension.Watts), "before the hall's overhead"),
            .. study.Use.Owned is { } owned
                ? [new Fact("Hardware", Sizes.Of(owned.Value, Dimension.Money), "loss in worth, the same everywhere")]
                : Array.Empty<Fact>(),
            .. study.Use.Embodied is { } embodied
                ? [new Fact("Embodied carbon", Sizes.Of(embodied.Value, Dimension.Carbon), "the same everywhere")]
                : Array.Empty<Fact>(),
            new Fact("Carbon counted by", SiteWords.Of(study.Accounting)),
        ]);

    private static FactList Split(SplitRun split) =>
        new([
            new Fact("Sites", split.Sites.ToString(CultureInfo.InvariantCulture)),
            new Fact(
                "Rate with an exchange at every step",
                Sizes.Of(split.SynchronousRate.Value, Dimension.BytesPerSecond),
                "each site, both ways"
            ),
            new Fact("Rate with few exchanges", Sizes.Of(split.Rate.Value, Dimension.BytesPerSecond)),
            new Fact("An exchange over the link", Sizes.Of(split.ExchangeSeconds.Value, Dimension.Seconds)),
            new Fact("Time over one site's", Sizes.Of(split.Slowdown.Value, Dimension.None) + " times"),
            new Fact("Time of the run", Sizes.Of(split.Seconds.Value, Dimension.Seconds), split.Note),
        ]);
}
