using System.Collections.Immutable;
using System.Globalization;
using Petaday.Adaptation;

namespace Petaday.Reports;

/// <summary>The tables of a decision.</summary>
public static class DecisionTables
{
    private const double Gibibyte = 1L << 30;

    /// <summary>Money, time and risk of every path; of those that are not allowed, why.</summary>
    public static Grid Money(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return new Grid(
            ["path", "model", "where", "up front", "a month", "first use", "chance", "net present value", "paid back", "not allowed"],
            [false, false, false, true, true, true, true, true, true, false],
            [.. decision.Options.Select(Row)]
        );
    }

    /// <summary>People, machines, memory and dependency of every path.</summary>
    public static Grid Needs(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return new Grid(
            ["path", "person-months", "devices", "to train", "memory", "quality expected", "depends on"],
            [false, true, true, true, true, true, false],
            [
                .. decision.Options.Select(static option =>
                    (ImmutableArray<string>)
                        [
                            PathNames.Name(option.Path),
                            option.Money is null ? "" : Sizes.Number(option.Money.PersonMonths.Value),
                            Whole(option.Money?.Devices?.Value),
                            Whole(option.TrainingDevices),
                            option.TrainingBytes is { } bytes
                                ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Gibibyte:0.#} GiB")
                                : "",
                            option.Money is null ? "" : DecisionWords.Share(option.Money.Quality.Value),
                            option.Dependency,
                        ]
                ),
            ]
        );
    }

    /// <summary>What the draws make of every allowed path.</summary>
    public static Grid Draws(ImmutableArray<PathDraws> draws) =>
        new(
            ["path", "5 %", "middle", "95 %", "mean", "above zero", "best of all"],
            [false, true, true, true, true, true, true],
            [
                .. draws.Select(static one =>
                    (ImmutableArray<string>)
                        [
                            PathNames.Name(one.Path.Path),
                            DecisionWords.Money(one.Low),
                            DecisionWords.Money(one.Middle),
                            DecisionWords.Money(one.High),
                            DecisionWords.Money(one.Mean),
                            DecisionWords.Share(one.ChanceOfGain),
                            DecisionWords.Share(one.ChanceOfBest),
                        ]
                ),
            ]
        );

    private static ImmutableArray<string> Row(PathOption option)
    {
        string where = option.SystemId is null ? PathNames.Of(option.Place) : $"{PathNames.Of(option.Place)} {option.SystemId}";
        return option.Money is { } money
            ?
            [
                PathNames.Name(option.Path),
                option.ModelName,
                where,
                DecisionWords.Money(money.UpFront.Value),
                DecisionWords.Money(money.Monthly.Value),
                DecisionWords.Time(money.FirstUse.Value),
                DecisionWords.Share(money.Chance.Value),
                option.IsAllowed ? DecisionWords.Money(money.Expected.Value) : "",
                option.IsAllowed ? DecisionWords.Time(money.Payback.Value) : "",
                option.Refusal?.Message ?? "",
            ]
            :
            [
                PathNames.Name(option.Path),
                option.ModelName,
                where,
                "",
                "",
                "",
                "",
                "",
                "",
                option.Refusal?.Message ?? "its quality is not known",
            ];
    }

    private static string Whole(double? count) => count is { } known ? known.ToString("N0", CultureInfo.InvariantCulture) : "";
}
