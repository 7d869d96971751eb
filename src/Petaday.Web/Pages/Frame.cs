using Microsoft.AspNetCore.Http;
using Petaday.Web.Operations;
using Petaday.Web.Requests;
using Petaday.Web.Texts;

namespace Petaday.Web.Pages;

/// <summary>What every page is made with.</summary>
/// <param name="Engine">What it answers from.</param>
/// <param name="Language">The language that it is written in.</param>
/// <param name="Languages">Those that there are.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="Query">The query that it was asked with, with its question mark; empty for none.</param>
/// <param name="Question">What is asked.</param>
public sealed record Frame(Engine Engine, Language Language, TextBook Languages, string Path, string Query, Question Question)
{
    /// <summary>What a form that changes anything must carry; empty on pages whose forms only ask.</summary>
    public string FormToken { get; init; } = "";

    /// <summary>What the page waits for.</summary>
    internal Watch Watch { get; } = new();

    /// <summary>What an operation says to what is asked. Where it is refused or the time is up, nothing, and <see cref="Watch"/> knows why.</summary>
    internal async Task<Result> Ask(Operation operation, CancellationToken cancellation)
    {
        try
        {
            return await Engine.Desk.Ask(Engine, operation, Question, Watch, cancellation);
        }
        catch (Exception failure) when (failure is TurnsTakenException or OperationCanceledException)
        {
            Watch.Failure = failure;
            return new Result();
        }
    }

    /// <summary>A word of the page's language.</summary>
    public string this[string english] => Language[english];

    /// <summary>What an element that shows a text has as <c>lang</c>: English where the page's language lacks the text; else null.</summary>
    public string? Lang(string? english) => english is not null && Language.Say(english).IsEnglish ? "en" : null;

    /// <summary>This page's query with parameters changed: null takes one away.</summary>
    public string Link(string path, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var pairs = Question
            .Flags.Select(flag => (Name: flag.Name, Value: (string?)flag.Text))
            .Concat(Question.Rest.Select(pair => (Name: pair.Key, Value: (string?)pair.Value)))
            .ToList();
        foreach (var (name, value) in changes)
        {
            pairs.RemoveAll(pair => pair.Name == name || Question.SamePath(pair.Name, name));
            if (value is not null)
            {
                pairs.Add((name, value));
            }
        }

        string query = string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The same page in another language.</summary>
    public string In(string code) => Link(Path, ("lang", code));

    /// <summary>A link of the navigation: only the language goes along.</summary>
    public string Plain(string path) => Question.Rest.TryGetValue("lang", out string? code) ? $"{path}?lang={code}" : path;

    /// <summary>Makes the frame of a request.</summary>
    public static Frame Of(HttpContext context, Engine engine, TextBook texts, Question question) =>
        new(
            engine,
            texts.Choose(question.Rest.GetValueOrDefault("lang"), context.Request.Headers.AcceptLanguage),
            texts,
            context.Request.Path,
            context.Request.QueryString.Value ?? "",
            question
        );
}
