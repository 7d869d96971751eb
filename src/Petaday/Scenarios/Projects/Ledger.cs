using System.Collections.Immutable;
using System.Numerics;
using Petaday.Economics.Project;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Scenarios.Projects;

/// <summary>
/// A project in a currency, in whole numbers of its smallest unit: lines add up to causes and these to the total to the last unit, whatever the currency.
/// The total is rounded once; its units are shared out among the lines, each rounded down and the largest remainders rounded up (Hamilton's method).
/// </summary>
public sealed class Ledger
{
    private Ledger(
        Currency currency,
        ImmutableArray<LedgerLine> lines,
        ImmutableArray<Money?> bases,
        PriceBasis basis,
        Interval? interval
    ) => (Currency, Lines, this.bases, Basis, Interval) = (currency, lines, bases, basis, interval);

    private readonly ImmutableArray<Money?> bases;

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>Every line, cause by cause.</summary>
    public ImmutableArray<LedgerLine> Lines { get; }

    /// <summary>The basis asked for.</summary>
    public PriceBasis Basis { get; }

    /// <summary>90 % of the total, in the currency.</summary>
    public Interval? Interval { get; }

    /// <summary>The total on the basis asked for; null where a part is not known.</summary>
    public Money? Total => On(Basis);

    /// <summary>The total on a basis.</summary>
    public Money? On(PriceBasis basis) => bases[(int)basis];

    /// <summary>The amount of a cause on the basis asked for: the sum of its lines.</summary>
    public Money? Of(string cause) => Sum(Lines.Where(line => line.Cause == cause).Select(line => line.Amount));

    /// <summary>A share of the total; null where either is not known or the total is nothing.</summary>
    public double? Share(Money? amount) => amount is { } part && Total is { Minor.IsZero: false } total ? part.Value / total.Value : null;

    /// <summary>Makes the ledger of a project.</summary>
    public static Ledger Of(ProjectCost cost, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentNullException.ThrowIfNull(currency);
        ImmutableArray<ImmutableArray<Line>> flat =
        [
            .. cost.Bases.Select(basis => basis.Parts.SelectMany(cause => cause.Parts).ToImmutableArray()),
        ];
        ImmutableArray<ImmutableArray<Money?>> amounts = [.. flat.Select(lines => Shared(lines, currency))];
        ImmutableArray<LedgerLine> shown =
        [
            .. cost
                .Bases.SelectMany((basis, at) => Keys(basis).Select(key => (key.Cause, key.Name, key.Line, Basis: at)))
                .GroupBy(one => (one.Cause, one.Line.Key))
                .OrderBy(group => Order(cost, group.Key.Cause))
                .Select(group => One(cost, flat, amounts, group.Key.Cause, group.First().Name, group.Key.Key, currency)),
        ];
        return new Ledger(currency, shown, [.. amounts.Select(basis => Sum(basis))], cost.Basis, In(LineSpread.Of(cost.Total), currency));
    }

    private static int Order(ProjectCost cost, string cause) => cost.Total.Parts.Select(part => part.Key).ToList().IndexOf(cause);

    private static IEnumerable<(string Cause, string Name, Line Line)> Keys(Line basis) =>
        basis.Parts.SelectMany(cause => cause.Parts.Select(line => (cause.Key, cause.Name, line)));

    private static LedgerLine One(
        ProjectCost cost,
        ImmutableArray<ImmutableArray<Line>> flat,
        ImmutableArray<ImmutableArray<Money?>> amounts,
        string cause,
        string name,
        string key,
        Currency currency
    )
    {
        var places = cost
            .Bases.Select((basis, at) => Keys(basis).ToList().FindIndex(one => one.Cause == cause && one.Line.Key == key))
            .ToList();
        Money? amount(PriceBasis basis) =>
            places[(int)basis] < 0 ? new Money(0, currency.Decimals) : amounts[(int)basis][places[(int)basis]];
        int own = places[(int)cost.Basis];
        int any = places.FindIndex(place => place >= 0);
        var line =
            own >= 0
                ? flat[(int)cost.Basis][own]
                : flat[any][places[any]] with
                {
                    Value = 0,
                    Parts = [],
                    Combination = Combination.Leaf,
                    Compute = null,
                    Formula = null,
                    Note = LedgerLine.Elsewhere,
                };
        return new LedgerLine(
            cause,
            name,
            line,
            amount(cost.Basis),
            amount(PriceBasis.Amortised),
            amount(PriceBasis.Rental),
            amount(PriceBasis.Acquisition),
            In(LineSpread.Of(line), currency)
        );
    }

    private static Interval? In(Interval? dollars, Currency currency) =>
        dollars is { } range ? new Interval(range.Low * currency.Rate, range.High * currency.Rate) : null;

    private static ImmutableArray<Money?> Shared(ImmutableArray<Line> lines, Currency currency)
    {
        double units = currency.Rate * Math.Pow(10, currency.Decimals);
        var exact = lines.Select(line => line.Value * units).ToList();
        var whole = exact.Select(amount => amount is { } one ? new BigInteger(Math.Floor(one)) : (BigInteger?)null).ToArray();
        var left = exact.Select(amount => amount is { } one ? one - Math.Floor(one) : 0).ToList();
        int spare = (int)Math.Round(left.Sum());
        foreach (
            int at in Enumerable
                .Range(0, left.Count)
                .Where(at => left[at] > 0)
                .OrderByDescending(at => left[at])
                .ThenBy(at => at)
                .Take(spare)
        )
        {
            whole[at]++;
        }

        return [.. whole.Select(amount => amount is { } minor ? new Money(minor, currency.Decimals) : (Money?)null)];
    }

    private static Money? Sum(IEnumerable<Money?> amounts)
    {
        BigInteger total = 0;
        int decimals = 0;
        foreach (var amount in amounts)
        {
            if (amount is not { } known)
            {
                return null;
            }

            (total, decimals) = (total + known.Minor, known.Decimals);
        }

        return new Money(total, decimals);
    }
}
