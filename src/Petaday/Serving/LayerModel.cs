using Petaday.Architectures;
using Petaday.Hardware;

namespace Petaday.Serving;

/// <summary>
/// Time of one layer on one device: products read each weight once for all rows of the pass, attention reads the cache of every sequence, norms and
/// activations stream, and devices of a replica exchange (Pope et al. 2022, arXiv:2211.05102, for the split of layers; kernels and collectives are those of
/// Hardware).
/// </summary>
internal sealed class LayerModel(ServedModel model, SystemSpec system, ServingFormat format, ServingLayout layout)
{
    private const double ActivationBytes = 2;
    private readonly Architecture a = model.Architecture;
    private readonly ServingKernels kernels = new(system.Accelerator, format);
    private readonly ExpertModel? experts = model.Architecture.Experts is null ? null : new ExpertModel(model, system, format, layout);
    private readonly AttentionModel attention = new(model.Architecture, system.Accelerator, format, layout);

    /// <summary>Seconds of one layer of a kind.</summary>
    public PassTime Of(ServedLayer layer, PassTokens pass)
    {
        var whole = Once(layer, pass);
        return layer.IsMoe && layout.Data > 1 && pass.Rows >= 2 ? Faster(whole, Halves(layer, pass)) : whole;
    }

    private PassTime Once(ServedLayer layer, PassTokens pass)
    {
        var feedForward = layer.IsMoe ? experts!.Of(pass) : Dense(a.FeedForward, pass.Rows);
        return attention.Of(layer, pass) + feedForward + new PassTime(0, 0, Streams(layer, pass.Rows), Reduce(pass.Rows, layer.IsMoe));
    }

    /// <summary>Two half batches, one of which computes while the other travels (DeepSeek's dual-batch overlap): the longer of the two counts, twice.</summary>
    private PassTime Halves(ServedLayer layer, PassTokens pass)
    {
        var half = Once(layer, pass with { Rows = pass.Rows / 2 });
        return half with { Traffic = Math.Max(0, half.Traffic - half.Compute) } * 2;
    }

    private static PassTime Faster(PassTime left, PassTime right) => left.Total <= right.Total ? left : right;

    /// <summary>Seconds of the output projection for so many tokens.</summary>
    public PassTime Head(double rows) => new(kernels.WideProduct(rows, (double)a.Vocabulary / layout.Tensor, a.Hidden), 0, 0, 0);

    /// <summary>Seconds to hand states to the next stage.</summary>
    public double Send(double rows) =>
        layout.Pipeline == 1 ? 0 : CollectiveModel.PointToPoint(system, layout.Tensor * layout.Data, rows * a.Hidden * ActivationBytes);

    private PassTime Dense(double width, double rows) => new(FeedForward(kernels, a, width / layout.Tensor, rows), 0, 0, 0);

    /// <summary>Seconds of the products of a feed-forward of <paramref name="width"/> on this device.</summary>
    internal static double FeedForward(ServingKernels kernels, Architecture a, double width, double rows, double batch = 1) =>
        width <= 0
            ? 0
            : kernels.Product(rows, (a.FeedForwardMatrices - 1) * width, a.Hidden, batch) + kernels.Product(rows, a.Hidden, width, batch);

    /// <summary>Two norms with their residuals (read two, write two), rotary with the cache's write, and the activation.</summary>
    private double Streams(ServedLayer layer, double rows)
    {
        double width = layer.IsMoe ? (a.Experts!.Active * (double)a.Experts.FeedForward) + a.Experts.SharedFeedForward : a.FeedForward;
        double elements = (8.0 * a.Hidden) + ((2.0 * (a.QueryWidth + a.KeyValueWidth)) + (a.FeedForwardMatrices * width)) / layout.Tensor;
        return kernels.Stream(rows * elements * ActivationBytes, 4);
    }

    /// <summary>Sums over the tensor group after attention, and after the feed-forward unless experts' own exchange does it.</summary>
    private double Reduce(double rows, bool isMoe)
    {
        if (layout.Tensor == 1)
        {
            return 0;
        }

        int times = a.ParallelBlock || (isMoe && layout.Data > 1) ? 1 : 2;
        return times * ReplicaExchange.AllReduce(system, layout.Tensor, rows * a.Hidden * ActivationBytes);
    }
}
