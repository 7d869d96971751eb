using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>What the catalog knows of trends: published ones, dated costs of runs, bounds, budgets.</summary>
/// <param name="Cited">Published trends.</param>
/// <param name="Costs">Costs of runs, each with its basis.</param>
/// <param name="Limits">Bounds on the compute of a run.</param>
/// <param name="Budgets">Who might train a model.</param>
public sealed record TrendBook(
    ImmutableArray<CitedTrend> Cited,
    ImmutableArray<RunCost> Costs,
    ImmutableArray<ScaleLimit> Limits,
    ImmutableArray<BudgetClass> Budgets
)
{
    /// <summary>Reads the files of every directory, a person's own after the shipped; null, with diagnostics added, where a row cannot be read.</summary>
    public static TrendBook? Read(Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        var book = new TrendBook(
            Rows(library, "trends/trends.csv", diagnostics, Trend),
            Rows(library, "runs/costs.csv", diagnostics, Cost),
            Rows(library, "trends/limits.csv", diagnostics, Limit),
            Rows(library, "trends/budgets.csv", diagnostics, Budget)
        );
        return diagnostics.Count > before ? null : book;
    }

    /// <summary>The published trend of a metric; the last row where several are of it. Throws <see cref="InvalidDataException"/> where there is none: a defect of the catalog.</summary>
    public CitedTrend Trend(string metric) =>
        Cited.LastOrDefault(trend => trend.Metric == metric)
        ?? throw new InvalidDataException($"catalog/trends/trends.csv has no row '{metric}'");

    private static ImmutableArray<T> Rows<T>(
        Library library,
        string path,
        ICollection<Diagnostic> diagnostics,
        Func<Node, ICollection<Diagnostic>, T?> read
    )
        where T : class =>
        [
            .. library
                .Directories.Select(directory => Path.Combine(directory, path))
                .Where(File.Exists)
                .SelectMany(file => TableReader.ReadFile(file, diagnostics))
                .Select(row => read(row, diagnostics))
                .OfType<T>(),
        ];

    private static CitedTrend? Trend(Node row, ICollection<Diagnostic> diagnostics) =>
        Needed(row, "central_value", diagnostics) is { } value
            ? new CitedTrend(
                row["metric"]?.Text ?? "",
                value,
                row["unit"]?.Text ?? "",
                Number(row, "ci_low", diagnostics),
                Number(row, "ci_high", diagnostics),
                row["period"]?.Text,
                row["source"]?.Text ?? "",
                row["notes"]?.Text
            )
            : null;

    /// <summary>A row that states no amount, or no year, is of no use to a trend: it is a statement of another kind, not a mistake.</summary>
    private static RunCost? Cost(Node row, ICollection<Diagnostic> diagnostics) =>
        Number(row, "cost_usd", diagnostics) is { } usd && usd > 0 && Number(row, "year", diagnostics) is { } year
            ? new RunCost(
                row["id"]?.Text ?? "",
                row["model"]?.Text ?? "",
                (int)year,
                usd,
                Number(row, "training_flops", diagnostics),
                Basis(row["cost_basis"]?.Text ?? ""),
                row["accelerator"]?.Text,
                row["source"]?.Text ?? ""
            )
            : null;

    private static ScaleLimit? Limit(Node row, ICollection<Diagnostic> diagnostics)
    {
        double? low = Number(row, "low_flop", diagnostics);
        double? high = Number(row, "high_flop", diagnostics);
        return new ScaleLimit(
            row["id"]?.Text ?? "",
            row["what"]?.Text ?? "",
            row["binds"]?.Text ?? "",
            Number(row, "flop", diagnostics),
            low is { } least && high is { } most ? new Interval(least, most) : null,
            (int?)Number(row, "year", diagnostics),
            row["source"]?.Text ?? "",
            row["grade"]?.Text ?? "",
            row["notes"]?.Text
        );
    }

    private static BudgetClass? Budget(Node row, ICollection<Diagnostic> diagnostics) =>
        Needed(row, "usd", diagnostics) is { } usd
            ? new BudgetClass(row["id"]?.Text ?? "", row["name"]?.Text ?? row["id"]?.Text ?? "", usd)
            : null;

    private static CostBasis Basis(string text) =>
        text.StartsWith("amortised hardware CapEx", StringComparison.Ordinal) ? CostBasis.Amortised
        : text.StartsWith("cloud rental cost", StringComparison.Ordinal) ? CostBasis.Rental
        : text.StartsWith("acquisition cost", StringComparison.Ordinal) ? CostBasis.Acquisition
        : text.StartsWith("model_costs_updated", StringComparison.Ordinal) ? CostBasis.Updated
        : CostBasis.Other;

    private static double? Needed(Node row, string column, ICollection<Diagnostic> diagnostics)
    {
        if (row[column] is null)
        {
            diagnostics.Add(row.Problem(DiagnosticCodes.MissingKey, "this row has no number here", "a number") with { Key = column });
            return null;
        }

        return Number(row, column, diagnostics);
    }

    private static double? Number(Node row, string column, ICollection<Diagnostic> diagnostics)
    {
        if (row[column] is not { } cell)
        {
            return null;
        }

        if (double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
        {
            return value;
        }

        diagnostics.Add(cell.Problem(DiagnosticCodes.WrongType, $"'{NumberText.Clip(cell.Text)}' is no number", "a number"));
        return null;
    }
}
