using System.Globalization;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Sites;

/// <summary>
/// Low-communication training over several sites (Douillard et al. 2023): each trains by itself for some hundred steps, then weights are averaged over the wide area.
/// </summary>
public static class SplitModel
{
    private const int MostEvidence = 8;

    /// <summary>The split of a run.</summary>
    /// <param name="sites">Over how many sites, 2 or more.</param>
    /// <param name="bytes">Weights that a site sends at an exchange, B.</param>
    /// <param name="step">Time of a step, s.</param>
    /// <param name="seconds">Time of the run at one site, s.</param>
    /// <param name="bandwidth">Rate of the links, B/s.</param>
    /// <param name="factors">What published runs saw.</param>
    public static SplitRun Of(int sites, Line bytes, Line step, Line seconds, Line bandwidth, SiteFactors factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var count = new Line("sites", "Sites", sites, Dimension.None) { Input = "siting.split" };
        // A ring sends and receives 2 (n - 1) / n times the data.
        var exchanged = Line.Computed(
            "exchanged",
            "Data that a site sends at an exchange",
            Dimension.Bytes,
            "2 × (sites − 1) / sites × weights",
            static parts => 2 * (parts[0] - 1) / parts[0] * parts[1],
            count,
            bytes
        );
        var slowdown = Line.Computed(
            "slowdown",
            "Time over that of one site",
            Dimension.None,
            "tokens for the same loss / share of time in which devices compute",
            static parts => parts[0] / parts[1],
            factors.SplitTokens,
            factors.SplitUtilisation
        );
        return new SplitRun(
            sites,
            Rate("synchronousRate", "Rate that exchanges at every step need", exchanged, step, null),
            Rate("rate", "Rate that few exchanges need", exchanged, step, factors.ExchangeSteps),
            Line.Computed(
                "exchangeSeconds",
                "Time of an exchange over the link",
                Dimension.Seconds,
                "data / rate of the link",
                static parts => parts[0] / parts[1],
                exchanged,
                bandwidth
            ),
            slowdown,
            Line.Product("splitSeconds", "Time of the run over the sites", seconds, slowdown),
            Evidence(sites)
        );
    }

    private static Line Rate(string key, string name, Line exchanged, Line step, Line? steps) =>
        steps is null
            ? Line.Computed(key, name, Dimension.BytesPerSecond, "data / time of a step", static p => p[0] / p[1], exchanged, step)
            : Line.Computed(
                key,
                name,
                Dimension.BytesPerSecond,
                "data / (time of a step × steps between exchanges)",
                static p => p[0] / (p[1] * p[2]),
                exchanged,
                step,
                steps
            );

    private static string Evidence(int sites) =>
        sites <= MostEvidence
            ? "equal loss was reported for 8 workers of small models; whether it holds at this size is not published"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{sites} sites are more than the {MostEvidence} workers for which equal loss was reported: what tokens it takes is not known, the figure is a lower bound"
            );
}
