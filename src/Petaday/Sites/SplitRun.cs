using Petaday.Explanations;

namespace Petaday.Sites;

/// <summary>A run spread over several sites with low-communication training.</summary>
/// <param name="Sites">Over how many.</param>
/// <param name="SynchronousRate">What each site would have to exchange at every step, B/s.</param>
/// <param name="Rate">What each has to exchange with few exchanges, on average, B/s.</param>
/// <param name="ExchangeSeconds">How long an exchange takes over the link, s; it may hide behind the next steps.</param>
/// <param name="Slowdown">Time over that of one site of the same devices.</param>
/// <param name="Seconds">Time of the run, s.</param>
/// <param name="Note">Where the evidence stops.</param>
public sealed record SplitRun(int Sites, Line SynchronousRate, Line Rate, Line ExchangeSeconds, Line Slowdown, Line Seconds, string Note);
