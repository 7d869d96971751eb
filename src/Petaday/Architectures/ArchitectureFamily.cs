using System.Collections.Immutable;

namespace Petaday.Architectures;

/// <summary>Models of one design in all sizes: between published ones shapes are interpolated, beyond them the ends' proportions are kept.</summary>
/// <param name="Id">Catalog id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Members">Published models, the smallest first; one or more.</param>
/// <param name="Smallest">Parameters of the smallest model that is made.</param>
/// <param name="Largest">Parameters of the largest.</param>
public sealed record ArchitectureFamily(string Id, string Name, ImmutableArray<FamilyMember> Members, double Smallest, double Largest)
{
    /// <summary>Models a factor of ten: a grid with steps of a third.</summary>
    public const int SizesPerDecade = 8;

    /// <summary>Whether its models are mixtures of experts.</summary>
    public bool IsMixture => Members[0].Architecture.Experts is not null;

    /// <summary>Sizes on a grid of equal ratios, parameters, the smallest first.</summary>
    public ImmutableArray<double> Sizes()
    {
        int first = (int)Math.Ceiling((SizesPerDecade * Math.Log10(Smallest)) - 1e-9);
        int last = (int)Math.Floor((SizesPerDecade * Math.Log10(Largest)) + 1e-9);
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(step => Math.Pow(10, (double)step / SizesPerDecade))];
    }

    /// <summary>A shape of about so many parameters, all counted; widths and layers are round numbers, so that the count is not exactly as asked.</summary>
    /// <param name="parameters">Above zero.</param>
    public Architecture At(double parameters)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parameters);
        return FamilyShape.Of(this, parameters);
    }
}
