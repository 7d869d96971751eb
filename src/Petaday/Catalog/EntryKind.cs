using System.Collections.Immutable;

namespace Petaday.Catalog;

/// <summary>A kind of entry: a folder of the catalog with a schema.</summary>
public sealed class EntryKind
{
    private EntryKind(string folder, string singular, string description, bool isTable = false) =>
        (Folder, Singular, Description, IsTable) = (folder, singular, description, isTable);

    /// <summary>GPUs, TPUs and their like.</summary>
    public static EntryKind Accelerators { get; } = new("accelerators", "accelerator", "GPUs, TPUs and their like");

    /// <summary>Nodes and what joins them.</summary>
    public static EntryKind Systems { get; } = new("systems", "system", "nodes of accelerators and the network that joins them");

    /// <summary>Model architectures.</summary>
    public static EntryKind Models { get; } = new("models", "model", "shapes of models");

    /// <summary>Models of one design in all sizes.</summary>
    public static EntryKind Families { get; } = new("families", "family", "models of one design, from which one of any size is made");

    /// <summary>Training software.</summary>
    public static EntryKind Stacks { get; } = new("stacks", "stack", "training software: what it fuses, overlaps, compiles and launches");

    /// <summary>Countries, grids and cloud regions: a table, a row an entry.</summary>
    public static EntryKind Sites { get; } = new("sites", "site", "countries, grids and cloud regions", isTable: true);

    /// <summary>Factors and laws that the methods use.</summary>
    public static EntryKind Factors { get; } =
        new("factors", "factor", "factors and laws that the methods use: servers' power, prices' decay, failures, loss");

    /// <summary>Where figures come from: files that each hold many.</summary>
    public static EntryKind Sources { get; } = new("sources", "source", "where the figures come from");

    /// <summary>Every kind, in the order in which they are listed.</summary>
    public static ImmutableArray<EntryKind> All { get; } = [Accelerators, Systems, Models, Families, Stacks, Sites, Factors, Sources];

    /// <summary>The folder's name, the word for many: "accelerators".</summary>
    public string Folder { get; }

    /// <summary>The word for one: "accelerator"; also its schema's name.</summary>
    public string Singular { get; }

    /// <summary>What it holds, in a few words.</summary>
    public string Description { get; }

    /// <summary>True when entries are rows of CSV files.</summary>
    public bool IsTable { get; }

    /// <summary>The kind by its word for one or many; null when there is none.</summary>
    public static EntryKind? Named(string name) =>
        All.FirstOrDefault(kind =>
            string.Equals(kind.Folder, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(kind.Singular, name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The folder's name.</summary>
    public override string ToString() => Folder;
}
