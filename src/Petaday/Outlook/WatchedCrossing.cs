namespace Petaday.Outlook;

/// <summary>When a run passes a mark, by what is published and by what is fitted.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Unit">USD or W.</param>
/// <param name="Cited">By the published growth from the record; its range is that of the growth.</param>
/// <param name="Fitted">By the fit (of power: from the growth of compute, efficiency and run length): a run of the frontier.</param>
public sealed record WatchedCrossing(string Name, string Unit, Crossing Cited, Crossing Fitted);
