using Petaday.Adaptation;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Tests.Adaptation;

/// <summary>A small world with round numbers: one open model, two hosted ones, machines at a dollar an hour.</summary>
internal static class Toy
{
    public const double MonthSeconds = 730 * 3600;

    public static AdaptationTask Task { get; } =
        new(TaskKind.Narrow, 1e9, 0.5, 1000, 24, 0, 1e6, 100, 0, 1, 0, PrivacyLevel.Public, 0) { EngineerMonthlyCost = 1000, Peak = 1 };

    public static AdaptationFacts Facts(
        double api = 1e-6,
        double rent = 1,
        int devices = 1,
        int? most = null,
        Place place = Place.Rented
    ) =>
        new(
            [new BaseModel("small", "Small", 1e9, 1e9, Score(0.5), Line.Unknown("tokens", "Tokens", Dimension.Tokens, "not said"))],
            [
                new HostedModel("best", "Best", "A provider", false, Price(api), Price(api), Price(api), Score(1)),
                new HostedModel("cheap", "Cheap", "A provider", true, Price(api / 10), Price(api / 10), Price(api / 10), Score(0.5)),
            ],
            [new MachineOffer(place, "box", new Line("rent", "Rent", rent / 3600, Dimension.MoneyPerSecond), null, most, 1)],
            new Quotes(devices),
            AdaptationFactors.Of(Factors)
        );

    private static Entry Factors { get; } =
        Library.OpenShipped().Find(EntryKind.Factors, "adaptation", []) ?? throw new InvalidOperationException("adaptation is missing");

    private static Line Score(double value) => new("score", "Score", value, Dimension.None);

    private static Line Price(double value) => new("price", "Price", value, Dimension.MoneyPerToken);

    /// <summary>A replica of so many devices reads and writes a thousand tokens a second; a training token takes a microsecond.</summary>
    private sealed class Quotes(int devices) : IMachineQuotes
    {
        public TrainingQuote Training(BaseModel model, TrainingMethod method, MachineOffer machines) =>
            new(
                new Line("devices", "Devices", devices, Dimension.None),
                new Line("secondsPerToken", "Time of a token", 1e-6, Dimension.Seconds / Dimension.Tokens),
                1,
                2,
                null
            );

        public ServingQuote Serving(BaseModel model, MachineOffer machines) =>
            new(
                new Line("devices", "Devices", devices, Dimension.None),
                new Line("inputRate", "Read", 1000, Dimension.TokensPerSecond),
                new Line("outputRate", "Written", 1000, Dimension.TokensPerSecond),
                new Line("peakFactor", "Peak", 1, Dimension.None),
                new Line("peakUse", "Use", 1, Dimension.None),
                null
            );
    }
}
