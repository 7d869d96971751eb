using System.Text.RegularExpressions;
using Petaday.Web.Pages;
using Petaday.Web.Texts;

namespace Petaday.Web.Tests;

/// <summary>A language is a file: every word of the page is in it.</summary>
public sealed partial class LanguageTests
{
    [Fact]
    public void Every_phrase_of_the_page_is_translated()
    {
        string root = Root(AppContext.BaseDirectory);
        var phrases = Directory
            .EnumerateFiles(Path.Combine(root, "src", "Petaday.Web"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Phrase().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Concat(PageRoutes.Navigation.Select(page => page.Name))
            .Concat(Studies.All.SelectMany(Words))
            .Concat(StartPage.Questions.SelectMany(one => new[] { one.Question, one.Shows }))
            .Concat(ComparePage.Starts.Select(one => one.Title))
            .Concat(Petaday.Scenarios.Comparisons.ComparedFigure.All.Select(figure => figure.Name))
            .Concat([
                "best",
                "best as predicted",
                "the same",
                "intervals overlap",
                "intervals overlap, but the ratio stands",
                "no interval is known",
            ])
            .ToHashSet();
        phrases.Count.ShouldBeGreaterThan(50);
        foreach (var language in TextBook.Shipped().All.Where(one => one.Code != "en"))
        {
            phrases.Where(phrase => !language.Words.ContainsKey(phrase)).ShouldBeEmpty(language.Code);
        }
    }

    [Theory]
    [InlineData(null, "zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData(null, "de-DE,de;q=0.9", "en")]
    [InlineData("zh-Hans", "en", "zh-Hans")]
    [InlineData("xx", null, "en")]
    public void The_language_asked_for_is_found(string? asked, string? accepted, string code) =>
        TextBook.Shipped().Choose(asked, accepted).Code.ShouldBe(code);

    [Fact]
    public void Every_word_of_a_page_is_explained_in_every_language()
    {
        foreach (var language in TextBook.Shipped().All)
        {
            Studies
                .All.SelectMany(study => study.Terms)
                .Where(term => !language.Words.ContainsKey("term:" + term))
                .ShouldBeEmpty(language.Code);
        }
    }

    private static IEnumerable<string> Words(Study study) =>
        [
            study.Name,
            study.Lead,
            .. study.Groups.Select(group => group.Name),
            .. study.Options.Select(option => option.Label),
            .. study.Examples.Select(example => example.Title),
            .. study.Further.Select(page => page.Name),
        ];

    private static string Root(string directory) =>
        File.Exists(Path.Combine(directory, "Petaday.slnx")) ? directory : Root(Path.GetDirectoryName(directory)!);

    [GeneratedRegex("Frame\\[\"([^\"]+)\"\\]")]
    private static partial Regex Phrase();
}
