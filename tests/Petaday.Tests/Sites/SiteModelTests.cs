using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Sites;

namespace Petaday.Tests.Sites;

public sealed class SiteModelTests
{
    private const double KilowattHour = 3.6e6;

    private static readonly ProjectUse TenMegawattHours = new(
        "test",
        new Line("runSeconds", "Time", 100 * 3600, Dimension.Seconds),
        new Line("equipment", "Energy", 10_000 * KilowattHour, Dimension.Joules),
        new Line("watts", "Power", 100_000, Dimension.Watts),
        new Line("devices", "Devices", 100, Dimension.None),
        null,
        new Line("hardware", "Hardware", 500, Dimension.Money),
        null
    );

    [Fact]
    public void A_round_trip_is_the_great_circle_twice_at_the_speed_in_fibre_with_the_detour()
    {
        var trip = Latency.RoundTrip(Places.Of("cn-shanghai"), Places.Of("cn-ningxia"), Places.Factors);
        // Shanghai to Yinchuan is about 1,600 km; 2 × 1600 × 2.1 / 204,358 km/s = 32.9 ms.
        trip.Value.ShouldNotBeNull().ShouldBe(0.0329, 0.0005);
        trip.Unsound().ShouldBeEmpty();
    }

    [Fact]
    public void Where_a_position_is_not_known_the_round_trip_is_not_either() =>
        Latency.RoundTrip(Places.Of("us-wa") with { Position = null }, Places.Of("us-tx"), Places.Factors).Value.ShouldBeNull();

    [Fact]
    public void Moving_data_takes_their_size_over_the_rate_or_a_lorry()
    {
        var bytes = new Line("bytes", "Data", 100e12, Dimension.Bytes);
        var move = TransferModel.Of(bytes, Places.Factors.Bandwidth, Places.Factors.Egress, Places.Factors, fastest: false);
        move.Network.Seconds.Value.ShouldNotBeNull().ShouldBe(80_000, 1e-6); // 100 TB at 1.25 GB/s
        move.Network.Cost.Value.ShouldNotBeNull().ShouldBe(9_000, 1e-6); // at 0.09 USD/GB
        move.Shipment.Cost.Value.ShouldNotBeNull().ShouldBe(3_600, 1e-6); // two devices at 300, 100,000 GB at 0.03
        move.Chosen.IsShipped.ShouldBeTrue("it is cheaper");
        TransferModel
            .Of(bytes, Places.Factors.Bandwidth, Places.Factors.Egress, Places.Factors, fastest: true)
            .Chosen.IsShipped.ShouldBeFalse("it is slower");
    }

    [Fact]
    public void An_account_is_energy_times_the_site_s_figures()
    {
        var place = Places.Of("us-wa");
        var account = SiteModel.Account(
            TenMegawattHours,
            place,
            new Offer("us-wa"),
            new SitePower(place.Grid.Tariff, place.Grid.Carbon, null),
            null
        );
        double meter = 10_000 * 1.25;
        (account.Energy.Value / KilowattHour).ShouldNotBeNull().ShouldBe(meter, 1e-6);
        account.Cost.Value.ShouldNotBeNull().ShouldBe(500 + (meter * 0.0635), 1e-6);
        account.Carbon.Value.ShouldNotBeNull().ShouldBe(meter * 0.10184, 0.01);
        account.Water.Value.ShouldNotBeNull().ShouldBe((10_000 * 0.38e-3) + (meter * 3.1321e-3), 1e-6);
        account.Seconds.Value.ShouldBe(360_000);
        account.Figures.SelectMany(line => line.Unsound()).ShouldBeEmpty();
    }

    [Fact]
    public void Rent_holds_the_electricity_and_an_offer_s_rent_goes_first()
    {
        var place = Places.Of("us-wa");
        var rented = TenMegawattHours with { Owned = null, Rent = new Line("rent", "Rent", 2.0 / 3600, Dimension.MoneyPerSecond) };
        var power = new SitePower(place.Grid.Tariff, place.Grid.Carbon, null);
        SiteModel.Account(rented, place, new Offer("us-wa"), power, null).Cost.Value.ShouldNotBeNull().ShouldBe(100 * 100 * 2.0, 1e-6);
        var offer = new Offer("us-wa") { Rent = new Line("rent", "Rent", 1.5 / 3600, Dimension.MoneyPerSecond) };
        SiteModel.Account(rented, place, offer, power, null).Cost.Value.ShouldNotBeNull().ShouldBe(100 * 100 * 1.5, 1e-6);
    }

