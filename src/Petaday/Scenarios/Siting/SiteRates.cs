using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Sites;
using Petaday.Sites.Hours;

namespace Petaday.Scenarios.Siting;

/// <summary>The electricity of a site as a project takes it: its figures, green power, and the hours that suit best where they are known.</summary>
internal sealed class SiteRates(
    SitingQuestion question,
    ProjectUse use,
    ICollection<Diagnostic> diagnostics,
    CancellationToken cancellation
)
{
    /// <summary>Price and carbon at a site, and when the project runs; null, with diagnostics added, where a file cannot be used.</summary>
    public (SitePower Power, PauseAnswer? Pause, SitePower? Straight)? At(Place place, Offer offer)
    {
        int before = diagnostics.Count;
        var tariff = question.Tariff ?? offer.Tariff ?? place.Grid.Tariff;
        var carbon = Accounted(place);
        var (prices, emissions) = Series(offer);
        if (diagnostics.Count > before)
        {
            return null;
        }

        PauseAnswer? pause = null;
        SitePower? straight = null;
        Line? stretch = null;
        if (prices is not null || emissions is not null)
        {
            pause = Pause(place, offer, prices, emissions);
            if (pause is null)
            {
                return null;
            }

            straight = Straight(offer, pause, tariff, carbon, prices, emissions);
            tariff = prices is null ? tariff : Hourly("tariff", "Price of electricity in the hours at work", pause.Tariff, prices);
            carbon =
                emissions is null || question.Accounting != CarbonAccounting.Location
                    ? carbon
                    : Hourly("carbonIntensity", "Carbon of the electricity in the hours at work", pause.Carbon, emissions);
            stretch = Stretch(pause);
        }

        return (Power(offer, tariff, carbon, stretch), pause, straight);
    }

    private static SitePower Power(Offer offer, Line tariff, Line carbon, Line? stretch) =>
        new(offer.Green?.TariffOver(tariff) ?? tariff, offer.Green?.CarbonOver(carbon) ?? carbon, stretch);

    // The first hours, one after the other; null where those are what was chosen.
    private SitePower? Straight(Offer offer, PauseAnswer pause, Line tariff, Line carbon, HourlySeries? prices, HourlySeries? emissions) =>
        pause.Plan.Elapsed == pause.Plan.Worked
            ? null
            : Power(
                offer,
                prices is null ? tariff : Hourly("tariff", "Price of electricity without pauses", pause.StraightTariff, prices, First),
                emissions is null || question.Accounting != CarbonAccounting.Location
                    ? carbon
                    : Hourly("carbonIntensity", "Carbon of the electricity without pauses", pause.StraightCarbon, emissions, First),
                null
            );

    private Line Accounted(Place place) =>
        question.Accounting switch
        {
            CarbonAccounting.Market => place.Grid.MarketCarbon,
            CarbonAccounting.Marginal => place.Grid.MarginalCarbon,
            _ => place.Grid.Carbon,
        };

    private (HourlySeries? Prices, HourlySeries? Carbon) Series(Offer offer)
    {
        var carbon = offer.CarbonFile is { } file
            ? HourlySeriesReader.ReadFile(file, question.Files, question.CarbonColumn, question.Zone, diagnostics)
            : null;
        if (offer.PriceFile is { } prices)
        {
            return (HourlySeriesReader.ReadFile(prices, question.Files, HourlyColumn.Price, null, diagnostics), carbon);
        }

        if (offer.WeekFile is not { } week || WeekTariffReader.ReadFile(week, question.Files, diagnostics) is not { } tariff)
        {
            return (null, carbon);
        }

        // A tariff by the week knows no end: it is taken for as long as the run may last.
        return (
            tariff.Over(
                carbon?.Hours
                    ?? (int)
                        Math.Min(
                            MostHours,
                            Math.Ceiling((question.Limits.DeadlineSeconds ?? use.Seconds.Value ?? 0) / Units.SecondsPerHour)
                        )
            ),
            carbon
        );
    }

    private const int MostHours = 3 * 8760;

    private PauseAnswer? Pause(Place place, Offer offer, HourlySeries? prices, HourlySeries? carbon)
    {
        if (use.Seconds.Value is not { } seconds)
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticCodes.MissingKey,
                    null,
                    0,
                    0,
                    "siting.runTime",
                    "prices or carbon by the hour need the time of the run",
                    "such as '100 d'"
                )
            );
            return null;
        }

        double work = seconds / Units.SecondsPerHour;
        int whole = (int)Math.Ceiling(work - 1e-9);
        int there = Math.Min(prices?.Hours ?? int.MaxValue, carbon?.Hours ?? int.MaxValue);
        if (offer.PriceFile is not null && prices is not null && carbon is not null && prices.Start != carbon.Start)
        {
            diagnostics.Add(
                Short(
                    offer,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"prices begin at {prices.Start:yyyy-MM-dd HH:mm}, carbon at {carbon.Start:yyyy-MM-dd HH:mm}"
                    ),
                    "the same first hour"
                )
            );
            return null;
        }

        if (there < whole)
        {
            diagnostics.Add(
                Short(
                    offer,
                    string.Create(CultureInfo.InvariantCulture, $"the series has {there} hours, the run takes {whole}"),
                    "at least as many hours as the run takes"
                )
            );
            return null;
        }

        int most = question.Limits.DeadlineSeconds is { } deadline
            ? (int)Math.Min(there, Math.Floor((deadline / Units.SecondsPerHour) + 1e-9))
            : whole;
        bool byCarbon = question.Minimize == SiteObjective.Carbon;
        double watts = (use.Equipment.Value ?? 0) / seconds * ((offer.Pue ?? place.Grid.Pue).Value ?? 1);
        var problem = new PauseProblem(
            Costs(byCarbon ? carbon : prices, Math.Max(most, whole), watts * Units.SecondsPerHour),
            work,
            byCarbon ? 0 : Holding(offer, work),
            question.RestartSeconds / Units.SecondsPerHour
        );
        if (PauseScheduler.States(problem) > PauseScheduler.MostStates)
        {
            diagnostics.Add(
                Short(
                    offer,
                    string.Create(CultureInfo.InvariantCulture, $"{problem.Costs.Length} hours are too many to choose {whole} of"),
                    "an earlier 'goal.deadline', or no 'siting.restart'"
                )
            );
            return null;
        }

        // Where the deadline is shorter than the run no hour can be spared, and the limit itself will say so.
        var plan = PauseScheduler.Best(problem, cancellation)!;
        return new PauseAnswer(
            plan,
            offer.WeekFile is not null && carbon is null ? null : (carbon ?? prices)!.Start,
            prices?.First(whole).Mean,
            prices is null ? null : plan.MeanOf(prices),
            carbon?.First(whole).Mean,
            carbon is null ? null : plan.MeanOf(carbon)
        )
        {
            Prices = prices?.First(Math.Max(most, whole)),
            Emissions = carbon?.First(Math.Max(most, whole)),
        };
    }

    // Where what is made small is not known by the hour, every hour is as good as the next.
    private static ImmutableArray<double> Costs(HourlySeries? series, int hours, double joulesPerHour) =>
        series is null ? [.. Enumerable.Repeat(0.0, hours)] : [.. series.First(hours).Values.Select(value => value * joulesPerHour)];

    private double Holding(Offer offer, double hours) =>
        (
            use.Rent is { } usual ? (offer.Rent ?? usual).Value * use.Devices?.Value * Units.SecondsPerHour
            : use.Owned is { } owned ? owned.Value / hours
            : 0
        ) ?? 0;

    private Line Stretch(PauseAnswer pause) =>
        Line.Computed(
            "stretch",
            "Time with pauses over the run's own",
            Dimension.None,
            "hours from start to end / time of the run, at least 1",
            static parts => Math.Max(1, parts[0] / parts[1]),
            new Line("elapsedHours", "From start to end", pause.Plan.Elapsed * Units.SecondsPerHour, Dimension.Seconds),
            use.Seconds
        );

    private const string First = "first hours of the run";

    private static Line Hourly(string key, string name, double? value, HourlySeries series, string hours = "hours at work") =>
        new(key, name, value, series.Unit) { Note = $"mean over the {hours} of {series.Origin}" };

    private static Diagnostic Short(Offer offer, string message, string expected) =>
        new(DiagnosticCodes.OutOfRange, offer.CarbonFile ?? offer.PriceFile ?? offer.WeekFile, 0, 0, "", message, expected);
}
