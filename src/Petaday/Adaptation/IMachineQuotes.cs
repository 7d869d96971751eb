namespace Petaday.Adaptation;

/// <summary>
/// What machines do with a model: the one seam through which the models of training and serving come in. Answers depend on the arguments alone.
/// </summary>
public interface IMachineQuotes
{
    /// <summary>What training a token of a model takes on machines.</summary>
    TrainingQuote Training(BaseModel model, TrainingMethod method, MachineOffer machines);

    /// <summary>What a replica of a model takes and gives on machines.</summary>
    ServingQuote Serving(BaseModel model, MachineOffer machines);
}
