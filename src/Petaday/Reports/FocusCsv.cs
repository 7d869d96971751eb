using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Petaday.Explanations;

namespace Petaday.Reports;

/// <summary>
/// Cost lines under the column names of FOCUS, the FinOps Open Cost and Usage Specification (version 1.2, focus.finops.org), so that finance tools read a plan beside
/// bills. Its own columns come first, ours follow and begin with <c>x_</c>. It is a plan and no invoice: provider, publisher and issuer say so.
/// </summary>
public static class FocusCsv
{
    private const string Issuer = "Petaday (estimate)";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ImmutableArray<string> Columns =
    [
        "BilledCost",
        "BillingAccountId",
        "BillingAccountName",
        "BillingCurrency",
        "BillingPeriodEnd",
        "BillingPeriodStart",
        "ChargeCategory",
        "ChargeClass",
        "ChargeDescription",
        "ChargePeriodEnd",
        "ChargePeriodStart",
        "ContractedCost",
        "EffectiveCost",
        "InvoiceIssuerName",
        "ListCost",
        "ListUnitPrice",
        "PricingQuantity",
        "PricingUnit",
        "ProviderName",
        "PublisherName",
        "ServiceCategory",
        "ServiceName",
        "SubAccountId",
        "SubAccountName",
        "Tags",
        "x_Path",
        "x_Cause",
        "x_Low",
        "x_High",
        "x_Formula",
        "x_Note",
        "x_Sources",
    ];

    /// <summary>
    /// A row a cost line of <paramref name="total"/>: sums of money are opened, everything else is a line. The costs add up to the total to the sixth digit
    /// after the point, exactly; a line that is not known has empty costs and says why.
    /// Throws <see cref="ArgumentException"/> when the total is not money.
    /// </summary>
    /// <param name="total">A sum of money.</param>
    /// <param name="header">What every row says alike.</param>
    /// <param name="exact">The amount of a path as it is to be written, where a number of the machine is too short for it; null rounds the line's own.</param>
    /// <param name="more">Columns of ours to put behind: each with its name and what stands in it for a line's path.</param>
    public static string Of(
        Line total,
        FocusHeader header,
        Func<string, string>? exact = null,
        params ReadOnlySpan<(string Column, Func<string, string> Of)> more
    )
    {
        ArgumentNullException.ThrowIfNull(total);
        ArgumentNullException.ThrowIfNull(header);
        (string Column, Func<string, string> Of)[] behind = [.. more];
        var charges = FocusCharge.Of(total);
        var amounts = exact is null
            ? FocusAmounts.Of([.. charges.Select(charge => charge.Line.Value)], total.Value)
            : [.. charges.Select(charge => exact(charge.Path))];
        return CsvReport.Of(
            [.. Columns, .. behind.Select(static one => one.Column)],
            charges.Select((charge, index) => Cells(charge, amounts[index], header).Concat(behind.Select(one => one.Of(charge.Path))))
        );
    }

    private static string[] Cells(FocusCharge charge, string amount, FocusHeader header)
    {
        var price = FocusPrice.Of(charge.Line);
        return
        [
            amount,
            "estimate",
            "Estimate",
            header.Currency,
            Day(header.End),
            Day(header.Start),
            header.IsPurchase ? "Purchase" : "Usage",
            "",
            Description(charge),
            Day(header.End),
            Day(header.Start),
            amount,
            amount,
            Issuer,
            amount,
            Number(price?.UnitPrice),
            Number(price?.Quantity),
            price?.Unit ?? "",
            Issuer,
            Issuer,
            FocusService.Of(charge.Path),
            charge.Cause.Name,
            header.Account,
            header.Account,
            Tags(header),
            charge.Path,
            charge.Cause.Key,
            Number(charge.Line.Interval?.Low),
            Number(charge.Line.Interval?.High),
            charge.Line.Formula ?? "",
            charge.Line.Note ?? "",
            string.Join("; ", charge.Sources.Select(source => source.Id)),
        ];
    }

    private static string Description(FocusCharge charge)
    {
        string name = charge.Line == charge.Cause ? charge.Line.Name : $"{charge.Cause.Name}: {charge.Line.Name}";
        return charge.Line.Value is null ? $"{name} (not known)" : name;
    }

    private static string Number(double? value) => value is { } known ? FocusAmounts.Text(known) : "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture) ?? "";

    private static string Tags(FocusHeader header)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in header.Tags)
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
