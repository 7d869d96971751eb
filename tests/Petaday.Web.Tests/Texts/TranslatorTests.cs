using System.Collections.Frozen;
using System.Text;
using Petaday.Web.Texts;

namespace Petaday.Web.Tests.Texts;

/// <summary>Phrases, templates, numbers and units come from a language's file alone.</summary>
public sealed class TranslatorTests
{
    /// <summary>A language that writes 1.234,5, as a file of somebody who adds it.</summary>
    internal const string German = """
        {
          "language": "Deutsch",
          "numbers": {
            "number:decimal": ",",
            "number:group": ".",
            "format:date": "{2:00}.{1:00}.{0}",
            "unit:h": "{0} Std.",
            "unit:d": "{0} Tage",
            "unit:MUSD": "{0} Mio. USD",
            "join:; ": "; "
          },
          "sentences": {
            "Step": "Schritt",
            "pipeline bubble": "Pipeline-Blase",
            "90 %: {0:n} to {1:n}": "90 %: {0} bis {1}",
            "{0} on {1:n} x {2} ({3})": "{0} auf {1} x {2} ({3})",
            "there is no model '{0}' in the catalog": "Modell '{0}' steht nicht im Katalog",
            "the {0} takes {1:n} of {2:n}": "von {2} nimmt die {0} {1}",
            "[vendor] {0:o}": "[Hersteller] {0}",
            "A whole sentence.": "Ein ganzer Satz.",
            "{0} is not known": "{0} ist nicht bekannt"
          }
        }
        """;

    private static readonly Language Deutsch = Read(German);

    [Theory]
    [InlineData("1,234.5", "1.234,5")]
    [InlineData("-0.5 %", "-0,5 %")]
    [InlineData("12.3 GiB", "12,3 GiB")]
    [InlineData("2.17 d", "2,17 Tage")]
    [InlineData("1.89 MUSD", "1,89 Mio. USD")]
    [InlineData("3.14e23 FLOP", "3,14e23 FLOP")]
    [InlineData("2026-11-26", "26.11.2026")]
    [InlineData("90 %: 1.09 h to 1,024.5 h", "90 %: 1,09 Std. bis 1.024,5 Std.")]
    [InlineData("llama-3.1-70b on 1,024 x h100-sxm-80gb (dgx-h100)", "llama-3.1-70b auf 1.024 x h100-sxm-80gb (dgx-h100)")]
    public void Numbers_and_units_follow_the_file(string english, string said) => Deutsch[english].ShouldBe(said);

    [Theory]
    [InlineData("the pipeline bubble takes 1.5 h of 3.25 h", "von 3,25 Std. nimmt die Pipeline-Blase 1,5 Std.")]
    [InlineData("pipeline bubble +2.1 %", "Pipeline-Blase +2,1 %")]
    [InlineData("pipeline bubble; step", "Pipeline-Blase; Schritt")]
    [InlineData("Pipeline bubble", "Pipeline-Blase")]
    [InlineData("A whole sentence. Step", "Ein ganzer Satz. Schritt")]
    [InlineData("h100-sxm-80gb", "h100-sxm-80gb")]
    [InlineData("recipe.tokens: step is not known", "recipe.tokens: Schritt ist nicht bekannt")]
    public void A_text_is_put_together_from_what_the_file_has(string english, string said)
    {
        Deutsch[english].ShouldBe(said);
        Deutsch.Say(english).Known.ShouldBeTrue();
    }

    [Theory]
    [InlineData("nobody has said this before")]
    [InlineData("step; nobody has said this")]
    [InlineData("1.5 h is what nobody has said")]
    public void A_text_that_the_file_lacks_stays_as_it_is(string english)
    {
        Deutsch.Say(english).ShouldBe(new Said(english, false, true));
    }

    [Fact]
    public void What_somebody_wrote_is_never_translated() =>
        Deutsch["there is no model 'Step 1.5 d' in the catalog"].ShouldBe("Modell 'Step 1.5 d' steht nicht im Katalog");

    [Fact]
    public void A_title_stays_and_says_that_it_is_English() =>
        Deutsch
            .Say("[vendor] Notes on processors and their memory")
            .ShouldBe(new Said("[Hersteller] Notes on processors and their memory", true, true));

    [Theory]
    [InlineData("unit:MUSD", "{0*100} 万美元|{0*0.01} 亿美元", "1.23 MUSD", "123 万美元")]
    [InlineData("unit:MUSD", "{0*100} 万美元|{0*0.01} 亿美元", "56.4 MUSD", "5,640 万美元")]
    [InlineData("unit:MUSD", "{0*100} 万美元|{0*0.01} 亿美元", "564 MUSD", "5.64 亿美元")]
    [InlineData("unit:%", "{0}%", "45.3 %", "45.3%")]
    public void A_unit_may_be_counted_in_another_size(string unit, string rule, string english, string said) =>
        Read($$"""{ "{{unit}}": "{{rule}}" }""")[english].ShouldBe(said);

    [Theory]
    [InlineData("""{ "{0} of {1}": "{0}" }""")]
    [InlineData("""{ "one": { "step": "a" }, "two": { "step": "b" } }""")]
    public void A_file_that_contradicts_itself_is_refused(string json) => Should.Throw<InvalidDataException>(() => Read(json));

    [Fact]
    public void English_is_what_the_library_writes()
    {
        var english = TextBook.Shipped().Choose("en", null);
        english["1,234.5 MUSD is not known"].ShouldBe("1,234.5 MUSD is not known");
        english.Say("nobody has said this").IsEnglish.ShouldBeFalse();
    }

    [Theory]
    [InlineData("<text x=\"1\">Step &amp; more</text>", "<text x=\"1\">Step &amp; more</text>")]
    [InlineData(
        "<svg aria-label=\"Step\"><style>a > b { }</style><text>Step</text></svg>",
        "<svg aria-label=\"Schritt\"><style>a > b { }</style><text>Schritt</text></svg>"
    )]
    [InlineData("<text>Step</text", "<text>Schritt</text")]
    [InlineData("no drawing at all", "no drawing at all")]
    public void A_drawing_is_translated_in_its_texts_alone(string svg, string said) => DrawnText.In(Deutsch, svg).ShouldBe(said);

    [Fact]
    public void No_text_takes_long_or_breaks_it()
    {
        var chinese = TextBook.Shipped().Choose("zh-Hans", null);
        var random = new Random(7);
        string[] pieces =
        [
            "; ",
            ": ",
            ", ",
            " of ",
            "90 %",
            "the ",
            "(",
            ")",
            "'",
            "1,024",
            " x ",
            "{0}",
            "系统",
            ". ",
            "\u0000",
            "is not known",
            ".",
        ];
        for (int i = 0; i < 2_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)]));
            chinese.Say(text).Text.ShouldNotBeNull();
        }

        chinese[new string('x', 100_000)].Length.ShouldBe(100_000);
    }

    internal static Language Read(string json) =>
        LanguageFile.Read("de", new MemoryStream(Encoding.UTF8.GetBytes(json)), new[] { "token" }.ToFrozenSet());
}
