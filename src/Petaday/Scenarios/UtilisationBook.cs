using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Hardware;
using Petaday.Validation;

namespace Petaday.Scenarios;

/// <summary>
/// The largest utilisations that anybody measured. Written by <c>petaday calibrate --leave-one-source-out</c> from published runs; a catalog without the file holds no plan
/// against it.
/// </summary>
public sealed class UtilisationBook
{
    /// <summary>Where it lies in a catalog.</summary>
    public const string FilePath = "validation/utilisation.csv";

    private readonly ImmutableArray<MeasuredUtilisation> rows;

    private UtilisationBook(ImmutableArray<MeasuredUtilisation> rows) => this.rows = rows;

    /// <summary>Reads the files of every directory, later ones beside earlier ones; rows that cannot be read are diagnostics.</summary>
    public static UtilisationBook Read(Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new UtilisationBook([
            .. library
                .Directories.Select(directory => Path.Combine(directory, FilePath))
                .Where(File.Exists)
                .SelectMany(file => TableReader.ReadFile(file, diagnostics))
                .Select(row => Row(row, diagnostics))
                .OfType<MeasuredUtilisation>(),
        ]);
    }

    /// <summary>The text of the file.</summary>
    public static string Text(ValidationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return "accelerator,stack,precision,adapters,mfu,row,source,runs\n"
            + string.Concat(
                MeasuredUtilisation
                    .Of(report.Rows)
                    .Select(one =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{one.Accelerator},{one.Stack},{Words.Of(one.Format)},{(one.Adapters ? 1 : 0)},{one.Mfu:0.0000},{one.Row},{one.Source},{one.Runs}\n"
                        )
                    )
            );
    }

    /// <summary>What to say of a plan that promises an utilisation: null where as much was measured on its accelerator, stack and format.</summary>
    public string? Note(string accelerator, string stack, Precision format, bool adapters, double mfu)
    {
        var alike = rows.Where(row => row.Accelerator == accelerator && row.Format == format && row.Adapters == adapters).ToList();
        var most = alike.Where(row => row.Stack == stack).MaxBy(row => row.Mfu);
        if (rows.IsEmpty || mfu <= most?.Mfu)
        {
            return null;
        }

        var (promised, word) = (string.Create(CultureInfo.InvariantCulture, $"MFU of {100 * mfu:0.0} %"), Words.Of(format));
        var any = alike.Where(row => row.Stack != stack).MaxBy(row => row.Mfu) is { } other ? $"; {Shown(other)} with {other.Stack}" : "";
        return most is null
            ? $"{promised}: no published run says what {stack} reaches on {accelerator} in {word}{any}; take it as what the model expects of a run that is tuned well"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{promised} is more than anybody measured on {accelerator} with {stack} in {word}: {Shown(most)} of {most.Runs} runs{any}; at the former the step takes {mfu / most.Mfu:0.00} times as long"
            );
    }

    private static string Shown(MeasuredUtilisation one) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * one.Mfu:0.0} % ({one.Row})");

    private static MeasuredUtilisation? Row(Node row, ICollection<Diagnostic> diagnostics)
    {
        if (
            row["accelerator"] is { } accelerator
            && row["stack"] is { } stack
            && row["precision"] is { } format
            && ScenarioSchema.Find("recipe.precision")!.Allowed.Contains(format.Text)
            && row["mfu"] is { } share
            && double.TryParse(share.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double mfu)
            && mfu is > 0 and <= 1
        )
        {
            return new MeasuredUtilisation(
                accelerator.Text,
                stack.Text,
                Words.AsPrecision(format.Text),
                row["adapters"]?.Text == "1",
                mfu,
                row["row"]?.Text ?? "",
                row["source"]?.Text ?? "",
                int.TryParse(row["runs"]?.Text, CultureInfo.InvariantCulture, out int runs) ? runs : 1
            );
        }

        diagnostics.Add(
            row.Problem(
                DiagnosticCodes.OutOfRange,
                "this row does not say what was measured",
                "accelerator, stack, precision and an mfu above 0 and at most 1"
            )
        );
        return null;
    }
}
