using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Adaptation;

/// <summary>A candidate worked out but for what happens where its quality is missed.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Start">Months until first use.</param>
/// <param name="UpFront">Money up front, USD.</param>
/// <param name="Work">The same without machines that are bought.</param>
/// <param name="Monthly">Money of the first month, USD.</param>
/// <param name="PersonMonths">Work until first use.</param>
/// <param name="Devices">Devices at most; null where a provider serves.</param>
/// <param name="Quality">Quality expected.</param>
/// <param name="Chance">Chance that the quality wanted is reached.</param>
/// <param name="Value">Worth of the work, USD of today.</param>
/// <param name="Running">Serving, upkeep and refreshes, USD of today.</param>
/// <param name="Residual">What bought machines are worth at the horizon, USD of today.</param>
/// <param name="Training">Quote of the training; null where nothing is trained.</param>
internal sealed record PathWorth(
    Candidate Candidate,
    Line Start,
    Line UpFront,
    Line Work,
    Line Monthly,
    Line PersonMonths,
    Line? Devices,
    Line Quality,
    Line Chance,
    Line Value,
    Line Running,
    Line Residual,
    TrainingQuote? Training
)
{
    /// <summary>Net present value where the quality is reached.</summary>
    public Line NetIfReached { get; } =
        Line.Computed(
            "netIfReached",
            "Net present value where the quality is reached",
            Dimension.Money,
            "worth of the work − running − money up front + worth of machines at the end",
            static parts => parts[0] - parts[1] - parts[2] + parts[3],
            Value,
            Running,
            UpFront,
            Residual
        );
}
