using System.Globalization;
using System.Numerics;

namespace Petaday.Scenarios.Projects;

/// <summary>An exact amount: a whole number of a currency's smallest unit.</summary>
/// <param name="Minor">How many of it.</param>
/// <param name="Decimals">Its decimals.</param>
public readonly record struct Money(BigInteger Minor, int Decimals)
{
    /// <summary>The nearest double.</summary>
    public double Value => (double)Minor / Math.Pow(10, Decimals);

    /// <summary>"1234.50": what JSON and CSV have.</summary>
    public string Plain() => Write("");

    /// <summary>"1,234.50": what a person reads.</summary>
    public string Text() => Write(",");

    private string Write(string separator)
    {
        string digits = BigInteger.Abs(Minor).ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        string whole = digits[..^Decimals];
        for (int at = whole.Length - 3; at > 0 && separator.Length > 0; at -= 3)
        {
            whole = whole.Insert(at, separator);
        }

        return (Minor.Sign < 0 ? "-" : "") + whole + (Decimals > 0 ? "." + digits[^Decimals..] : "");
    }
}
