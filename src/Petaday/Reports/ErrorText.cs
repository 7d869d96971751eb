using System.Globalization;

namespace Petaday.Reports;

/// <summary>Errors and shares as a reader sees them; a hyphen where there is none.</summary>
internal static class ErrorText
{
    private const string None = "-";

    /// <summary>A share.</summary>
    public static string Share(double? value) => value is { } known ? Sizes.Share(known) : None;

    /// <summary>A share with its sign.</summary>
    public static string Signed(double? value) =>
        value is { } known ? (known * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %" : None;

    /// <summary>A measured or predicted number.</summary>
    public static string Number(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? None;
}
