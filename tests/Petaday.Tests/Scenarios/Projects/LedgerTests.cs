using System.Globalization;
using System.Numerics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Petaday.Economics.Project;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Reports;
using Petaday.Scenarios.Projects;
using static Petaday.Tests.Scenarios.Projects.WorkedProjects;

namespace Petaday.Tests.Scenarios.Projects;

/// <summary>Lines add up to the last unit, in every currency, format and path, for scenarios of every kind.</summary>
public sealed class LedgerTests
{
    private static readonly string[] Codes = ["USD", "EUR", "GBP", "CNY", "JPY", "KRW", "PLN", "CHF", "CAD", "AUD", "INR", "SGD", "SEK"];

    private static readonly Gen<string> Sections =
        from own in Gen.Elements(
            "",
            "money: { devices: own }\n",
            "money: { terms: spot }\n",
            "money: { pricePerDeviceHour: 0.017 USD/h }\n"
        )
        from people in Gen.Elements("", "people: { researchers: 7, engineers: 3.5, months: 5 months }\n", "people: { share: 0 }\n")
        from licences in Gen.Choose(0, 1_000_000)
        from exponent in Gen.Choose(-6, 8)
        from share in Gen.Choose(0, 500)
        from domains in Gen.Choose(0, 9)
        from hosting in Gen.Elements("hall", "colocation", "none")
        from kept in Gen.Choose(1, 300)
        select own
            + people
            + $"data: {{ licences: {licences}e{exponent} USD, crawlPrice: {licences}e-12 USD/TB }}\n"
            + $"experiments: {{ share: {share}e-2 }}\n"
            + $"adaptation: {{ textDomains: {domains}, textTokens: 17M, pruning: true }}\n"
            + $"infrastructure: {{ hosting: {hosting}, checkpointsKept: {kept}, costOfCapital: 0.083, utilisation: 0.7 }}\n"
            + "updates: { every: 4 months, horizon: 1.7 y, tokens: 1B }\n";

    [Fact]
    public void Lines_add_up_in_every_currency_format_and_path() =>
        Prop.ForAll(
                Sections.ToArbitrary(),
                Gen.Elements(Codes).ToArbitrary(),
                (sections, code) =>
                {
                    var project = Of(Small + sections);
                    var ledger = Ledger.Of(project.Cost, CurrencyBook.Find(code, WorkedProjects.Catalog, []).ShouldNotBeNull());
                    Same(ledger);
                    Json(project, ledger);
                    Csv(project, ledger);
                    Pages(project, ledger);
                    Paths(project);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Theory]
    [InlineData("")]
    [InlineData("money: { devices: own }\npeople: { engineers: 2, months: 1 month }")]
    [InlineData("system: { id: rtx-a6000-box, devices: 1 }\nstrategy: { data: 1, microBatch: 1 }\nmodel: gpt3-125m")]
    public async Task The_json_is_what_its_schema_says(string more)
    {
        string text = more.StartsWith("system", StringComparison.Ordinal) ? more : Small + more;
        var project = Of(text);
        var ledger = Ledger.Of(project.Cost, CurrencyBook.Find("EUR", WorkedProjects.Catalog, []).ShouldNotBeNull());
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "docs", "schemas", "project.schema.json"),
            TestContext.Current.CancellationToken
        );
        schema.Validate(AnswerJson.Text(writer => ProjectJson.Write(writer, project, ledger))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("EUR", 0.8745081)]
    [InlineData("eur", 0.8745081)]
    [InlineData("USD", 1.0)]
    public void A_currency_is_its_rate_times_the_dollar(string code, double rate)
    {
        var cost = Of(Small).Cost;
        var ledger = Ledger.Of(cost, CurrencyBook.Find(code, WorkedProjects.Catalog, []).ShouldNotBeNull());
        ledger.Total.ShouldNotBeNull().Value.ShouldBe(cost.Total.Value!.Value * rate, 0.0051);
        ledger.Lines.ShouldAllBe(line => Math.Abs(line.Amount!.Value.Value - (line.Line.Value!.Value * rate)) <= 0.0101);
    }

    /// <summary>Three thirds of a cent are a cent; none is lost or made.</summary>
    [Fact]
    public void Remainders_go_to_the_largest()
    {
        static Line cause(params double[] amounts) =>
            Line.Sum(
                "total",
                "Total",
                Dimension.Money,
                Line.Sum(
                    "data",
                    "Data",
                    Dimension.Money,
                    amounts.Select((amount, at) => new Line($"l{at}", "Line", amount, Dimension.Money))
                )
            );
        var total = cause(0.003, 0.004, 0.003);
        var run = Of(Small).Cost;
        var ledger = Ledger.Of(run with { Amortised = total, Rental = total, Acquisition = total }, Currency.Dollar);
        ledger.Total.ShouldBe(new Money(1, 2));
        ledger.Lines.Select(line => line.Amount!.Value.Minor).ShouldBe([BigInteger.Zero, BigInteger.One, BigInteger.Zero]);
    }

