using Petaday.Hardware;

namespace Petaday.Training;

/// <summary>What the first and the last pipeline stage do beyond their layers: embedding, and output projection with the loss.</summary>
/// <param name="Embedding">Lookup of tokens (and positions), its dropout and its gradient.</param>
/// <param name="Head">Final norm, logits and cross-entropy.</param>
/// <param name="EmbeddingParameters">Parameters of the tables on this rank.</param>
/// <param name="HeadParameters">Parameters of the output projection on this rank; a tied head on another stage than the embedding is a copy.</param>
/// <param name="LogitsBytes">Peak bytes of logits and their gradient in the loss.</param>
public sealed record EdgeProfile(
    BlockProfile Embedding,
    BlockProfile Head,
    double EmbeddingParameters,
    double HeadParameters,
    double LogitsBytes
)
{
    /// <summary>Profiles both edges.</summary>
    public static EdgeProfile Of(ProfileContext context)
    {
        var shape = context.Architecture;
        var tensor = context.Strategy.Tensor;
        var table = (double)shape.Vocabulary * shape.Hidden / tensor;
        var positions = shape.Positions == Architectures.PositionKind.Learned ? (double)shape.MaxPositions * shape.Hidden : 0;
        var slowdown = 1 / context.Stack.Parameters.Efficiency;
        var embedding = EmbeddingBlock(context);
        var head = HeadBlock(context);
        return new EdgeProfile(
            embedding with
            {
                Forward = LayerProfile.Slow(embedding.Forward, slowdown),
                Backward = LayerProfile.Slow(embedding.Backward, slowdown),
            },
            head with
            {
                Forward = LayerProfile.Slow(head.Forward, slowdown),
                Backward = LayerProfile.Slow(head.Backward, slowdown),
            },
            table + positions,
            table,
            PeakLogits(context)
        );
    }

    private static BlockProfile EmbeddingBlock(ProfileContext context)
    {
        var bytes = context.ResidualTokens * context.Architecture.Hidden * context.ActivationBytes;
        var reduce =
            context.Strategy.Tensor > 1
                ? CollectiveModel.AllReduce(
                    context.System,
                    context.TensorGroup,
                    context.Tokens * context.Architecture.Hidden * context.ActivationBytes
                ) / (context.Strategy.SequenceParallel ? 2 : 1)
                : 0;
        var mask = context.Recipe.Dropout ? context.ResidualTokens * context.Architecture.Hidden : 0;
        return new BlockProfile(
            new Work(Elementwise: context.Stream((2 * bytes) + mask, 2), Tensor: reduce, Kernels: 3),
            new Work(Elementwise: context.Stream(3 * bytes, 2), Kernels: 3),
            mask
        );
    }

    private static BlockProfile HeadBlock(ProfileContext context)
    {
        var shape = context.Architecture;
        var columns = (double)shape.Vocabulary / context.Strategy.Tensor;
        double Product(double m, double n, double k, double output = 2) =>
            MatmulKernel.Seconds(context.Device, m, n, k, 1, context.WidePrecision, output);

        var tokens = context.Tokens;
        var elements = tokens * columns;
        var (passesForward, passesBackward) = context.Stack.FusedCrossEntropy ? (6, 4) : (18, 10); // bytes per logit read and written
        var gather =
            context.Strategy.Tensor > 1
                ? CollectiveModel.AllGather(context.System, context.TensorGroup, tokens * shape.Hidden * context.ActivationBytes)
                : 0;
        var weights = context.Frozen ? 0 : Product(shape.Hidden, columns, tokens, context.FloatGradients ? 8 : 2);
        var kept = context.ResidualTokens * shape.Hidden * context.ActivationBytes * 2; // final norm's input and the product's
        return new BlockProfile(
            new Work(
                Matmul: Product(tokens, columns, shape.Hidden),
                Elementwise: context.Stream(elements * passesForward, 4),
                Tensor: gather,
                Kernels: 8
            ),
            new Work(
                Matmul: Product(tokens, shape.Hidden, columns) + weights,
                Elementwise: context.Stream(elements * passesBackward, 3),
                Tensor: gather,
                Kernels: 8
            ),
            kept
        );
    }

    private static double PeakLogits(ProfileContext context) =>
        context.Tokens
        * context.Architecture.Vocabulary
        / context.Strategy.Tensor
        * (context.Strategy.Tensor > 1 ? context.Stack.ParallelLogitBytes : context.Stack.LogitBytes);
}
