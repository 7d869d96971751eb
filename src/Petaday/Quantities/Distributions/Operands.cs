namespace Petaday.Quantities.Distributions;

/// <summary>Reads the quantities of a distribution, whose unit may stand with each, with one of them or once behind all.</summary>
internal static class Operands
{
    /// <summary>Whether a text is a number of per cent and nothing else.</summary>
    public static bool IsPercent(string text) => Unit(text) == "%";

    /// <summary>The values in SI units; false with the problem where one is no quantity of the unit.</summary>
    /// <param name="texts">What a person wrote.</param>
    /// <param name="shared">The unit behind all; empty where there is none.</param>
    /// <param name="unit">What they must measure.</param>
    /// <param name="values">One a text.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryRead(string[] texts, string shared, Dimension unit, out double[] values, out string? problem)
    {
        values = new double[texts.Length];
        problem = null;
        // The nearest unit: behind all, else the last that stands with one.
        string common = shared.Length > 0 ? shared : texts.Select(Unit).LastOrDefault(static one => one.Length > 0) ?? "";
        for (int i = 0; i < texts.Length; i++)
        {
            string text = texts[i].Trim();
            string whole = Unit(text).Length == 0 && text is not ['$', ..] ? $"{text} {common}" : text;
            if (!Quantity.TryParse(whole, unit, out Quantity read, out problem))
            {
                return false;
            }

            if (whole.Contains('%', StringComparison.Ordinal) && !IsPercent(whole))
            {
                problem =
                    $"'{NumberText.Clip(text)}' mixes a share and a unit; a share of the value stands alone, such as '2.5 USD/h +- 20%'";
                return false;
            }

            values[i] = read.Value;
        }

        return true;
    }

    /// <summary>What follows the number; empty where nothing does or where there is no number.</summary>
    private static string Unit(string text)
    {
        string trimmed = text.Trim();
        return NumberText.TryRead(trimmed, out _, out int length, out _) ? trimmed[length..].Trim() : "";
    }
}
