using Petaday.Catalog;
using Petaday.Sites;
using Petaday.Sites.Hours;

namespace Petaday.Tests.Sites;

/// <summary>A template holds what the reader takes, and no figure.</summary>
public sealed class InputTemplatesTests
{
    [Theory]
    [InlineData("siting.prices", 24)]
    [InlineData("siting.carbon", 24)]
    public void A_template_by_the_hour_is_read_once_it_is_filled(string key, int hours)
    {
        string template = InputTemplates.Of(key).ShouldNotBeNull();
        var column = key == "siting.prices" ? HourlyColumn.Price : HourlyColumn.LifeCycleCarbon;
        List<Diagnostic> problems = [];
        HourlySeriesReader.Parse(template, "t.csv", column, null, problems).ShouldBeNull();
        problems.ShouldNotBeEmpty();
        problems.Clear();
        string filled = template.Replace(":00,\n", ":00,0.1\n", StringComparison.Ordinal);
        HourlySeriesReader
            .Parse(filled, "t.csv", column, null, problems)
            .ShouldNotBeNull(string.Join('\n', problems))
            .Hours.ShouldBe(hours);
    }

    [Fact]
    public void A_template_of_a_week_covers_every_hour()
    {
        string template = InputTemplates.Of("siting.week").ShouldNotBeNull();
        List<Diagnostic> problems = [];
        WeekTariffReader.Parse(template.Replace("24,\n", "24,0.1\n", StringComparison.Ordinal), "t.csv", problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_template_of_offers_has_the_columns_of_the_reader()
    {
        string header = InputTemplates.Of("siting.offers").ShouldNotBeNull();
        List<Diagnostic> problems = [];
        TableReader.Parse(header, "t.csv", problems, OfferReader.Columns).ShouldBeEmpty();
        problems.ShouldBeEmpty();
        header.ShouldStartWith("site,");
    }

    [Fact]
    public void Other_keys_have_none() => InputTemplates.Of("model").ShouldBeNull();
}
