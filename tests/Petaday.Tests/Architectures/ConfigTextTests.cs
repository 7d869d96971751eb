using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Tests.Scenarios;

namespace Petaday.Tests.Architectures;

/// <summary>A config told short says the same.</summary>
public sealed class ConfigTextTests
{
    public static TheoryData<string> Configs =>
        [
            .. Directory
                .GetFiles(Path.Combine(Repository.Root, "tests", "Petaday.Tests", "Architectures", "configs"), "*.json")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Configs))]
    public void The_short_text_is_the_same_architecture_on_one_line(string name)
    {
        string file = Path.Combine(Repository.Root, "tests", "Petaday.Tests", "Architectures", "configs", name);
        List<Diagnostic> problems = [];
        var whole = DocumentReader.ReadFile(file, problems).ShouldNotBeNull();
        string text = ConfigText.Compact(whole, problems).ShouldNotBeNull(string.Join('\n', problems));
        text.ShouldNotContain('\n');
        text.Length.ShouldBeLessThan((int)new FileInfo(file).Length);
        text.Length.ShouldBeLessThan(1_000);
        var one = ArchitectureReader.FromNode(whole, []).ShouldNotBeNull();
        var other = ArchitectureReader.FromNode(DocumentReader.Parse(text, "short.json", problems)!, problems).ShouldNotBeNull();
        other.Architecture.ShouldBe(one.Architecture);
        other.Notes.ShouldBe(one.Notes);
        // What is short cannot be told any shorter.
        ConfigText.Compact(DocumentReader.Parse(text, "short.json", problems)!, problems).ShouldBe(text);
    }

    [Fact]
    public void What_is_no_model_is_told()
    {
        List<Diagnostic> problems = [];
        ConfigText.Compact(DocumentReader.Parse("{\"a\": 1}", "x.json", problems)!, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("not the description of a model");
    }

    [Fact]
    public void Texts_are_told_as_they_are()
    {
        const string Config =
            """{"model_type":"llama","name":"a \"b\"\n\u0001 電","hidden_size":64,"intermediate_size":128,"num_hidden_layers":2,"num_attention_heads":4,"vocab_size":100}""";
        List<Diagnostic> problems = [];
        string text = ConfigText.Compact(DocumentReader.Parse(Config, "x.json", problems)!, problems).ShouldNotBeNull();
        DocumentReader.Parse(text, "x.json", problems)!["name"]!.Text.ShouldBe("a \"b\"\n\u0001 電");
        problems.ShouldBeEmpty();
    }
}
