using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Web.Operations;
using Petaday.Web.Texts;

namespace Petaday.Web.Tests.Texts;

/// <summary>
/// What stays English on a page in another language, and why. What is left of a text when all of this is taken away has no translation.
/// </summary>
internal sealed partial class EnglishByIntent
{
    /// <summary>Values of keys, words of commands and of the catalog's free parameters, formats, and names of published runs.</summary>
    private static readonly string[] Written =
    [
        .. "petaday explain cost total active name scenario efficiency contention any true false fair good high best sync async inline request".Split(
            ' '
        ),
        .. "Markdown Electricity Maps English preview".Split(' '),
        .. Petaday.Scenarios.Forecasts.ForecastQuestion.Words,
    ];

    private readonly FrozenSet<string> words;
    private readonly string[] titles;

    public EnglishByIntent(Library library)
    {
        // Titles of sources and names of catalog entries are as their publishers write them; the longest goes first.
        titles =
        [
            .. EntryKind
                .All.Where(kind => kind != EntryKind.Sites)
                .SelectMany(kind => library.All(kind))
                .SelectMany(entry => new[] { entry.Name, entry.Root["title"]?.Text ?? "" })
                .Where(name => name.Contains(' ', StringComparison.Ordinal))
                .Distinct()
                .OrderByDescending(name => name.Length),
        ];
        words = EntryKind
            .All.SelectMany(kind => (IEnumerable<string>)library.Ids(kind))
            // Keys of a scenario, their values, flags and parameters of operations are what is typed.
            .Concat(ScenarioSchema.Flags.SelectMany(key => key.Allowed.Concat(key.Path.Split('.')).Append(key.Flag ?? key.Name)))
            .Concat(AllOperations.OfScenarios.SelectMany(operation => operation.Parameters.Keys.Append(operation.Name)))
            .Concat(Petaday.Scenarios.Levers.LeverWords.Metrics)
            .Concat(LanguageFile.Names())
            .Concat(Written)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>English words of a text that stay for no reason; empty for a text that is translated.</summary>
    public IEnumerable<string> Left(string text)
    {
        foreach (string title in titles)
        {
            text = text.Replace(title, " ", StringComparison.Ordinal);
        }

        return Word().Matches(Symbol().Replace(text, " ")).Select(match => match.Value).Where(word => !words.Contains(word));
    }

    // Addresses, what somebody wrote (in quotes), and what has a digit, a hyphen, a dot, a slash or a capital within: identifiers, paths, units, citations of papers.
    [GeneratedRegex(
        "https?://\\S+|'[^']*'|`[^`]*`|[A-Z]\\w+(?: et al\\.)? (?:19|20)\\d\\d|[A-Z]\\w+ et al\\.|[\\w]*[-_/.0-9²^][-\\w./]*|\\b\\w+[A-Z]\\w*\\b|…",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Symbol();

    [GeneratedRegex("(?<![A-Za-z])[A-Z]?[a-z]{2,}(?![A-Za-z])", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();
}
