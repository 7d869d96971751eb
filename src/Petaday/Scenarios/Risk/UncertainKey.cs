using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;
using Petaday.Quantities.Distributions;

namespace Petaday.Scenarios.Risk;

/// <summary>A key of a scenario that was given as a distribution.</summary>
/// <param name="Path">The key, such as <c>money.pricePerDeviceHour</c>.</param>
/// <param name="Distribution">Its values, SI units, cut to what the key allows.</param>
/// <param name="IsWhole">Whether it takes whole numbers only: draws are rounded.</param>
/// <param name="Written">As a person wrote it.</param>
public sealed record UncertainKey(string Path, Distribution Distribution, bool IsWhole, string Written)
{
    /// <summary>The one number that stands for it where no draws are made.</summary>
    public double Central => Whole(Distribution.Central);

    /// <summary>What was made of it, as a sentence of an answer's notes.</summary>
    public string Note
    {
        get
        {
            var quantity = new Quantity(Central, Distribution.Unit);
            string middle = Distribution.Shape == DistributionShape.Triangular ? "mode" : "median";
            return $"{Path}: {(IsWhole ? Central.ToString(CultureInfo.InvariantCulture) : quantity.Format())}, the {middle} of '{Written}'";
        }
    }

    /// <summary>The value of the key that a share of draws lies below.</summary>
    public double Quantile(double probability) => Whole(Distribution.Quantile(probability));

    /// <summary>The node of a scenario that fixes the key at a value.</summary>
    internal Node Fixed(NodePlace place, double value) => Node.Scalar(place, new Quantity(Whole(value), Distribution.Unit).ToString());

    private double Whole(double value) => IsWhole ? Math.Round(value) : value;
}
