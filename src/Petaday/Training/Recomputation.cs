namespace Petaday.Training;

/// <summary>What is computed again in a backward pass.</summary>
/// <param name="Mode">Which activations.</param>
/// <param name="Layers">Layers per stage in block mode.</param>
public readonly record struct Recomputation(RecomputeMode Mode, int Layers = 0)
{
    /// <summary>The recomputation of <paramref name="strategy"/>.</summary>
    public static Recomputation Of(Strategy strategy) => new(strategy.Recompute, strategy.RecomputeLayers);

    /// <summary>Of <paramref name="layers"/> layers that follow <paramref name="before"/> layers of the stage, those that block mode recomputes.</summary>
    public int Block(int before, int layers) => Mode == RecomputeMode.Block ? Math.Clamp(Layers - before, 0, layers) : 0;
}
