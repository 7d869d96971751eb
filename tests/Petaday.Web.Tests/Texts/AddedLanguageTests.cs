using Petaday.Web.Hosting;
using Petaday.Web.Texts;

namespace Petaday.Web.Tests.Texts;

/// <summary>A language is added by its file: the page offers it and writes its numbers its way.</summary>
public sealed class AddedLanguageTests
{
    [Fact]
    public async Task A_page_speaks_a_language_that_a_file_adds()
    {
        await using var served = new Served(new WebOptions(), TextBook.Shipped().With(TranslatorTests.Read(TranslatorTests.German)));
        await served.InitializeAsync();
        var (status, html, _) = await served.Get("/plan?model=llama-3.1-8b&system=dgx-h100&devices=1024&lang=de");
        status.ShouldBe(200);
        html.ShouldContain("<html lang=\"de\">");
        html.ShouldContain("Deutsch");
        html.ShouldContain("llama-3.1-8b auf 1.024 x h100-sxm-80gb (dgx-h100)");
        html.ShouldContain("<dt>Schritt</dt>");
        html.ShouldMatch("[0-9]+,[0-9]{2} GiB");
        html.ShouldNotMatch("[0-9]+\\.[0-9]{2} GiB</td>");
        html.ShouldContain("lang=\"en\"");
    }
}
