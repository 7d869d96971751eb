using NJsonSchema;
using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Outlook;
using Petaday.Reports;
using Petaday.Reports.Forecasts;

namespace Petaday.Tests.Reports.Forecasts;

public sealed class ForecastReportTests
{
    [Theory]
    [InlineData(CostBasis.Amortised, 2025, false)]
    [InlineData(CostBasis.Rental, 2024, true)]
    [InlineData(CostBasis.Updated, 2025, false)]
    public async Task The_json_is_as_its_schema_says(CostBasis basis, int until, bool robust)
    {
        var library = Library.OpenShipped();
        var request = new ForecastRequest(basis, until, 2024, 2026, 10, "GPT-3 175B (davinci)", []) { IsRobust = robust };
        var study = Forecaster.Run(request, library, FactorBook.Read(library), [])!;
        string file = Path.Combine(Petaday.Tests.Scenarios.Repository.Root, "docs", "schemas", "forecast.schema.json");
        var schema = await JsonSchema.FromFileAsync(file, TestContext.Current.CancellationToken);
        schema.Validate(AnswerJson.Text(writer => ForecastJson.Write(writer, study))).ShouldBeEmpty();
        ForecastCharts.Svg(study).ShouldNotContain("NaN");
    }
}
