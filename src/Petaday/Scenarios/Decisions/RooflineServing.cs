using Petaday.Adaptation;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Scenarios.Decisions;

/// <summary>
/// What a replica of a model takes and gives, by two bounds: reading a prompt costs two FLOPs a parameter and token at a share of peak; writing costs, for all sequences in flight at
/// once, one reading of the weights and of their caches at a share of bandwidth, or the FLOPs where they take longer.
/// </summary>
internal static class RooflineServing
{
    private const double BytesPerParameter = 2;
    private const double BytesPerElement = 2;

    /// <summary>The fewest devices, by doubling, that hold the model with a sequence in flight, and their rates.</summary>
    public static ServingQuote Quote(ModelChoice model, SystemChoice system, double tokensOfSequence, int most, AdaptationFactors factors)
    {
        var device = system.Spec.Accelerator;
        int limit = Math.Min(most, system.Spec.ScaleUp.Domain);
        double weights = model.Parameters.Total * BytesPerParameter;
        double cache = CacheBytesPerToken(model) * tokensOfSequence;
        double share = factors.Plain("memoryShare", "Share of memory for weights and caches").Value!.Value;
        int devices = 1;
        while (devices <= limit && weights + cache > share * device.MemoryBytes * devices)
        {
            devices *= 2;
        }

        Line count = new("devices", "Devices of a replica", devices, Dimension.None)
        {
            Note = "the fewest, by doubling, whose memory holds weights of 16 bits and a sequence",
        };
        return devices > limit
            ? new ServingQuote(
                count,
                Unknown("inputRate"),
                Unknown("outputRate"),
                $"{model.Name} needs more memory than {limit} devices of {system.Entry.Id} have"
            )
            : Rates(model, system, count, cache, factors);
    }

    private static Line Unknown(string key) => Line.Unknown(key, "Rate", Dimension.TokensPerSecond, "the model does not fit");

    private static ServingQuote Rates(ModelChoice model, SystemChoice system, Line devices, double cache, AdaptationFactors factors)
    {
        var device = system.Spec.Accelerator;
        Line active = new("active", "Parameters that a token passes through", model.Parameters.Active, Dimension.None);
        Line peak = new("peak", "Peak of a device", device.Peak(Hardware.Precision.Bf16), Dimension.FlopPerSecond);
        Line prefill = factors.Plain("prefillShare", "Share of peak in reading");
        Line sequences = Line.Computed(
            "sequences",
            "Sequences in flight",
            Dimension.None,
            "the lesser of what is usual and (share of memory × memory × devices − weights) / cache of a sequence, one at the least",
            static parts => Math.Max(1, Math.Min(parts[0], Math.Floor(((parts[1] * parts[2] * parts[3]) - parts[4]) / parts[5]))),
            factors.Plain("sequences", "Sequences in flight, usual"),
            factors.Plain("memoryShare", "Share of memory for weights and caches"),
            new Line("memory", "Memory of a device", device.MemoryBytes, Dimension.Bytes),
            devices,
            new Line("weights", "Weights", model.Parameters.Total * BytesPerParameter, Dimension.Bytes),
            new Line("cache", "Cache of a sequence", cache, Dimension.Bytes)
        );
        return new ServingQuote(
            devices,
            Line.Computed(
                "inputRate",
                "Tokens read a second",
                Dimension.TokensPerSecond,
                "devices × peak × share of peak / (2 × parameters that a token passes through)",
                static parts => parts[0] * parts[1] * parts[2] / (2 * parts[3]),
                devices,
                peak,
                prefill,
                active
            ),
            Line.Computed(
                "outputRate",
                "Tokens written a second",
                Dimension.TokensPerSecond,
                "sequences / the longer of (weights touched + sequences × cache) / (devices × bandwidth × share) and 2 × sequences × parameters / (devices × peak × share)",
                static parts => Written(parts),
                sequences,
                active,
                new Line("parameters", "Parameters", model.Parameters.Total, Dimension.None),
                new Line("cache", "Cache of a sequence", cache, Dimension.Bytes),
                devices,
                new Line("bandwidth", "Memory bandwidth of a device", device.MemoryBytesPerSecond, Dimension.BytesPerSecond),
                factors.Plain("decodeShare", "Share of bandwidth in writing"),
                peak,
                prefill
            ),
            null
        );
    }

    /// <summary>Of a mixture of experts, n sequences touch the share 1 − (1 − active/all)^n of the weights that are not always active.</summary>
    private static double Written(ReadOnlySpan<double> parts)
    {
        double idle = Math.Max(0, parts[2] - parts[1]);
        double touched = parts[1] + (idle * (1 - Math.Pow(1 - (parts[1] / parts[2]), parts[0])));
        double memory = ((touched * BytesPerParameter) + (parts[0] * parts[3])) / (parts[4] * parts[5] * parts[6]);
        double compute = 2 * parts[0] * parts[1] / (parts[4] * parts[7] * parts[8]);
        return parts[0] / Math.Max(memory, compute);
    }

    private static double CacheBytesPerToken(ModelChoice model)
    {
        var shape = model.Architecture;
        double width = shape.Latent is { } latent
            ? latent.KeyValueRank + latent.RopeDimension
            : 2.0 * shape.KeyValueHeads * shape.HeadDimension;
        return shape.Layers * width * BytesPerElement;
    }
}
