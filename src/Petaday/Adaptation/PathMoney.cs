using Petaday.Explanations;

namespace Petaday.Adaptation;

/// <summary>What a path costs and returns. Money is in USD, of today where a line says so.</summary>
/// <param name="UpFront">Until first use.</param>
/// <param name="Monthly">Serving and upkeep in the first month.</param>
/// <param name="FirstUse">Time until first use, s.</param>
/// <param name="PersonMonths">Work until first use.</param>
/// <param name="Devices">Devices that it needs at most; null where a provider serves.</param>
/// <param name="Quality">Quality expected, a share of the best hosted model's.</param>
/// <param name="Chance">Chance that the quality wanted is reached.</param>
/// <param name="PresentCost">All money that goes out, worth today.</param>
/// <param name="NetIfReached">Net present value where the quality is reached.</param>
/// <param name="NetIfMissed">Net present value where it is not.</param>
/// <param name="Expected">Net present value expected.</param>
/// <param name="Payback">Time until what comes in has covered what went out, s; not known where it never does.</param>
/// <param name="Return">Net present value over money up front, where the quality is reached.</param>
public sealed record PathMoney(
    Line UpFront,
    Line Monthly,
    Line FirstUse,
    Line PersonMonths,
    Line? Devices,
    Line Quality,
    Line Chance,
    Line PresentCost,
    Line NetIfReached,
    Line NetIfMissed,
    Line Expected,
    Line Payback,
    Line Return
);
