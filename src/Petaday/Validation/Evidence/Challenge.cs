namespace Petaday.Validation.Evidence;

/// <summary>One measure of a subset of the rows; every row counts once.</summary>
/// <param name="Subset">The subset's id.</param>
/// <param name="Measure">What is measured, one of <see cref="Measures"/>.</param>
/// <param name="Rows">Rows that it is over; groups for a picking.</param>
/// <param name="Ours">Our figure, a share.</param>
/// <param name="Naive">The naive rule's on the same rows; null where it says nothing.</param>
public sealed record Challenge(string Subset, string Measure, int Rows, double Ours, double? Naive);