    [Theory]
    [InlineData(0, 2, "0.00", "0.00")]
    [InlineData(5, 2, "0.05", "0.05")]
    [InlineData(-123456, 2, "-1234.56", "-1,234.56")]
    [InlineData(1234567, 0, "1234567", "1,234,567")]
    public void Money_is_written_to_its_last_unit(int minor, int decimals, string plain, string text)
    {
        var money = new Money(minor, decimals);
        money.Plain().ShouldBe(plain);
        money.Text().ShouldBe(text);
    }

    [Theory]
    [InlineData("EURO")]
    [InlineData("")]
    [InlineData("$")]
    public void A_currency_without_a_rate_is_refused(string code)
    {
        List<Petaday.Catalog.Diagnostic> problems = [];
        CurrencyBook.Find(code, WorkedProjects.Catalog, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Expected.ShouldNotBeNull().ShouldContain("EUR");
    }

    private static void Same(Ledger ledger)
    {
        Total(ledger.Lines.Select(line => line.Amount)).ShouldBe(ledger.Total!.Value.Minor);
        Total(ledger.Lines.GroupBy(line => line.Cause).Select(cause => ledger.Of(cause.Key))).ShouldBe(ledger.Total.Value.Minor);
        Total(ledger.Lines.Select(line => line.Amortised)).ShouldBe(ledger.On(PriceBasis.Amortised)!.Value.Minor);
        Total(ledger.Lines.Select(line => line.Rental)).ShouldBe(ledger.On(PriceBasis.Rental)!.Value.Minor);
        Total(ledger.Lines.Select(line => line.Acquisition)).ShouldBe(ledger.On(PriceBasis.Acquisition)!.Value.Minor);
    }

    private static void Json(ProjectAnswer project, Ledger ledger)
    {
        using var json = JsonDocument.Parse(AnswerJson.Text(writer => ProjectJson.Write(writer, project, ledger)));
        var root = json.RootElement.GetProperty("project");
        var lines = root.GetProperty("lines").EnumerateArray().ToList();
        lines.Sum(line => line.GetProperty("amount").GetDecimal()).ShouldBe(root.GetProperty("total").GetDecimal());
        foreach (string basis in new[] { "amortised", "rental", "acquisition" })
        {
            lines
                .Sum(line => line.GetProperty("bases").GetProperty(basis).GetDecimal())
                .ShouldBe(root.GetProperty("bases").GetProperty(basis).GetDecimal());
        }
    }

    private static void Csv(ProjectAnswer project, Ledger ledger)
    {
        var rows = ProjectFocus.Of(project, ledger, null).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        decimal sum(string column) =>
            rows.Skip(1).Sum(row => decimal.Parse(row[Array.IndexOf(rows[0], column)], CultureInfo.InvariantCulture));
        decimal total(Money? amount) => decimal.Parse(amount!.Value.Plain(), CultureInfo.InvariantCulture);
        sum("BilledCost").ShouldBe(total(ledger.Total));
        sum("x_Amortised").ShouldBe(total(ledger.On(PriceBasis.Amortised)));
        sum("x_Rental").ShouldBe(total(ledger.On(PriceBasis.Rental)));
        sum("x_Acquisition").ShouldBe(total(ledger.On(PriceBasis.Acquisition)));
        rows.Skip(1).ShouldAllBe(row => row[Array.IndexOf(rows[0], "BillingCurrency")] == ledger.Currency.Code);
        rows.Count.ShouldBe(ledger.Lines.Length + 1);
    }

    private static void Pages(ProjectAnswer project, Ledger ledger)
    {
        var page = ProjectPage.Of(project, ledger);
        var grid = page.Blocks.OfType<Grid>().Single();
        decimal amount(string cell) => decimal.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture);
        var rows = grid.Rows.Select(row => (Name: row[0], Amount: amount(row[1]))).ToList();
        decimal total = rows[^1].Amount;
        rows.SkipLast(1).Where(row => row.Name.StartsWith("  ", StringComparison.Ordinal)).Sum(row => row.Amount).ShouldBe(total);
        rows.SkipLast(1).Where(row => !row.Name.StartsWith("  ", StringComparison.Ordinal)).Sum(row => row.Amount).ShouldBe(total);
        MarkdownPage.Text(page).ShouldContain(ledger.Total!.Value.Text());
    }

    private static void Paths(ProjectAnswer project)
    {
        project.Explanation.Unsound().ShouldBeEmpty();
        project.Explanation.Find("project")!.Value.ShouldBe(project.Cost.Total.Value);
        foreach (var cause in project.Cost.Total.Parts)
        {
            project
                .Explanation.Find("project." + cause.Key)!
                .Value.ShouldBe(cause.Parts.Aggregate(0.0, (sum, line) => sum + line.Value!.Value));
        }
    }

    private static BigInteger Total(IEnumerable<Money?> amounts) =>
        amounts.Aggregate(BigInteger.Zero, (sum, amount) => sum + amount!.Value.Minor);

    // No cell of an amount holds a comma or a quote; names may.
    private static string[] Cells(string row)
    {
        List<string> cells = [];
        bool quoted = false;
        string cell = "";
        foreach (char letter in row)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell);
                cell = "";
            }
            else
            {
                cell += letter;
            }
        }

        return [.. cells, cell];
    }
}
