using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>The rule of compute-optimal models, T = r P (catalog/laws/scaling-laws.csv, <c>Chinchilla rule</c>), so that C = 6 r P².</summary>
/// <param name="TokensPerParameter">r, with its source.</param>
public sealed record ComputeOptimal(Line TokensPerParameter)
{
    private const double FlopsPerParameterAndToken = 6;
    private const string Law = "Chinchilla rule";

    /// <summary>P = √(C / (6 r)).</summary>
    /// <param name="flops">C, above zero.</param>
    public double Parameters(double flops) => Math.Sqrt(flops / (FlopsPerParameterAndToken * Ratio));

    /// <summary>r, token a parameter.</summary>
    public double Ratio => TokensPerParameter.Value.GetValueOrDefault();

    /// <summary>Reads the rule; null, with a diagnostic added, where the catalog has none.</summary>
    public static ComputeOptimal? Read(Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        string[] files =
        [
            .. library.Directories.Select(directory => Path.Combine(directory, "laws", "scaling-laws.csv")).Where(File.Exists),
        ];
        var row = files.SelectMany(file => TableReader.ReadFile(file, diagnostics)).LastOrDefault(one => one["law"]?.Text == Law);
        if (row?["value"] is { } cell && cell.TryNumber(out double ratio) && ratio > 0)
        {
            string source = row["source"]?.Text ?? Law;
            return new ComputeOptimal(
                new Line("tokensPerParameter", "Tokens a parameter", ratio, Dimension.Tokens)
                {
                    Sources =
                    [
                        new SourceReference(
                            source,
                            Law,
                            Uri.IsWellFormedUriString(source, UriKind.Absolute) ? source : null,
                            null,
                            Grade.Measured
                        ),
                    ],
                }
            );
        }

        diagnostics.Add(
            new Diagnostic(
                DiagnosticCodes.MissingKey,
                files.LastOrDefault(),
                0,
                0,
                "",
                $"the catalog has no law '{Law}' with a value",
                "tokens a parameter"
            )
        );
        return null;
    }
}
