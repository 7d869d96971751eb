namespace Petaday.Serving;

/// <summary>How one replica of a model is spread over devices.</summary>
/// <param name="Tensor">Devices that each matrix of a layer is split over.</param>
/// <param name="Pipeline">Stages that layers are split over.</param>
/// <param name="Data">Copies of attention and dense layers that share one set of experts; 1 for a dense model.</param>
public readonly record struct ServingLayout(int Tensor, int Pipeline, int Data)
{
    /// <summary>Devices of a replica.</summary>
    public int Devices => Tensor * Pipeline * Data;

    /// <summary>Devices that the routed experts of a stage are spread over.</summary>
    public int Expert => Tensor * Data;
}
