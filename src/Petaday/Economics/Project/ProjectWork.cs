using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>A project on one basis: what its causes share. A thing that is said by one cause is pointed to by the others.</summary>
internal sealed class ProjectWork
{
    private readonly Line deviceSecond;

    public ProjectWork(ProjectInputs inputs, PriceBasis basis, Line compute, Line amortised)
    {
        (Inputs, Basis, Compute, Amortised) = (inputs, basis, compute, amortised);
        deviceSecond = DevicePrice.Of(this);
    }

    /// <summary>What the run gives.</summary>
    public ProjectInputs Inputs { get; }

    /// <summary>Figures by key.</summary>
    public ProjectFigures Figures => Inputs.Figures;

    /// <summary>The basis.</summary>
    public PriceBasis Basis { get; }

    /// <summary>The final run on this basis, with its electricity: devices, servers, network, or rent.</summary>
    public Line Compute { get; }

    /// <summary>The final run on the amortised basis, else (where no purchase price is known) on the rental one.</summary>
    public Line Amortised { get; }

    /// <summary>Device time at the basis' price of it, USD; zero where the bought cluster works it off, but for electricity.</summary>
    public Line Devices(string key, string name, Line deviceSeconds) => Line.Product(key, name, deviceSeconds, deviceSecond);

    /// <summary>Device time that training <paramref name="tokens"/> takes at the rate of the final run, device-seconds.</summary>
    public Line Training(string key, string name, Line tokens) =>
        Line.Computed(
            key,
            name,
            Dimension.Seconds,
            "tokens × FLOPs of a token / rate of a device",
            static parts => parts[0] * parts[1] / parts[2],
            tokens,
            Inputs.FlopsPerToken,
            Inputs.DeviceRate
        );

    /// <summary>A product of figures, USD; not counted where one has no value.</summary>
    public Line Priced(string key, string name, params string[] keys)
    {
        string[] missing = [.. keys.Where(one => !Figures.Has(one))];
        return missing.Length > 0 ? NotCounted.Line(key, name, missing) : Line.Product(key, name, keys.Select(one => Figures.Find(one)!));
    }
}
