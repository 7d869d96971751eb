using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>Works out one site after another for one project.</summary>
internal sealed class SiteDesk(
    SitingQuestion question,
    RunFacts facts,
    SiteFactors factors,
    double? latencyCap,
    ICollection<Diagnostic> diagnostics,
    CancellationToken cancellation
)
{
    private readonly SiteRates rates = new(question, facts.Use, diagnostics, cancellation);

    /// <summary>The project at a site; null, with diagnostics added, where a file of its cannot be used.</summary>
    public SiteRow? Row(Place place)
    {
        var offer = question.OfferAt(place);
        if (rates.At(place, offer) is not { } rated)
        {
            return null;
        }

        var move = Move(place, offer);
        var account = SiteModel.Account(Repeated(rated.Pause), place, offer, rated.Power, move);
        var pause =
            rated.Straight is { } straight && rated.Pause is not null
                ? rated.Pause with
                {
                    Saving = Saving(SiteModel.Account(facts.Use, place, offer, straight, move), account),
                }
                : rated.Pause;
        return new SiteRow(
            place,
            offer,
            rated.Power,
            account,
            pause,
            question.Residency.Refusal(place) ?? SiteRefusals.Of(question, facts, offer, account),
            Latency(place)
        );
    }

    /// <summary>What a site gains beside another.</summary>
    public static SiteGain GainOf(SiteRow row, SiteRow against)
    {
        var none = new Line("moving", "Moving the data", 0, Dimension.Money);
        return new SiteGain(
            Less("electricitySaved", "Electricity saved", Dimension.Money, against.Account.Electricity, row.Account.Electricity),
            row.Account.Move?.Chosen.Cost ?? none,
            Less("moneySaved", "Money saved", Dimension.Money, against.Account.Cost, row.Account.Cost),
            Less("carbonSaved", "Carbon saved", Dimension.Carbon, against.Account.Carbon, row.Account.Carbon),
            Flip.Of(
                row.Account,
                row.Power.Carbon,
                row.Offer.Green?.Carbon
                    ?? new Line("greenCarbon", "Carbon of green power", 0, Dimension.CarbonPerJoule) { Note = "not said: none" },
                row.Power.Tariff,
                against.Account
            )
        );
    }

    /// <inheritdoc cref="GainOf"/>
    public SiteGain Gain(SiteRow row, SiteRow against) => GainOf(row, against);

    /// <summary>For each region of users the nearest of the sites to serve from.</summary>
    public ImmutableArray<ServedRegion> Serving() => [.. question.Users.Select(Served).OfType<ServedRegion>()];

    /// <summary>The run over several sites; null where none is asked for.</summary>
    public SplitRun? Split() =>
        question.Split is { } sites
            ? SplitModel.Of(
                sites,
                facts.Weights
                    ?? Line.Unknown("weights", "Weights of the model", Dimension.Bytes, "neither a model nor 'siting.weights' is given"),
                facts.StepSeconds ?? Line.Unknown("stepSeconds", "Time of a step", Dimension.Seconds, "no model is given"),
                facts.Use.Seconds,
                question.Bandwidth,
                factors
            )
            : null;

    private ServedRegion? Served((Place Place, double Share) user)
    {
        var nearest = question
            .ServeAt.Where(place => question.Residency.Refusal(place) is null)
            .Select(place => (Place: place, Trip: Sites.Latency.RoundTrip(user.Place, place, factors)))
            .Where(one => one.Trip.Value is not null)
            .OrderBy(one => one.Trip.Value)
            .ThenBy(one => one.Place.Id, StringComparer.Ordinal)
            .ToList();
        return nearest.Count == 0
            ? null
            : new ServedRegion(
                user.Place,
                user.Share,
                nearest[0].Place,
                nearest[0].Trip,
                latencyCap is { } cap ? nearest[0].Trip.Value <= cap : null
            );
    }

    private Line? Latency(Place place) =>
        question.Users.IsEmpty
            ? null
            : Line.Sum(
                "latency",
                "Round trip to the users, by their shares",
                Dimension.Seconds,
                question.Users.Select(user =>
                    Line.Product(
                        user.Place.Id,
                        user.Place.Name,
                        new Line("share", "Share of users", user.Share, Dimension.None) { Input = "siting.users" },
                        Sites.Latency.RoundTrip(user.Place, place, factors)
                    )
                )
            );

    private DataMove? Move(Place place, Offer offer)
    {
        List<Line> parts = [];
        if (question.Dataset is { } dataset && question.DatasetAt?.Id != place.Id)
        {
            parts.Add(dataset);
        }

        int elsewhere = Destinations().Count(id => id != place.Id);
        if (facts.Weights is { } weights && elsewhere > 0)
        {
            parts.Add(
                Line.Product(
                    "weightsOut",
                    "Weights to where the model serves",
                    weights,
                    new Line("servingSites", "Sites that serve", elsewhere, Dimension.None)
                )
            );
        }

        return parts.Count == 0
            ? null
            : TransferModel.Of(
                Line.Sum("bytes", "Data that are moved", Dimension.Bytes, parts),
                offer.Bandwidth!,
                offer.Egress!,
                factors,
                question.Minimize == SiteObjective.Time
            );
    }

    private ImmutableArray<string>? destinations;

    private ImmutableArray<string> Destinations() =>
        destinations ??= [.. Serving().Select(region => region.From.Id).Distinct(StringComparer.Ordinal)];

    private ProjectUse Repeated(PauseAnswer? pause)
    {
        if (pause is not { Plan.Restarts: > 0 } || question.RestartSeconds == 0)
        {
            return facts.Use;
        }

        var repeated = Line.Computed(
            "repeated",
            "Work with what restarts repeat",
            Dimension.None,
            "1 + restarts × time lost at each / time of the run",
            static parts => 1 + (parts[0] * parts[1] / parts[2]),
            new Line("restarts", "Restarts", pause.Plan.Restarts, Dimension.None),
            new Line("restart", "Time lost at a restart", question.RestartSeconds, Dimension.Seconds) { Input = "siting.restart" },
            facts.Use.Seconds
        );
        return facts.Use with { Equipment = Line.Product("equipment", facts.Use.Equipment.Name, facts.Use.Equipment, repeated) };
    }

    private static PauseSaving Saving(SiteAccount straight, SiteAccount paused) =>
        new(
            Saved("electricitySaved", "Electricity saved by pausing", Dimension.Money, straight.Electricity, paused.Electricity),
            Saved("carbonSaved", "Carbon saved by pausing", Dimension.Carbon, straight.Carbon, paused.Carbon),
            Saved("moneySaved", "Money saved by pausing", Dimension.Money, straight.Cost, paused.Cost)
        );

    private static Line Saved(string key, string name, Dimension unit, Line straight, Line paused) =>
        Line.Computed(
            key,
            name,
            unit,
            "straight through − with pauses",
            static parts => parts[0] - parts[1],
            straight,
            Runs.Reference.To(paused, "the site's account")
        );

    private static Line Less(string key, string name, Dimension unit, Line from, Line take) =>
        Line.Computed(
            key,
            name,
            unit,
            "the other's − its own",
            static parts => parts[0] - parts[1],
            Runs.Reference.To(from, "the other site"),
            Runs.Reference.To(take, "the site's account")
        );
}