    [Fact]
    public void A_hall_is_leased_by_power_and_time_or_built_and_written_off()
    {
        var place = Places.Of("us-wa");
        var power = new SitePower(place.Grid.Tariff, place.Grid.Carbon, null);
        double bare = SiteModel.Account(TenMegawattHours, place, new Offer("us-wa"), power, null).Cost.Value!.Value;
        double leased = SiteModel
            .Account(TenMegawattHours, place, new Offer("us-wa") { Lease = Places.Factors.Lease }, power, null)
            .Cost.Value!.Value;
        (leased - bare).ShouldBe(100 * 163.44 * (100.0 / 730), 1e-6); // 100 kW for 100 of 730 hours
        var build = HallPrice.OverLife(Places.Factors.Build, Places.Factors);
        double built = SiteModel.Account(TenMegawattHours, place, new Offer("us-wa") { Build = build }, power, null).Cost.Value!.Value;
        (built - bare).ShouldBe(100_000 * 11.7 * 100 / (15 * 8760), 1e-6);
    }

    [Fact]
    public void Green_power_mixes_carbon_and_price()
    {
        var green = new GreenPower(
            new Line("greenShare", "Share", 0.25, Dimension.None),
            new Line("greenCarbon", "Carbon", 20, Dimension.CarbonPerJoule),
            new Line("greenPremium", "Premium", 4, Dimension.MoneyPerJoule)
        );
        green.CarbonOver(new Line("carbon", "Carbon", 100, Dimension.CarbonPerJoule)).Value.ShouldBe(80);
        green.TariffOver(new Line("tariff", "Tariff", 10, Dimension.MoneyPerJoule)).Value.ShouldBe(11);
    }

    /// <summary>Put back, the figures at which two sites are equal make them equal.</summary>
    [Theory]
    [InlineData("cn-ningxia", "cn-shanghai")]
    [InlineData("cn-inner-mongolia", "us-wa")]
    [InlineData("us-tx", "fi")]
    public void A_flip_put_back_makes_two_sites_equal(string id, string otherId)
    {
        var (place, other) = (Places.Of(id), Places.Of(otherId));
        var against = Account(other, other.Grid.Tariff, other.Grid.Carbon);
        var one = Account(place, place.Grid.Tariff, place.Grid.Carbon);
        var clean = new Line("greenCarbon", "Carbon of green power", 0, Dimension.CarbonPerJoule);
        var flip = Flip.Of(one, place.Grid.Carbon, clean, place.Grid.Tariff, against);
        var turned = Account(place, flip.Tariff, flip.CarbonIntensity);
        turned.Carbon.Value.ShouldNotBeNull().ShouldBe(against.Carbon.Value!.Value, against.Carbon.Value.Value * 1e-9);
        turned.Cost.Value.ShouldNotBeNull().ShouldBe(against.Cost.Value!.Value, against.Cost.Value.Value * 1e-9);
        if (flip.GreenShare.Value is > 0)
        {
            var mixed = new GreenPower(flip.GreenShare, clean, new Line("greenPremium", "Premium", 0, Dimension.MoneyPerJoule));
            Account(place, place.Grid.Tariff, mixed.CarbonOver(place.Grid.Carbon))
                .Carbon.Value.ShouldNotBeNull()
                .ShouldBe(against.Carbon.Value.Value, against.Carbon.Value.Value * 1e-9);
        }
    }

    [Fact]
    public void A_run_over_several_sites_exchanges_five_hundred_times_less()
    {
        var split = SplitModel.Of(
            4,
            new Line("weights", "Weights", 16e9, Dimension.Bytes),
            new Line("step", "Step", 2, Dimension.Seconds),
            new Line("run", "Run", 1e6, Dimension.Seconds),
            Places.Factors.Bandwidth,
            Places.Factors
        );
        split.SynchronousRate.Value.ShouldBe(2 * 0.75 * 16e9 / 2);
        (split.SynchronousRate.Value / split.Rate.Value).ShouldNotBeNull().ShouldBe(500, 1e-9);
        split.ExchangeSeconds.Value.ShouldNotBeNull().ShouldBe(24e9 / 1.25e9, 1e-9);
        split.Seconds.Value.ShouldNotBeNull().ShouldBe(1e6 / 0.895, 1e-3);
        SplitModel.Of(9, split.Seconds, split.Seconds, split.Seconds, split.Seconds, Places.Factors).Note.ShouldContain("lower bound");
    }

    [Theory]
    [InlineData("us-wa", null, null)]
    [InlineData("US", null, null)]
    [InlineData("state", "us-tx", null)]
    [InlineData("de", null, "not among")]
    [InlineData("us", "us-wa", "denied")]
    [InlineData("", "us-wa", "denied")]
    [InlineData("us-wa", "US", "denied")]
    public void Rules_name_sites_countries_kinds_and_providers(string allow, string? deny, string? refusal)
    {
        var rules = new Residency(allow.Length == 0 ? [] : [allow], deny is null ? [] : [deny]);
        string? said = rules.Refusal(Places.Of("us-wa"));
        (said is null).ShouldBe(refusal is null, said);
        (said ?? "").ShouldContain(refusal ?? "");
    }

    private static SiteAccount Account(Place place, Line tariff, Line carbon) =>
        SiteModel.Account(TenMegawattHours, place, new Offer(place.Id), new SitePower(tariff, carbon, null), null);
}
