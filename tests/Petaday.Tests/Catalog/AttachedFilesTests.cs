using System.Text;
using Petaday.Catalog;

namespace Petaday.Tests.Catalog;

/// <summary>Files that come with a question: found by plain names, within limits, and never on a disk.</summary>
public sealed class AttachedFilesTests
{
    private static readonly AttachmentLimits Small = new(MostFiles: 3, MostBytesEach: 10, MostBytes: 20);

    [Theory]
    [InlineData("prices.csv", true)]
    [InlineData("Config (1).JSON", true)]
    [InlineData("电价 2025.csv", true)]
    [InlineData("../prices.csv", false)]
    [InlineData("..\\prices.csv", false)]
    [InlineData("a..csv", false)]
    [InlineData("/etc/prices.csv", false)]
    [InlineData("C:\\prices.csv", false)]
    [InlineData("file:prices.csv", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://169.254.169.254/a.json", false)]
    [InlineData("~root.csv", false)]
    [InlineData(".csv", false)]
    [InlineData(".hidden.csv", false)]
    [InlineData("passwd", false)]
    [InlineData("prices.csv\0.txt", false)]
    [InlineData("prices\n.csv", false)]
    [InlineData("pri,ces.csv", false)]
    [InlineData("prices.exe", false)]
    [InlineData("", false)]
    public void A_name_is_plain_or_refused(string name, bool isName)
    {
        AttachedFile.IsName(name).ShouldBe(isName);
        List<Diagnostic> problems = [];
        (AttachedFiles.Of([new(name, "a,b\n"u8.ToArray())], new(), problems) is not null).ShouldBe(isName);
        problems.Count.ShouldBe(isName ? 0 : 1);
    }

    [Fact]
    public void A_long_name_is_refused()
    {
        AttachedFile.IsName(new string('a', 96) + ".csv").ShouldBeTrue();
        AttachedFile.IsName(new string('a', 97) + ".csv").ShouldBeFalse();
    }

    [Theory]
    [InlineData(10, 10, 0, null)]
    [InlineData(11, 1, 0, "1.csv: this file has 11 bytes; expected at most 10 bytes")]
    [InlineData(10, 10, 1, "too large together")]
    public void A_byte_over_a_limit_is_one_too_many(int first, int second, int third, string? says)
    {
        List<Diagnostic> problems = [];
        var files = new[] { first, second, third }.Select((size, index) => new AttachedFile($"{index + 1}.csv", new byte[size]));
        (AttachedFiles.Of(files, Small, problems) is null).ShouldBe(says is not null);
        if (says is not null)
        {
            var problem = problems.ShouldHaveSingleItem();
            problem.Code.ShouldBe(DiagnosticCodes.TooLarge);
            problem.ToString().ShouldContain(says);
        }
    }

    [Fact]
    public void A_file_too_many_and_a_name_twice_are_refused()
    {
        List<Diagnostic> problems = [];
        AttachedFiles.Of(Enumerable.Range(0, 4).Select(one => new AttachedFile($"{one}.csv", default)), Small, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("4 files are attached; expected at most 3");
        problems.Clear();
        // Some systems tell no case apart: what one of them would take for one file is not two.
        AttachedFiles.Of([new("a.csv", default), new("A.csv", default)], Small, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.DuplicateKey);
    }

    [Fact]
    public void What_is_on_the_disk_is_not_attached()
    {
        string directory = Directory.CreateTempSubdirectory("petaday").FullName;
        try
        {
            string secret = Path.Combine(directory, "secret.csv");
            File.WriteAllText(secret, "a\n1\n");
            string link = Path.Combine(directory, "link.csv");
            File.CreateSymbolicLink(link, secret);
            var files = AttachedFiles.Of([new("prices.csv", "a\n1\n"u8.ToArray())], new(), []).ShouldNotBeNull();
            foreach (string path in new[] { secret, link, "file://" + secret, Path.GetRelativePath(".", secret), "secret.csv" })
            {
                List<Diagnostic> problems = [];
                files.TryReadText(path, problems, out string text).ShouldBeFalse();
                text.ShouldBeEmpty();
                problems.ShouldHaveSingleItem().ToString().ShouldNotContain("there is no such file");
                // A document that calls itself after a directory changes nothing.
                var name = Node.Scalar(new NodePlace(Path.Combine(directory, "scenario.yaml"), 1, 1, "siting.prices"), path);
                files.Refusal(name).ShouldNotBeNull();
                files.PathOf(name).ShouldBe(path);
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void A_file_that_is_not_attached_is_told_with_the_nearest()
    {
        var files = AttachedFiles.Of([new("prices.csv", default)], new(), []).ShouldNotBeNull();
        files
            .Refusal(Node.Scalar(new NodePlace(null, 3, 5, "siting.prices"), "price.csv"))
            .ShouldNotBeNull()
            .ToString()
            .ShouldStartWith("line 3: siting.prices: 'price.csv' is not attached; expected a file of that name sent along");
        files.Refusal(Node.Scalar(new NodePlace(null, 3, 5, "siting.prices"), "price.csv"))!.Nearest.ShouldBe("'prices.csv'");
    }

    [Theory]
    [InlineData("utf-16", "this is not UTF-8 text")]
    [InlineData("binary", "this is not UTF-8 text")]
    public void What_is_no_text_is_told(string kind, string says)
    {
        byte[] bytes =
            kind == "utf-16" ? [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a,b")] : [0x50, 0x4b, 3, 4, 0xff, 0xc0];
        List<Diagnostic> problems = [];
        AttachedFiles.Of([new("a.csv", bytes)], new(), [])!.TryReadText("a.csv", problems, out _).ShouldBeFalse();
        problems.ShouldHaveSingleItem().ToString().ShouldBe($"a.csv: {says}; expected a UTF-8 file");
    }

    [Fact]
    public void A_mark_of_byte_order_is_no_part_of_the_text()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "a,b"u8];
        AttachedFiles.Of([new("a.csv", bytes)], new(), [])!.TryReadText("a.csv", [], out string text).ShouldBeTrue();
        text.ShouldBe("a,b");
    }

    [Fact]
    public void Files_go_over_others_of_the_same_name()
    {
        var over = AttachedFiles.Of([new("a.csv", "1"u8.ToArray())], new(), [])!;
        var under = AttachedFiles.Of([new("a.csv", "2"u8.ToArray()), new("b.csv", "3"u8.ToArray())], new(), [])!;
        var all = over.Over(under);
        all.All.Select(file => file.Name).ShouldBe(["a.csv", "b.csv"]);
        all.TryReadText("a.csv", [], out string text).ShouldBeTrue();
        text.ShouldBe("1");
    }
}
