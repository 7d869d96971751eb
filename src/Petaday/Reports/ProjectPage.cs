using System.Collections.Immutable;
using System.Globalization;
using Petaday.Economics.Project;
using Petaday.Explanations.Risk;
using Petaday.Quantities;
using Petaday.Reports.Risk;
using Petaday.Scenarios.Projects;

namespace Petaday.Reports;

/// <summary>A project for a person: the totals side by side, every line, how each came about, what it rests on.</summary>
public static class ProjectPage
{
    internal const string SizesHeading = "Sizes";
    internal const string SilentHeading = "Lines of nothing";
    internal const string ChosenHeading = "Chosen where the scenario is silent";
    internal const string SourcesHeading = "Sources";
    internal const string NotesHeading = "Notes";

    /// <summary>The page of a project in a currency.</summary>
    /// <param name="project">The project.</param>
    /// <param name="ledger">Its amounts.</param>
    /// <param name="risk">Its risk, whose percentiles then stand beside each line; null where nothing was drawn.</param>
    public static Page Of(ProjectAnswer project, Ledger ledger, RiskResult? risk = null)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(ledger);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading(project.Run.Explanation.Name + ": the whole project", 1));
        blocks.Add(new Paragraph(AnswerPage.Title(project.Run)));
        blocks.Add(new FactList([.. Headline(project, ledger)]));
        blocks.Add(new Heading("Every line"));
        blocks.Add(risk is null ? Lines(ledger) : ProjectRiskTable.Of(ledger, risk));
        AddSilent(blocks, ledger);
        if (risk is not null)
        {
            blocks.AddRange(RiskPage.Causes(risk));
        }

        blocks.Add(new Heading("How each line is worked out"));
        blocks.Add(new TreeList([.. Opened(ledger)]));
        blocks.Add(new Heading(SizesHeading));
        blocks.Add(
            new FactList([.. project.Cost.Sizing.Parts.Select(size => new Fact(size.Name, Sizes.Of(size.Value, size.Unit), size.Formula))])
        );
        if (project.Defaults.Length > 0)
        {
            blocks.Add(new Heading(ChosenHeading));
            blocks.Add(new FactList([.. project.Defaults.Select(chosen => new Fact(chosen.Key, chosen.Value, chosen.Why))]));
        }

        blocks.Add(new Heading(SourcesHeading));
        blocks.Add(new FactList([.. Sources(ledger)]));
        blocks.Add(new Heading(NotesHeading));
        blocks.Add(new Notes([.. Notes(project, ledger)]));
        return new Page(blocks.ToImmutable());
    }

    private static IEnumerable<Fact> Headline(ProjectAnswer project, Ledger ledger)
    {
        string code = ledger.Currency.Code;
        yield return new Fact("Project", Shown(ledger.Total, code), Range(ledger.Interval, code));
        yield return new Fact(
            "  amortised",
            Shown(ledger.On(PriceBasis.Amortised), code),
            "owning: what hardware loses in worth, and electricity"
        );
        yield return new Fact("  rental", Shown(ledger.On(PriceBasis.Rental), code), "renting: electricity is in the rent");
        yield return new Fact("  acquisition", Shown(ledger.On(PriceBasis.Acquisition), code), "buying the cluster for it");
        var run = project.Cost.Run;
        yield return new Fact(
            "Compute of the run",
            Sizes.Of(run.Total.Value, Dimension.Money),
            $"amortised {Sizes.Of(run.Amortised.Value, Dimension.Money)}, rental {Sizes.Of(run.Rental.Value, Dimension.Money)}, acquisition {Sizes.Of(run.Acquisition.Value, Dimension.Money)}"
        );
    }

    private static Grid Lines(Ledger ledger)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var cause in ledger.Lines.GroupBy(line => line.Cause))
        {
            rows.Add([cause.First().CauseName, Plain(ledger.Of(cause.Key)), Share(ledger.Share(ledger.Of(cause.Key))), ""]);
            rows.AddRange(
                cause
                    .Where(line => line.Amount is not { Minor.IsZero: true })
                    .Select(line =>
                        ImmutableArray.Create(
                            "  " + line.Line.Name,
                            Plain(line.Amount),
                            Share(ledger.Share(line.Amount)),
                            Range(line.Interval, "") ?? ""
                        )
                    )
            );
        }

        rows.Add(["Project", Plain(ledger.Total), Share(ledger.Share(ledger.Total)), Range(ledger.Interval, "") ?? ""]);
        return new Grid(["line", ledger.Currency.Code, "share", "90 %"], [false, true, true, true], rows.ToImmutable());
    }

    /// <summary>Lines of nothing, with the reason: what is not counted is said.</summary>
    private static void AddSilent(ImmutableArray<Block>.Builder blocks, Ledger ledger)
    {
        ImmutableArray<Fact> silent =
        [
            .. ledger
                .Lines.Where(line => line.Amount is { Minor.IsZero: true } && line.Line.Note is { } note && note != LedgerLine.Elsewhere)
                .Select(line => new Fact(line.Key, "0", line.Line.Note)),
        ];
        if (silent.Length > 0)
        {
            blocks.Add(new Heading(SilentHeading));
            blocks.Add(new FactList(silent));
        }
    }

    private static IEnumerable<TreeRow> Opened(Ledger ledger)
    {
        foreach (var cause in ledger.Lines.Where(line => line.Amount is not { Minor.IsZero: true }).GroupBy(line => line.CauseName))
        {
            yield return new TreeRow(0, cause.Key, "", []);
            foreach (var line in cause)
            {
                yield return new TreeRow(1, line.Line.Name, Sizes.Of(line.Line.Value, Dimension.Money), [.. Details(line)]);
            }
        }
    }

    private static IEnumerable<string> Details(LedgerLine line)
    {
        if (line.Line.Formula is { } formula)
        {
            yield return "= " + formula;
        }

        if (line.Line.Note is { } note)
        {
            yield return note;
        }

        string sources = string.Join(", ", ProjectJson.SourcesOf(line.Line).Select(source => source.Id).Distinct(StringComparer.Ordinal));
        yield return (sources.Length > 0 ? $"rests on {sources}; " : "") + $"see petaday explain project.{line.Key}";
    }

    private static IEnumerable<Fact> Sources(Ledger ledger) =>
        ledger
            .Lines.SelectMany(line => ProjectJson.SourcesOf(line.Line))
            .Concat(ledger.Currency.PerDollar.Sources)
            .DistinctBy(source => source.Id)
            .Select(source => new Fact(
                source.Id,
                Scenarios.Words.Of(source.Grade),
                $"{source.Title}{(source.Url is null ? "" : $" <{source.Url}>")}"
            ));

    private static IEnumerable<string> Notes(ProjectAnswer project, Ledger ledger) =>
        ledger.Currency.Code == Currency.Dollar.Code
            ? project.Notes
            :
            [
                .. project.Notes,
                $"1 USD = {ledger.Currency.Rate.ToString(CultureInfo.InvariantCulture)} {ledger.Currency.Code}: {string.Join("; ", ledger.Currency.PerDollar.Sources.Select(ExplanationPage.Source))}",
            ];

    private static string Shown(Money? amount, string code) => amount is { } known ? $"{known.Text()} {code}" : "not known";

    private static string Plain(Money? amount) => amount?.Text() ?? "not known";

    private static string Share(double? share) => share is { } known ? Sizes.Share(known) : "";

    private static string? Range(Interval? interval, string code) =>
        interval is not { } range ? null
        : code.Length == 0 ? $"{Sizes.Number(range.Low)} to {Sizes.Number(range.High)}"
        : $"90 %: {Sizes.Number(range.Low)} to {Sizes.Number(range.High)} {code}";
}
