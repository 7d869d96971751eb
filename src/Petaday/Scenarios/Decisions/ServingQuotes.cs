using Petaday.Adaptation;
using Petaday.Explanations;
using Petaday.Hardware;
using Petaday.Quantities;
using Petaday.Serving;

namespace Petaday.Scenarios.Decisions;

/// <summary>What a replica of a model takes and gives, as the Serving room works it out: the smallest replica that keeps pace with a reader.</summary>
internal static class ServingQuotes
{
    /// <summary>Tokens a second that a user gets: about twice as fast as people read.</summary>
    private const double Pace = 10;

    /// <summary>The quote.</summary>
    public static ServingQuote Of(ModelChoice model, SystemSpec system, RequestMix mix, int? most, ServingBook book)
    {
        if (!ServedModel.CanBeServed(model.Architecture) || !(system.Accelerator.Peak(Precision.Bf16) > 0))
        {
            return Refused($"{model.Id} cannot be served on {system.Id}", book);
        }

        var served = new ServedModel(model.Id, model.Architecture);
        Line software = book.Serving.SoftwareShare(served);
        var found = ServingSearch.Find(
            served,
            system,
            Format(system.Accelerator),
            mix,
            book.Serving.Limits with
            {
                SoftwareShare = software.Value ?? 1,
            },
            new LatencyTargets(null, Pace),
            outputTokensPerSecond: 0
        );
        return found.Best is not { } point
                ? Refused($"{model.Name} does not fit into a replica of {system.Id} that keeps pace with a reader", book)
            : point.Layout.Devices > most
                ? Refused($"a replica of {model.Name} takes {point.Layout.Devices} devices of {system.Id}; {most} are at hand", book)
            : Quote(point, software, book);
    }

    private static ServingQuote Quote(OperatingPoint point, Line software, ServingBook book)
    {
        Line devices = new("devices", "Devices of a replica", point.Layout.Devices, Dimension.None)
        {
            Note = "the fewest that hold the model and keep pace with a reader: 'petaday serve-cost' opens it",
        };
        return new ServingQuote(
            devices,
            Line.Computed(
                "inputRate",
                "Tokens read a second",
                Dimension.TokensPerSecond,
                "share of the modelled speed that software reaches / replica time of a prompt's token",
                static parts => parts[0] / parts[1],
                software,
                new Line(
                    "promptTokenSeconds",
                    "Replica time of a prompt's token",
                    point.PromptTokenSeconds,
                    Dimension.Seconds / Dimension.Tokens
                )
            ),
            Line.Computed(
                "outputRate",
                "Tokens written a second",
                Dimension.TokensPerSecond,
                "share of the modelled speed that software reaches × sequences in flight / a token for each of them",
                static parts => parts[0] * parts[1] / parts[2],
                software,
                new Line("batch", "Sequences in flight", point.Batch, Dimension.None),
                new Line("stepSeconds", "A token for each sequence in flight", point.Step.Total, Dimension.Seconds / Dimension.Tokens)
            ),
            book.Serving.PeakFactor,
            book.Serving.PeakUse,
            null
        );
    }

    /// <summary>As serve-cost takes it: 8 bits where the accelerator computes in them, else 16.</summary>
    private static ServingFormat Format(Accelerator device)
    {
        var format = device.PeakFlopPerSecond.ContainsKey(Precision.Fp8) ? NumberFormat.Fp8 : NumberFormat.Bf16;
        return new ServingFormat(format, format);
    }

    private static ServingQuote Refused(string why, ServingBook book) =>
        new(
            Line.Unknown("devices", "Devices of a replica", Dimension.None, why),
            Line.Unknown("inputRate", "Tokens read a second", Dimension.TokensPerSecond, why),
            Line.Unknown("outputRate", "Tokens written a second", Dimension.TokensPerSecond, why),
            book.Serving.PeakFactor,
            book.Serving.PeakUse,
            why
        );
}
