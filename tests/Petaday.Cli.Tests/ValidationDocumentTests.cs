using System.Text.RegularExpressions;

namespace Petaday.Cli.Tests;

/// <summary>
/// docs/validation.md is what one command writes from the shipped catalog, to the byte, and README.md's table is the page's. PETADAY_WRITE_GOLDEN=1 writes both anew.
/// </summary>
public sealed partial class ValidationDocumentTests : IDisposable
{
    private const string Picture = "images/validation.svg";
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");
    private static readonly bool Writes = System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1";
    private readonly string directory = Directory.CreateTempSubdirectory("petaday").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void The_page_is_what_validate_writes()
    {
        string target = Writes ? Docs : directory;
        Write(target);
        foreach (string file in (string[])["validation.md", Picture])
        {
            bool same = File.ReadAllText(Path.Combine(target, file)) == File.ReadAllText(Path.Combine(Docs, file));
            same.ShouldBeTrue($"docs/{file} is behind the catalog or the method: petaday validate --document docs/validation.md");
        }
    }

    [Fact]
    public void The_table_of_the_readme_is_the_page_s()
    {
        if (Writes)
        {
            Write(Docs);
        }

        string file = Path.Combine(Repository.Root, "README.md");
        string readme = File.ReadAllText(file);
        string found = Table().Match(File.ReadAllText(Path.Combine(Docs, "validation.md"))).Value;
        found.Split('\n').Length.ShouldBeGreaterThan(8);
        var table = Table().Match(readme);
        if (Writes)
        {
            File.WriteAllText(file, readme[..table.Index] + found + readme[(table.Index + table.Length)..]);
            return;
        }

        table.Value.ShouldBe(found, "README.md is behind docs/validation.md: PETADAY_WRITE_GOLDEN=1 dotnet test writes its table anew");
    }

    [Fact]
    public void A_file_of_ones_own_gets_a_page_too()
    {
        string page = Path.Combine(directory, "mine", "page.md");
        string runs = Path.Combine(directory, "mine.csv");
        File.WriteAllText(
            runs,
            "id,accelerator_id,layers,hidden,heads,gpus,seq_len,tp,pp,global_batch,micro_batch,vocab,ffn_hidden,measured_step_s\n"
                + "mine,a100-sxm-80gb,32,4096,32,8,2048,8,1,64,1,50000,16384,9\n"
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

    private static void Write(string target)
    {
        var ran = Ran.Petaday("validate", "--document", Path.Combine(target, "validation.md"));
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
    }

    // The first table of errors, its heading with it.
    [GeneratedRegex(@"^\|  \| every source once \|.*\n(\|.*\n)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();
}
