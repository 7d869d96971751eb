using Petaday.Explanations;

namespace Petaday.Sites;

/// <summary>Electricity as a project takes it at a site.</summary>
/// <param name="Tariff">Price, USD/J.</param>
/// <param name="Carbon">Carbon by the accounting that was asked for, kgCO2e/J.</param>
/// <param name="Stretch">Time from start to end over the run's own: above 1 where it pauses.</param>
public sealed record SitePower(Line Tariff, Line Carbon, Line? Stretch);
