using Petaday.Hardware;

namespace Petaday.Training;

/// <summary>
/// A mixture of experts: router, permutation, all-to-all to the experts' ranks, grouped products, and the way back; shared experts
/// beside them (Fedus et al. 2021; DeepSeek-V3, section 2.1.2). Load is taken as balanced, as auxiliary losses or biases make it.
/// </summary>
public static class ExpertBlock
{
    /// <summary>
    /// Host time of a launch in a native loop over experts (cuBLAS, Transformer Engine: some 5 us) against that of an operator that the framework
    /// dispatches one at a time (some 40 us with its allocations, views and autograd).
    /// </summary>
    private const double LoopedLaunch = 0.125;

    /// <summary>Profile of the mixture, its shared experts and any dense residual.</summary>
    public static BlockProfile Of(ProfileContext context)
    {
        var shape = context.Architecture;
        var experts = shape.Experts!;
        var profile = Router(context) + Routed(context);
        var beside = experts.SharedFeedForward + shape.ResidualFeedForward;
        return beside > 0 ? profile + FeedForwardBlock.Of(context, beside) : profile;
    }

    /// <summary>Tokens that this rank routes: under tensor parallelism each rank routes its slice of the sequence.</summary>
    private static double RoutingTokens(ProfileContext context) => context.Tokens / context.Strategy.Tensor;

    private static BlockProfile Router(ProfileContext context)
    {
        var experts = context.Architecture.Experts!;
        var tokens = RoutingTokens(context);
        var product = MatmulKernel.Seconds(context.Device, tokens, experts.Count, context.Architecture.Hidden, 1, context.WidePrecision);
        var scores = context.Stream(tokens * experts.Count * 16, 4);
        return new BlockProfile(
            new Work(Matmul: product, Elementwise: scores, Kernels: 8),
            new Work(Matmul: 2 * product, Elementwise: scores, Kernels: 8),
            tokens * experts.Count * 8
        );
    }

    private static BlockProfile Routed(ProfileContext context)
    {
        var shape = context.Architecture;
        var experts = shape.Experts!;
        var strategy = context.Strategy;
        var copies = RoutingTokens(context) * experts.Active * strategy.ExpertTensor; // balanced: as many arrive as leave
        var local = Math.Max(1, (double)experts.Count / strategy.Expert);
        var width = (double)experts.FeedForward / strategy.ExpertTensor;
        var perExpert = copies / local;
        var up = LinearBlock.Of(context, perExpert, shape.Hidden, width * (shape.Gated ? 2 : 1), local);
        var down = LinearBlock.Of(context, perExpert, width, shape.Hidden, local);
        var activation = FeedForwardBlock.Activation(context, copies * width);
        var bytes = copies * shape.Hidden * context.ActivationBytes;
        var permute = context.Stream(4 * bytes, 4); // copies out and back, scaled and summed
        var dispatch = Traffic(context, bytes / strategy.ExpertTensor);
        // Grouped products are launched expert by expert, each with the casts of its inputs; the products above counted one launch each.
        var launches = LoopedLaunch * (local - 1) * (context.IsNarrow ? 2 : 1);
        var passes = new BlockProfile(
            new Work(Elementwise: permute, Expert: 2 * dispatch, Kernels: 12 + (2 * launches)),
            new Work(Elementwise: permute, Expert: 2 * dispatch, Kernels: 12 + (4 * launches)),
            0
        );
        return up + activation + down + passes;
    }

    /// <summary>All-to-all over the expert group and, when experts are split, a gather over their tensor group.</summary>
    private static double Traffic(ProfileContext context, double bytes)
    {
        var strategy = context.Strategy;
        var exchange = CollectiveModel.AllToAll(context.System, context.ExpertGroup, bytes, FabricShare(context));
        var gather = CollectiveModel.AllGather(
            context.System,
            new CommunicationGroup(strategy.ExpertTensor, 1),
            bytes * strategy.ExpertTensor
        );
        return exchange + gather;
    }

    /// <summary>
    /// Share of the copies that cross the fabric when a token goes once to each domain that holds any of its experts: of D domains a token
    /// with k experts meets D (1 - (1 - 1/D)^k), and all but its own cross.
    /// </summary>
    private static double FabricShare(ProfileContext context)
    {
        var domains = context.ExpertGroup.Domains(context.System.ScaleUp.Domain);
        if (domains <= 1 || !context.Stack.DeduplicatesDispatch)
        {
            return 1;
        }

        var active = context.Architecture.Experts!.Active;
        var met = domains * (1 - Math.Pow(1 - (1.0 / domains), active));
        return Math.Min(1, met / active);
    }
}
