using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Scenarios.Projects;

/// <summary>One line of a project as it is shown.</summary>
/// <param name="Cause">The cause's key.</param>
/// <param name="CauseName">The cause's name.</param>
/// <param name="Line">The line on the basis asked for, USD.</param>
/// <param name="Amount">The amount on that basis; null where it is not known.</param>
/// <param name="Amortised">The amount when owning.</param>
/// <param name="Rental">The amount when renting.</param>
/// <param name="Acquisition">The amount when buying the cluster.</param>
/// <param name="Interval">90 %, in the currency; null where nothing that it rests on has a range.</param>
public sealed record LedgerLine(
    string Cause,
    string CauseName,
    Line Line,
    Money? Amount,
    Money? Amortised,
    Money? Rental,
    Money? Acquisition,
    Interval? Interval
)
{
    /// <summary>The note of a line that another basis has.</summary>
    public const string Elsewhere = "does not arise on this basis";

    /// <summary>The path of the line below the project: <c>people.staff</c>.</summary>
    public string Key => $"{Cause}.{Line.Key}";
}
