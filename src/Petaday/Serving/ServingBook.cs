using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Serving;

/// <summary>Every factor that serving rests on.</summary>
/// <param name="Factors">Factors of energy, carbon and money.</param>
/// <param name="Serving">Factors of serving itself.</param>
public sealed record ServingBook(FactorBook Factors, ServingFactors Serving)
{
    private const double MonthsOfYear = 12;

    /// <summary>A mean month, s: a twelfth of a year.</summary>
    public Line Month { get; } =
        Line.Computed("month", "Month", Dimension.Seconds, "year / 12", static parts => parts[0] / MonthsOfYear, Factors.Economics.Year);

    /// <summary>Reads the catalog's factors. Throws <see cref="InvalidDataException"/> when one is missing: a defect of the catalog.</summary>
    public static ServingBook Read(Library library) => new(FactorBook.Read(library), ServingFactors.Read(library));
}
