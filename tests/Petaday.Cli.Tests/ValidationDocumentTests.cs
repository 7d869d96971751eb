namespace Petaday.Cli.Tests;

/// <summary>docs/validation.md is what one command writes from the shipped catalog, to the byte. PETADAY_WRITE_GOLDEN=1 writes it anew.</summary>
public sealed class ValidationDocumentTests : IDisposable
{
    private const string Picture = "images/validation.svg";
    private readonly string directory = Directory.CreateTempSubdirectory("petaday").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void The_page_is_what_validate_writes()
    {
        string docs = Path.Combine(Repository.Root, "docs");
        bool writes = System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1";
        string target = writes ? docs : directory;
        var ran = Ran.Petaday("validate", "--document", Path.Combine(target, "validation.md"));
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        foreach (string file in (string[])["validation.md", Picture])
        {
            File.ReadAllText(Path.Combine(target, file))
                .ShouldBe(
                    File.ReadAllText(Path.Combine(docs, file)),
                    $"docs/{file} is behind the catalog or the method: petaday validate --document docs/validation.md"
                );
        }
    }

    [Fact]
    public void A_file_of_ones_own_gets_a_page_too()
    {
        string page = Path.Combine(directory, "mine", "page.md");
        string runs = Path.Combine(directory, "mine.csv");
        File.WriteAllText(
            runs,
            "id,accelerator_id,layers,hidden,heads,gpus,seq_len,global_batch,vocab,ffn_hidden,measured_step_s\nmine,a100-sxm-80gb,32,4096,32,8,2048,64,50000,16384,9\n"
        );
        var ran = Ran.Petaday("validate", "--runs", runs, "--document", page);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        string text = File.ReadAllText(page);
        text.ShouldContain("1 of 1 scored rows are evaluated");
        text.ShouldContain("were not at hand", Case.Sensitive, "the catalog's predictions are of other rows");
        File.Exists(Path.Combine(directory, "mine", Picture)).ShouldBeTrue();
    }

    [Fact]
    public void A_page_that_cannot_be_written_is_wrong_input()
    {
        string file = Path.Combine(directory, "file");
        File.WriteAllText(file, "");
        var ran = Ran.Petaday("validate", "--document", Path.Combine(file, "page.md"));
        ran.Code.ShouldBe(ExitCodes.WrongInput);
        ran.Error.ShouldContain("--document");
    }
}
