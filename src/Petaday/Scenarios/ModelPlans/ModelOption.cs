namespace Petaday.Scenarios.ModelPlans;

/// <summary>One thing to choose: an architecture on a number of devices.</summary>
/// <param name="Machine">The machines.</param>
/// <param name="Shape">The architecture.</param>
/// <param name="Devices">How many.</param>
internal readonly record struct ModelOption(MachineOffer Machine, ShapeOffer Shape, int Devices);
