using System.Collections.Immutable;

namespace Petaday.Quantities.Distributions;

/// <summary>Reads a distribution as people write it, and says what is wrong with one that cannot be.</summary>
internal static class DistributionParser
{
    private const int Longest = 200;
    private static readonly string[] PlusMinus = ["+/-", "+-", "±"];

    private static readonly ImmutableArray<(string Name, string Form)> Words =
    [
        ("normal", "normal(mean, standard deviation)"),
        ("lognormal", "lognormal(median, factor)"),
        ("uniform", "uniform(low, high)"),
        ("triangular", "triangular(low, mode, high)"),
    ];

    /// <summary>Whether a text is written as a distribution.</summary>
    public static bool LooksLike(string text) =>
        text.Contains("..", StringComparison.Ordinal)
        || PlusMinus.Any(sign => text.Contains(sign, StringComparison.Ordinal))
        || (text.Length > 0 && char.IsAsciiLetter(text[0]) && text.Contains('(', StringComparison.Ordinal));

    /// <summary>Reads a text; never throws.</summary>
    public static bool TryParse(string text, Dimension unit, out Distribution? distribution, out string? problem)
    {
        distribution = null;
        string trimmed = text.Trim();
        problem =
            trimmed.Length > Longest ? $"'{NumberText.Clip(trimmed)}' is too long for a distribution"
            : char.IsAsciiLetter(trimmed.FirstOrDefault()) ? Word(trimmed, unit, out distribution)
            : PlusMinus.FirstOrDefault(sign => trimmed.Contains(sign, StringComparison.Ordinal)) is { } sign
                ? Around(trimmed, trimmed.Split(sign), unit, out distribution)
            : Range(trimmed, trimmed.Split(".."), unit, out distribution);
        return Finished(trimmed, ref distribution, ref problem);
    }

    /// <summary>Reads the low end, the mode and the high end of a triangle.</summary>
    public static bool TryTriangle(IReadOnlyList<string> texts, Dimension unit, out Distribution? distribution, out string? problem)
    {
        string text = $"[{string.Join(", ", texts)}]";
        distribution = null;
        problem =
            texts.Count == 3
                ? DistributionForms.Triangle(text, [.. texts], "", unit, out distribution)
                : $"'{NumberText.Clip(text)}' has {texts.Count} values; expected three: [low, mode, high]";
        return Finished(text, ref distribution, ref problem);
    }

    // What is finite alone need not be so together: 1e308 +- 1e308.
    private static bool Finished(string text, ref Distribution? distribution, ref string? problem)
    {
        if (problem is null && distribution is { Interval: var ends } && !(double.IsFinite(ends.Low) && double.IsFinite(ends.High)))
        {
            problem = $"'{NumberText.Clip(text)}' is too large to work with";
        }

        distribution = problem is null ? distribution : null;
        return problem is null;
    }

    private static string? Word(string text, Dimension unit, out Distribution? read)
    {
        read = null;
        int open = text.IndexOf('(', StringComparison.Ordinal);
        int close = text.LastIndexOf(')');
        string name = (open < 0 ? text : text[..open]).Trim();
        if (Words.FirstOrDefault(word => string.Equals(word.Name, name, StringComparison.OrdinalIgnoreCase)).Form is not { } form)
        {
            string? nearest = Spelling.Nearest(name, Words.Select(static word => word.Name));
            return $"'{NumberText.Clip(name)}' is no distribution{(nearest is null ? "" : $", did you mean '{nearest}'?")}; expected one of {string.Join(", ", Words.Select(static word => word.Name))}";
        }

        if (open < 0 || close < open)
        {
            return $"'{NumberText.Clip(text)}' lacks a bracket; expected {form}";
        }

        string[] operands = text[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries);
        string shared = text[(close + 1)..].Trim();
        int wanted = form.Count(static letter => letter == ',') + 1;
        if (operands.Length != wanted)
        {
            return $"'{NumberText.Clip(text)}' has {operands.Length} {(operands.Length == 1 ? "value" : "values")}; expected {form}";
        }

        return name.ToUpperInvariant() switch
        {
            "NORMAL" => Normal(text, operands, shared, unit, out read),
            "LOGNORMAL" => DistributionForms.LogNormal(text, operands, shared, unit, out read),
            "UNIFORM" => DistributionForms.Uniform(text, operands, shared, unit, out read),
            _ => DistributionForms.Triangle(text, operands, shared, unit, out read),
        };
    }

    private static string? Around(string text, string[] operands, Dimension unit, out Distribution? read)
    {
        read = null;
        if (operands.Length != 2)
        {
            return $"'{NumberText.Clip(text)}' has more than one '+-'; expected a value +- half of its 90 % interval";
        }

        if (Spread(operands, "", unit, out double centre, out double half) is { } problem)
        {
            return problem;
        }

        if (half < 0)
        {
            return $"'{NumberText.Clip(text)}' has a negative half-width; expected zero or above";
        }

        read = Distribution.Normal(unit, centre, half / Distribution.DeviationsOfInterval);
        return null;
    }

    private static string? Normal(string text, string[] operands, string shared, Dimension unit, out Distribution? read)
    {
        read = null;
        if (Spread(operands, shared, unit, out double mean, out double deviation) is { } problem)
        {
            return problem;
        }

        if (deviation < 0)
        {
            return $"'{NumberText.Clip(text)}' has a negative standard deviation; expected zero or above";
        }

        read = Distribution.Normal(unit, mean, deviation);
        return null;
    }

    private static string? Range(string text, string[] operands, Dimension unit, out Distribution? read)
    {
        read = null;
        if (operands.Length != 2)
        {
            return $"'{NumberText.Clip(text)}' is no distribution; expected such as '2 +- 20%', '1 .. 3' or one of {string.Join(", ", Words.Select(static word => word.Form))}";
        }

        if (!Operands.TryRead(operands, "", unit, out double[] ends, out string? problem))
        {
            return problem;
        }

        if (ends[0] > ends[1])
        {
            return DistributionForms.Backwards(text);
        }

        read = Distribution.Around(unit, double.NaN, new Interval(ends[0], ends[1]));
        return null;
    }

    /// <summary>A value and its spread, which may be a share of it: in per cent, where the value itself is not.</summary>
    private static string? Spread(string[] operands, string shared, Dimension unit, out double value, out double spread)
    {
        (value, spread) = (0, 0);
        if (!Operands.IsPercent(operands[1]) || Operands.IsPercent(operands[0]) || shared == "%")
        {
            bool known = Operands.TryRead(operands, shared, unit, out double[] both, out string? problem);
            (value, spread) = known ? (both[0], both[1]) : (0, 0);
            return problem;
        }

        if (!Operands.TryRead([operands[0]], shared, unit, out double[] alone, out string? wrong))
        {
            return wrong;
        }

        value = alone[0];
        bool read = Quantity.TryParse(operands[1], Dimension.None, out Quantity share, out wrong);
        spread = Math.Abs(value) * share.Value;
        return read ? null : wrong;
    }
}
