using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>What scenarios are resolved with: the catalog, its calibrated parameters and factors, each read once.</summary>
public sealed class Knowledge
{
    private Knowledge(Library library, ParameterSet parameters, FactorBook factors, AccuracyBook accuracy, UtilisationBook utilisation)
    {
        (Accuracy, Utilisation) = (accuracy, utilisation);
        Library = library;
        Factors = factors;
        Parameters = parameters;
        Hardware = new HardwareReader(library, parameters);
        Stacks = new StackReader(library, parameters);
    }

    /// <summary>The catalog.</summary>
    public Library Library { get; }

    /// <summary>Free parameters of hardware and software.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>How far predictions were from published runs.</summary>
    public AccuracyBook Accuracy { get; }

    /// <summary>The largest utilisations that anybody measured.</summary>
    public UtilisationBook Utilisation { get; }

    /// <summary>Factors of runs, energy, carbon and money.</summary>
    public FactorBook Factors { get; }

    /// <summary>Searches that were made.</summary>
    internal SearchMemory Searches { get; } = new();

    /// <summary>Makes systems of catalog entries.</summary>
    public HardwareReader Hardware { get; }

    /// <summary>Makes stacks of catalog entries.</summary>
    public StackReader Stacks { get; }

    /// <summary>Reads parameters and factors of a catalog; null, with diagnostics added, where they cannot be used.</summary>
    public static Knowledge? Open(Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        var parameters = ParameterFile.Read(library, diagnostics);
        var accuracy = AccuracyBook.Read(library, diagnostics);
        var utilisation = UtilisationBook.Read(library, diagnostics);
        try
        {
            var factors = FactorBook.Read(library);
            return diagnostics.Count > before ? null : new Knowledge(library, parameters, factors, accuracy, utilisation);
        }
        catch (InvalidDataException defect)
        {
            // The shipped factors are whole, by test: these are of a person's own catalog.
            diagnostics.Add(new Diagnostic(DiagnosticCodes.MissingKey, null, 0, 0, "", defect.Message));
            return null;
        }
    }
}
