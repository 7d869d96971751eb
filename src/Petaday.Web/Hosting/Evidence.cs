using Petaday.Catalog;
using Petaday.Hardware;
using Petaday.Training;
using Petaday.Validation;

namespace Petaday.Web.Hosting;

/// <summary>Published runs held against predictions: worked out once, when somebody first asks.</summary>
internal sealed class Evidence(Engine engine)
{
    private readonly Lazy<ValidationReport> report = new(() => Make(engine.Library));

    /// <summary>Every row of the shipped runs.</summary>
    public ValidationReport Report => report.Value;

    private static ValidationReport Make(Library library)
    {
        List<Diagnostic> problems = [];
        var file = RunsReader.Read(Path.Combine(Library.ShippedDirectory, "runs", "published.csv"));
        var catalog = RunCatalogReader.Read(library, ParameterFile.Read(library, problems), problems);
        return Validator.Run(
            file.Rows,
            new RunMapper(catalog),
            run => StepModel.Estimate(run.Architecture, run.System, run.Stack, run.Recipe, run.Strategy),
            null,
            null,
            CancellationToken.None
        );
    }
}
