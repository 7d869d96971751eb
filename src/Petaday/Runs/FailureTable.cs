using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>How long a device, a node, the fabric and the software of a device run between two interruptions that they cause, by family of accelerators.</summary>
/// <param name="Families">By the beginning of an accelerator's id: a line for each cause that the family's sources count, s.</param>
public sealed record FailureTable(ImmutableSortedDictionary<string, ImmutableArray<Line>> Families)
{
    /// <summary>The cause that is counted per node; all others are counted per device.</summary>
    public const string Node = "node";

    /// <summary>The cause that has nothing to do with how good the hardware is.</summary>
    public const string Software = "software";

    private static readonly ImmutableSortedDictionary<string, string> Names = ImmutableSortedDictionary
        .Create<string, string>(StringComparer.Ordinal)
        .Add("device", "Device time between failures of devices")
        .Add("fabric", "Device time between failures of the fabric")
        .Add(Node, "Node time between failures of nodes")
        .Add(Software, "Device time between failures of software");

    /// <summary>The causes for an accelerator; empty where no family fits and there is no default.</summary>
    public ImmutableArray<Line> For(string accelerator) =>
        Runs.Families.Of(accelerator, Families.Keys) is { } family ? Families[family] : [];

    /// <summary>Reads the table. Throws <see cref="InvalidDataException"/> where it names a cause that is none or a figure is not a time.</summary>
    internal static FailureTable Read(Entry factors, string path) =>
        new(
            factors
                .Keys(path)
                .ToImmutableSortedDictionary(
                    family => family,
                    family => factors.Keys($"{path}.{family}").Select(cause => Cause(factors, path, family, cause)).ToImmutableArray(),
                    StringComparer.Ordinal
                )
        );

    private static Line Cause(Entry factors, string path, string family, string cause) =>
        Names.TryGetValue(cause, out string? name)
            ? factors.Required($"{path}.{family}.{cause}", name, Dimension.Seconds)
            : throw new InvalidDataException(
                $"{factors.File}: '{path}.{family}.{cause}' is no cause; expected one of {string.Join(", ", Names.Keys)}."
            );
}
