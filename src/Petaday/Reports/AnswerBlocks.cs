using System.Collections.Immutable;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>Parts of an answer's page that stand there only where there is something to say.</summary>
internal static class AnswerBlocks
{
    // A run that moves on for 99 % of its time needs no account of the rest.
    private const double LeastLost = 0.01;

    // What rounds to 0.0 % of the whole is left to JSON and `explain`.
    private const double LeastShown = 0.0005;

    /// <summary>Where the run's time goes, where more than a hundredth of it is not training.</summary>
    public static IEnumerable<Block> Calendar(RunAnswer run)
    {
        if (run.Seconds is not (> 0 and var whole) || !double.IsFinite(whole))
        {
            yield break;
        }

        if (1 - run.Goodput > LeastLost)
        {
            yield return new Heading(AnswerPage.CalendarHeading);
            yield return new BarList([
                .. run
                    .Calendar.Where(line => line.Seconds / whole >= LeastShown)
                    .Select(line => new Bar(
                        line.Name,
                        Sizes.Of(line.Seconds, Dimension.Seconds),
                        line.Seconds.GetValueOrDefault() / whole
                    )),
            ]);
        }
    }

    /// <summary>The compute bill by line.</summary>
    public static IEnumerable<Block> Cost(CostAnswer cost)
    {
        if (cost.Lines.Length == 0)
        {
            yield break;
        }

        yield return new Heading(AnswerPage.CostHeading);
        yield return new BarList([
            .. cost
                .Lines.Where(static line => line.Amount is > 0)
                .Select(static line => new Bar(line.Name, Sizes.Of(line.Amount, Dimension.Money), line.Share ?? 0)),
        ]);
        yield return new Notes(["the compute bill is a part of what a model costs: petaday cost gives the whole project"]);
        ImmutableArray<string> unknown =
        [
            .. cost.Lines.Where(static line => line.Amount is null).Select(static line => $"{line.Name}: not known"),
        ];
        if (unknown.Length > 0)
        {
            yield return new Notes(unknown);
        }
    }
}
