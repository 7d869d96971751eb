using System.Collections.Immutable;
using Petaday.Explanations.Risk;
using Petaday.Quantities;
using Petaday.Reports.Risk;
using Petaday.Scenarios;
using Petaday.Scenarios.Projects;

namespace Petaday.Reports;

/// <summary>The report of <c>cost</c>: what a whole project costs, as a board reads it.</summary>
public static class ProjectReport
{
    private const int MostCauses = 3;

    /// <summary>The report.</summary>
    /// <param name="project">The project.</param>
    /// <param name="ledger">Its amounts in a currency.</param>
    /// <param name="risk">Its risk; null where nothing was drawn.</param>
    /// <param name="asked">The scenario, flags included; null leaves it out.</param>
    public static Page Of(ProjectAnswer project, Ledger ledger, RiskResult? risk, Scenario? asked)
    {
        var page = ProjectPage.Of(project, ledger, risk);
        return Report.Of(
            page with
            {
                Blocks = [.. WithoutSources(page.Blocks)],
            },
            new ReportFrame(
                $"What does the whole project around training {project.Run.Model.Id} cost, and what of it is the compute of the run?",
                [.. Answers(project, ledger, risk)]
            )
            {
                Asked = asked is null ? [] : [(asked, project.Defaults)],
                Explanations = [.. ledger.Lines.Select(line => line.Line), ledger.Currency.PerDollar],
                Additions = [.. Pictures(ledger, risk)],
                Assumptions = [ProjectPage.SizesHeading, ProjectPage.SilentHeading, ProjectPage.ChosenHeading, ProjectPage.NotesHeading],
            }
        );
    }

    private static IEnumerable<string> Answers(ProjectAnswer project, Ledger ledger, RiskResult? risk)
    {
        string code = ledger.Currency.Code;
        if (ledger.Total is not { } total)
        {
            yield return "The total is not known: a line of it has no price. What is known follows.";
            yield break;
        }

        string range = ledger.Interval is { } interval
            ? $" (90 %: {Sizes.Number(interval.Low)} to {Sizes.Number(interval.High)} {code})"
            : "";
        yield return $"The project costs {total.Text()} {code}{range}.";
        var causes = Causes(ledger).OrderByDescending(static cause => cause.Amount.Value).Take(MostCauses);
        yield return $"Most of it: {string.Join("; ", causes.Select(cause => $"{cause.Name} {Sizes.Share(ledger.Share(cause.Amount) ?? 0)}"))}.";
        yield return $"The compute of the run alone is {Sizes.Of(project.Cost.Run.Total.Value, Dimension.Money)}.";
        foreach (var miss in risk?.Misses ?? [])
        {
            yield return $"The chance of missing the {miss.Limit.Name.ToLowerInvariant()} is {Sizes.Share(miss.Chance)}.";
        }
    }

    private static IEnumerable<(string Name, Money Amount)> Causes(Ledger ledger) =>
        ledger
            .Lines.GroupBy(static line => (line.Cause, line.CauseName))
            .Select(cause => (Name: cause.Key.CauseName, Amount: ledger.Of(cause.Key.Cause)))
            .Where(static cause => cause.Amount is { Minor.IsZero: false })
            .Select(static cause => (cause.Name, cause.Amount!.Value));

    private static IEnumerable<(string Heading, Block Block)> Pictures(Ledger ledger, RiskResult? risk)
    {
        string code = ledger.Currency.Code;
        if (ledger.Total is { } total)
        {
            var bars = BarPicture.Waterfall(
                $"Causes of cost, {code}",
                Causes(ledger).Select(cause => (cause.Name, cause.Amount.Value, $"{Sizes.Number(cause.Amount.Value)} {code}")),
                ("Project", total.Value, $"{Sizes.Number(total.Value)} {code}")
            );
            yield return (
                "",
                Figure.Of(
                    "causes",
                    "What each cause adds, each beginning where the one above ends; the line at the total is its 90 % interval.",
                    bars with
                    {
                        Rows = [.. bars.Rows[..^1], bars.Rows[^1] with { Range = ledger.Interval }],
                    }
                )
            );
        }

        foreach (var (target, index) in (risk?.Targets ?? []).Select(static (target, index) => (target, index)))
        {
            if (TornadoSvg.Write(target) is { } svg)
            {
                yield return (
                    RiskPage.DriversHeading(target),
                    new Figure(
                        $"tornado-{index + 1}",
                        $"{RiskPage.DriversHeading(target)}: each unknown at its 5 % and its 95 %, the rest central.",
                        svg
                    )
                );
            }
        }
    }

    /// <summary>The report numbers its sources itself.</summary>
    private static IEnumerable<Block> WithoutSources(ImmutableArray<Block> blocks)
    {
        bool left = false;
        foreach (var block in blocks)
        {
            left = block is Heading heading ? heading.Text == ProjectPage.SourcesHeading : left;
            if (!left)
            {
                yield return block;
            }
        }
    }
}
