using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Hardware;

namespace Petaday.Serving;

/// <summary>The machines that serve, with what they cost and draw.</summary>
/// <param name="Spec">For time and memory.</param>
/// <param name="System">The system's entry, for prices and power.</param>
/// <param name="Accelerator">The accelerator's entry.</param>
/// <param name="Prices">Prices of its devices.</param>
public sealed record ServingMachine(SystemSpec Spec, Entry System, Entry Accelerator, PriceBook Prices)
{
    /// <summary>Price of a server that is stated, USD: taken instead of the catalog's, without network; null for the catalog's.</summary>
    public Line? ServerPrice { get; init; }

    /// <summary>Power of a server at work that is stated, W: taken instead of what is modelled; null for the model.</summary>
    public Line? ServerWatts { get; init; }

    /// <summary>With the catalog's prices.</summary>
    public static ServingMachine Of(SystemSpec spec, Entry system, Entry accelerator) =>
        new(spec, system, accelerator, PriceBook.Read(accelerator, system));
}
