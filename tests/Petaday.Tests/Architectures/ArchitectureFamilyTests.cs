using Petaday.Architectures;
using Petaday.Catalog;

namespace Petaday.Tests.Architectures;

public sealed class ArchitectureFamilyTests
{
    private static readonly Library Shipped = Library.OpenShipped();

    public static TheoryData<string> Families => [.. Shipped.Ids(EntryKind.Families)];

    [Theory]
    [MemberData(nameof(Families))]
    public void EverySizeIsASoundShapeOfAboutTheParametersAskedFor(string id)
    {
        var family = Read(id);
        foreach (double size in family.Sizes())
        {
            var shape = family.At(size);
            List<Diagnostic> wrong = [];
            var read = ArchitectureReader.FromNode(
                DocumentReader.Parse("architecture:\n" + ShapeWriter.Write(shape, 2), null, wrong)!,
                wrong
            );

            wrong.ShouldBeEmpty();
            read!.Architecture.ShouldBe(shape);
            double ratio = ParameterCount.Of(shape).Total / size;
            ratio.ShouldBeInRange(0.85, 1.2, $"{id} at {size}");
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void AtAPublishedSizeTheShapeIsNearThePublishedOne(string id)
    {
        foreach (var member in Read(id).Members)
        {
            var made = Read(id).At(member.Parameters);

            ((double)made.Hidden / member.Architecture.Hidden).ShouldBeInRange(0.88, 1.12, member.Id);
            ((double)made.Layers / member.Architecture.Layers).ShouldBeInRange(0.8, 1.35, member.Id);
            made.Experts?.Count.ShouldBe(member.Architecture.Experts!.Count, member.Id);
        }
    }

    // 70.55 billion parameters, 80 layers of 8192: the numbers of Llama 3.1 70B's own config.
    [Fact]
    public void Llama3At70BIsItself()
    {
        var made = Read("dense").At(70_553_706_496);

        (made.Hidden, made.Layers, made.Heads, made.KeyValueHeads, made.FeedForward).ShouldBe((8192, 80, 64, 8, 28672));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void ALargerSizeHasMoreParameters(string id)
    {
        var family = Read(id);
        double[] counts = [.. family.Sizes().Select(size => (double)ParameterCount.Of(family.At(size)).Total)];

        counts.Length.ShouldBeGreaterThanOrEqualTo(20);
        counts.Zip(counts.Skip(1)).ShouldAllBe(pair => pair.Second > pair.First);
    }

    private static ArchitectureFamily Read(string id)
    {
        List<Diagnostic> wrong = [];
        return FamilyReader.Read(Shipped.Find(EntryKind.Families, id, wrong)!, Shipped, wrong)!;
    }
}
