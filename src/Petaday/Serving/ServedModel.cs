using System.Collections.Immutable;
using Petaday.Architectures;

namespace Petaday.Serving;

/// <summary>A model as its replicas see it: layers of the same kind are counted together.</summary>
public sealed class ServedModel
{
    /// <summary>Makes it of an architecture, which must be a decoder: <see cref="CanBeServed"/>.</summary>
    /// <exception cref="ArgumentException">The architecture generates no text token by token.</exception>
    public ServedModel(string id, Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        if (!CanBeServed(architecture))
        {
            throw new ArgumentException("Serving is modelled for decoders.", nameof(architecture));
        }

        Id = id;
        Architecture = architecture;
        Parameters = ParameterCount.Of(architecture);
        Layers =
        [
            .. Enumerable
                .Range(0, architecture.Layers)
                .GroupBy(index => (IsMoe: architecture.IsMoeLayer(index), Window: WindowOf(architecture, index)))
                .Select(group => new ServedLayer(group.Count(), group.Key.IsMoe, group.Key.Window)),
        ];
    }

    /// <summary>Catalog id, or the file that it was read from.</summary>
    public string Id { get; }

    /// <summary>The shape.</summary>
    public Architecture Architecture { get; }

    /// <summary>Its parameters.</summary>
    public ParameterCount Parameters { get; }

    /// <summary>Kinds of layers.</summary>
    public ImmutableArray<ServedLayer> Layers { get; }

    /// <summary>Whether a model of this shape generates text token by token.</summary>
    public static bool CanBeServed(Architecture architecture) => architecture?.Kind == ArchitectureKind.Decoder;

    private static int? WindowOf(Architecture architecture, int index) =>
        architecture.Window is { } window && !window.IsFullLayer(index) ? window.Size : null;
}
