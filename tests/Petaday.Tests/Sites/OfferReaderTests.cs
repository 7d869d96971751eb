using Petaday.Catalog;
using Petaday.Sites;

namespace Petaday.Tests.Sites;

public sealed class OfferReaderTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("petaday").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void An_offer_is_read_in_si_units()
    {
        var (offers, problems) = Read(
            "site,capacity_mw,rent_usd_per_device_hour,tariff_usd_per_kwh,build_usd_per_kw,lease_usd_per_kw_month,green_share,bandwidth_gbps,egress_usd_per_gb,systems,price_file\nus-wa,12,2.5,0.04,11700,150,0.5,100,0.02,dgx-h100 hgx-h100,p.csv\n"
        );
        problems.ShouldBeEmpty();
        var offer = offers.ShouldHaveSingleItem();
        offer.Capacity!.Value.ShouldBe(12e6);
        offer.Rent!.Value!.Value.ShouldBe(2.5 / 3600, 1e-12);
        offer.Tariff!.Value!.Value.ShouldBe(0.04 / 3.6e6, 1e-15);
        offer.Build!.Value!.Value.ShouldBe(11.7 / (15 * 365 * 86400.0), 1e-15);
        offer.Lease!.Value!.Value.ShouldBe(0.15 / (730 * 3600), 1e-15);
        offer.Green!.Share.Value.ShouldBe(0.5);
        offer.Bandwidth!.Value.ShouldBe(12.5e9);
        offer.Systems.ShouldBe(["dgx-h100", "hgx-h100"]);
        offer.PriceFile.ShouldBe(Path.Combine(directory, "p.csv"));
    }

    [Theory]
    [InlineData("site,capacity_mw\nus-wa,-3\n", "capacity_mw: '-3' does not belong here; expected a number from 0")]
    [InlineData("site,capacity_mw\nus-wa,NaN\n", "'NaN'")]
    [InlineData("site,pue\nus-wa,0.9\n", "a number from 1 to 5")]
    [InlineData("site,green_share\nus-wa,1.2\n", "a number from 0 to 1")]
    [InlineData("site,green_premium_usd_per_kwh\nus-wa,0.1\n", "this needs 'green_share'")]
    [InlineData("site,capacity_mw\nus-waa,3\n", "did you mean 'us-wa'")]
    [InlineData("site,capacity_mw\nus-wa,3\nus-wa,4\n", "'us-wa' is there twice")]
    [InlineData("site,capacity_mw\n,3\n", "names no site")]
    [InlineData("site,capacity_m\nus-wa,3\n", "did you mean 'capacity_mw'")]
    [InlineData("site,capacity_mw\nus-wa,3,4\n", "this row has 3 cells")]
    public void An_offer_with_a_fault_is_told_so(string text, string said) => string.Join('\n', Read(text).Problems).ShouldContain(said);

    private (IReadOnlyList<Offer> Offers, List<Diagnostic> Problems) Read(string text)
    {
        string file = Path.Combine(directory, "offers.csv");
        File.WriteAllText(file, text);
        List<Diagnostic> problems = [];
        return (OfferReader.ReadFile(file, new DiskFiles(), Places.Shipped, Places.Factors, problems), problems);
    }
}
