namespace Petaday.Scenarios;

/// <summary>A size of a model along a budget: what its loss would be.</summary>
/// <param name="Family">Id of its family.</param>
/// <param name="Model">Its id.</param>
/// <param name="Parameters">All its parameters.</param>
/// <param name="ActiveParameters">Those that a token passes through.</param>
/// <param name="Tokens">Tokens that the limits allow.</param>
/// <param name="Loss">The predicted loss, nats a token.</param>
/// <param name="System">Machines that it is trained on.</param>
/// <param name="Devices">How many.</param>
/// <param name="Evaluated">Whether its strategies were searched; else its step is its bound with what its family's best took beyond that.</param>
public sealed record ModelPlanPoint(
    string Family,
    string Model,
    double Parameters,
    double ActiveParameters,
    double Tokens,
    double Loss,
    string System,
    int Devices,
    bool Evaluated
);
