using Petaday.Architectures;
using Petaday.Hardware;

namespace Petaday.Serving;

/// <summary>Projections and attention of one layer on one device.</summary>
internal sealed class AttentionModel(Architecture a, Accelerator device, ServingFormat format, ServingLayout layout)
{
    private const double RowsOfBlock = 128;
    private readonly ServingKernels kernels = new(device, format);
    private readonly double heads = (double)a.Heads / layout.Tensor;

    /// <summary>Cached elements of a token and layer that this device holds: a group larger than the key and value heads keeps copies, a latent vector is never split.</summary>
    public static double CachedElements(Architecture a, int tensor) =>
        a.Latent is null ? (double)a.CachedElementsPerToken / Math.Min(tensor, a.KeyValueHeads) : a.CachedElementsPerToken;

    /// <summary>Seconds for one layer.</summary>
    public PassTime Of(ServedLayer layer, PassTokens pass) => new(Projections(pass), Core(layer, pass), 0, 0);

    private double Projections(PassTokens pass)
    {
        double output = kernels.Product(pass.Rows, a.Hidden, (double)a.AttentionWidth / layout.Tensor);
        if (a.Latent is not { } latent)
        {
            double keyValues = Math.Max(a.HeadDimension, (double)a.KeyValueWidth / layout.Tensor);
            return output + kernels.Product(pass.Rows, ((double)a.QueryWidth / layout.Tensor) + (2 * keyValues), a.Hidden);
        }

        double down = kernels.Product(pass.Rows, (latent.QueryRank ?? 0) + latent.KeyValueRank + (double)latent.RopeDimension, a.Hidden);
        double queries = kernels.Product(pass.Rows, (double)a.QueryWidth / layout.Tensor, latent.QueryRank ?? a.Hidden);
        return output + down + queries + (pass.IsPrefill ? Expanded(latent, pass.Rows) : Absorbed(latent, pass.Rows));
    }

    /// <summary>Prompts expand the latent vector into keys and values of every head.</summary>
    private double Expanded(LatentAttention latent, double rows) =>
        kernels.Product(rows, heads * (latent.NoRopeDimension + latent.ValueDimension), latent.KeyValueRank);

    /// <summary>Decoding moves queries into the latent space and results out of it, head by head, so that the cache is read as it is (DeepSeek-V2, section 2.1.2).</summary>
    private double Absorbed(LatentAttention latent, double rows) =>
        kernels.Product(rows, latent.KeyValueRank, latent.NoRopeDimension, heads)
        + kernels.Product(rows, latent.ValueDimension, latent.KeyValueRank, heads);

    private double Core(ServedLayer layer, PassTokens pass) => pass.IsPrefill ? Prompt(layer, pass) : Cached(layer, pass);

    private double Prompt(ServedLayer layer, PassTokens pass)
    {
        double keys = layer.Keys(pass.Context);
        double flops = 2 * pass.Rows * heads * keys * (a.QueryKeyDimension + (double)a.ValueDimension);
        double blocks = Math.Max(1, heads * pass.Rows / RowsOfBlock);
        double head = (a.QueryKeyDimension + a.ValueDimension) / 2.0;
        return AttentionKernel.ForwardSeconds(device, flops, blocks, head, Precision.Bf16);
    }

    /// <summary>One query a sequence: the cache is read once, and scores and values are computed of it; a second kernel joins the parts of long sequences.</summary>
    private double Cached(ServedLayer layer, PassTokens pass)
    {
        double keys = layer.Keys(pass.Context);
        double bytes = pass.Rows * keys * CachedElements(a, layout.Tensor) * format.CacheBytes;
        double width = a.Latent is { } latent
            ? (2.0 * latent.KeyValueRank) + latent.RopeDimension
            : a.QueryKeyDimension + (double)a.ValueDimension;
        double flops = 2 * pass.Rows * keys * heads * width;
        double sustained = device.Peak(Precision.Bf16) * device.Parameters.AttentionForwardFraction;
        return Math.Max(bytes / kernels.BytesPerSecond, flops / sustained) + (2 * device.Parameters.KernelSeconds);
    }
}
