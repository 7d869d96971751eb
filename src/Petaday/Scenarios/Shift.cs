namespace Petaday.Scenarios;

/// <summary>Factors on what a plan's figures rest on; 1 leaves them as they are.</summary>
/// <param name="Time">On the time of the run.</param>
/// <param name="Price">On the price of devices, rented or owned.</param>
/// <param name="Tariff">On the price of electricity.</param>
/// <param name="Carbon">On the carbon of the grid.</param>
internal readonly record struct Shift(double Time, double Price, double Tariff, double Carbon)
{
    /// <summary>Nothing shifted.</summary>
    public static Shift None { get; } = new(1, 1, 1, 1);
}
