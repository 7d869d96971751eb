namespace Petaday.Architectures;

/// <summary>
/// The rule by which a family makes a shape of any size. Between two published models the hidden width, the width of all heads, of the feed-forward and of an expert are
/// interpolated on logarithms of all; beyond the ends widths and layers both grow as the cube root of the parameters, which keeps the aspect ratio. What is a whole number by nature (experts, those active,
/// key-value heads, ranks of latent attention, vocabulary) is the nearer model's. Widths are rounded to multiples of 128 to 1024, heads to what tensor groups divide, and the
/// number of layers is what comes nearest to the parameters asked for.
/// </summary>
internal static class FamilyShape
{
    private const int Granule = 128;

    /// <summary>The longest sequence that a made shape is taken to be built for.</summary>
    public const int Positions = 8192;

    /// <summary>The shape.</summary>
    public static Architecture Of(ArchitectureFamily family, double parameters)
    {
        var (below, above, weight) = Between(family, parameters);
        double Along(Func<Architecture, double> width) =>
            Math.Pow(width(below.Architecture), 1 - weight) * Math.Pow(width(above.Architecture), weight);
        var near = (weight < 0.5 ? below : above).Architecture;
        double beyond = below == above ? Math.Cbrt(parameters / below.Parameters) : 1;
        int hidden = Rounded(Along(shape => shape.Hidden) * beyond);
        double scale = hidden / Along(shape => shape.Hidden);
        int heads = Heads(near, Along(shape => (double)shape.Heads * shape.HeadDimension) * scale / near.HeadDimension);
        var wide = near with
        {
            Hidden = hidden,
            Heads = heads,
            KeyValueHeads = KeyValueHeads(near, heads),
            FeedForward = near.FeedForward == 0 ? 0 : Rounded(Along(shape => shape.FeedForward) * scale),
            MaxPositions = Positions,
        };
        wide = near.Experts is { } experts
            ? wide with
            {
                Experts = Scaled(experts, Along(shape => shape.Experts?.FeedForward ?? experts.FeedForward) * scale),
            }
            : wide;
        return wide with { Layers = Layers(wide, parameters) };
    }

    private static (FamilyMember Below, FamilyMember Above, double Weight) Between(ArchitectureFamily family, double parameters)
    {
        var members = family.Members;
        int next = 0;
        while (next < members.Length && members[next].Parameters <= parameters)
        {
            next++;
        }

        if (next == 0 || next == members.Length)
        {
            var end = members[Math.Max(0, next - 1)];
            return (end, end, 0);
        }

        var (below, above) = (members[next - 1], members[next]);
        return (below, above, Math.Log(parameters / below.Parameters) / Math.Log(above.Parameters / below.Parameters));
    }

    /// <summary>The wider, the coarser: matrix units and tensor groups want many factors of two.</summary>
    private static int Rounded(double width)
    {
        int granule = width switch
        {
            < 2048 => Granule,
            < 4096 => 2 * Granule,
            < 8192 => 4 * Granule,
            _ => 8 * Granule,
        };
        return Math.Max(Granule, (int)Math.Round(width / granule) * granule);
    }

    private static int Heads(Architecture near, double heads)
    {
        int granule = heads switch
        {
            < 6 => 1,
            < 12 => 2,
            < 24 => 4,
            _ => 8,
        };
        return Math.Max(granule, (int)Math.Round(heads / granule) * granule);
    }

    private static int KeyValueHeads(Architecture near, int heads)
    {
        if (near.KeyValueHeads == near.Heads)
        {
            return heads;
        }

        int groups = near.KeyValueHeads;
        while (heads % groups != 0)
        {
            groups--;
        }

        return groups;
    }

    private static Experts Scaled(Experts experts, double width)
    {
        int rounded = Math.Max(Granule, (int)Math.Round(width / Granule) * Granule);
        return experts with
        {
            FeedForward = rounded,
            SharedFeedForward = experts.Shared > 0 ? experts.Shared * rounded : experts.SharedFeedForward,
        };
    }

    private static int Layers(Architecture wide, double parameters)
    {
        int least = 2 + (wide.Experts?.FirstDense ?? 0);
        double few = ParameterCount.Of(wide with { Layers = least }).Total;
        double layer = ParameterCount.Of(wide with { Layers = least + 1 }).Total - few;
        double exact = least + ((parameters - few) / layer);
        int granule = exact < 32 ? 2 : 4;
        return (int)Math.Clamp(Math.Round(exact / granule) * granule, (least + 1) / 2 * 2, FieldLimits.Layers);
    }
}
