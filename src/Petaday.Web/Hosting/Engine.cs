using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Web.Operations;

namespace Petaday.Web.Hosting;

/// <summary>What every request is answered with: the catalog and what follows from it, read once when the server starts.</summary>
/// <param name="Knowledge">The catalog, its parameters and factors.</param>
/// <param name="Clock">Tells the time of searches.</param>
/// <param name="Options">How requests are served.</param>
public sealed record Engine(Knowledge Knowledge, TimeProvider Clock, WebOptions Options)
{
    /// <summary>What was published of the examples.</summary>
    public ImmutableArray<StatedFigure> Stated { get; } = StatedFigure.Read();

    /// <summary>The last results.</summary>
    public ResultCache Results { get; } = new();

    /// <summary>Files that addresses name by their hash.</summary>
    public HeldFiles Held { get; } = new(Options.MostHeldFiles, Options.MostHeldBytes);

    /// <summary>Where questions are asked.</summary>
    internal Desk Desk { get; } = new(Options);

    /// <summary>The catalog.</summary>
    public Library Library => Knowledge.Library;

    /// <summary>Threads of a search: one core is left to those who ask for little.</summary>
    public static int SearchThreads => Math.Max(1, System.Environment.ProcessorCount - 1);
}
