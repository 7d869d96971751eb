using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Petaday.Web.Tests.Texts;

/// <summary>What a person reads on a page: its texts, titles, labels, hints and the words of its charts. Code and drawings' styles are left out.</summary>
internal static partial class RenderedText
{
    /// <summary>Every text of a page.</summary>
    public static IEnumerable<string> Of(string html)
    {
        string body = Silent().Replace(html, " ");
        foreach (Match match in Attribute().Matches(body))
        {
            yield return WebUtility.HtmlDecode(match.Groups[1].Value);
        }

        foreach (Match match in ChartData().Matches(body))
        {
            using var chart = JsonDocument.Parse(WebUtility.HtmlDecode(match.Groups[1].Value));
            foreach (string word in Words(chart.RootElement))
            {
                yield return word;
            }
        }

        foreach (string text in Tag().Split(body))
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return WebUtility.HtmlDecode(text).Trim();
            }
        }
    }

    private static IEnumerable<string> Words(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Where(one => one.Name != "mark").SelectMany(one => Words(one.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Words),
            JsonValueKind.String => [element.GetString()!],
            _ => [],
        };

    // What is in code, and what stands in the language of its own name: the links to other languages.
    [GeneratedRegex(
        "<(code|pre|script|style|datalist)\\b.*?</\\1>|<ul class=\"languages\".*?</ul>|<head>.*?</head>|<!DOCTYPE[^>]*>",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Silent();

    [GeneratedRegex("\\s(?:title|alt|aria-label|placeholder)=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Attribute();

    [GeneratedRegex("data-chart=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ChartData();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();
}
