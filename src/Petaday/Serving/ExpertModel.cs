using Petaday.Architectures;
using Petaday.Hardware;

namespace Petaday.Serving;

/// <summary>
/// A mixture's feed-forward on one device. Of E experts, a batch of B tokens that each choose k at random touches E (1 − (1 − k/E)^B): only their weights
/// are read. Experts are spread over all devices of a stage; tokens reach them by all-to-all where attention has copies, and are there already where it is split.
/// </summary>
internal sealed class ExpertModel(ServedModel model, SystemSpec system, ServingFormat format, ServingLayout layout)
{
    private readonly Architecture a = model.Architecture;
    private readonly Experts experts = model.Architecture.Experts!;
    private readonly ServingKernels kernels = new(system.Accelerator, format);

    /// <summary>Experts that a batch touches, of all.</summary>
    public static double Touched(double count, double active, double tokens) => count * (1 - Math.Pow(1 - (active / count), tokens));

    /// <summary>Seconds for one layer.</summary>
    public PassTime Of(PassTokens pass) =>
        new(kernels.WideProduct(pass.Rows, experts.Count, a.Hidden) + Side(pass.Rows) + Routed(pass.Rows), 0, 0, Exchange(pass.Rows));

    private double Side(double rows) =>
        LayerModel.FeedForward(kernels, a, (double)experts.SharedFeedForward / layout.Tensor, rows)
        + LayerModel.FeedForward(kernels, a, (double)a.ResidualFeedForward / layout.Tensor, rows);

    private double Routed(double rows)
    {
        double tokens = rows * layout.Data;
        double touched = Touched(experts.Count, experts.Active, tokens) / layout.Expert;
        double chosen = tokens * experts.Active / layout.Expert;
        return LayerModel.FeedForward(kernels, a, experts.FeedForward, chosen / touched, touched);
    }

    /// <summary>Tokens go to their experts in the products' format and come back in 16 bits.</summary>
    private double Exchange(double rows)
    {
        if (layout.Data == 1)
        {
            return 0;
        }

        var group = new CommunicationGroup(layout.Expert, 1);
        double elements = rows / layout.Tensor * experts.Active * a.Hidden;
        return CollectiveModel.AllToAll(system, group, elements * kernels.InputBytes)
            + CollectiveModel.AllToAll(system, group, elements * 2);
    }
}
