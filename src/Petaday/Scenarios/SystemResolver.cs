using Petaday.Catalog;

namespace Petaday.Scenarios;

/// <summary>Finds the machines that a scenario names.</summary>
internal static class SystemResolver
{
    private const string Usual = "dgx-h100";

    // What `auto` looks at: a current system of each maker, as one would ask for offers.
    private static readonly string[] Offers =
    [
        "dgx-a100-80gb",
        "dgx-h100",
        "dgx-h200",
        "dgx-b200",
        "gb200-nvl72",
        "mi300x-8",
        "mi355x-8",
        "tpu-v5p-pod",
        "tpu-v6e-pod",
    ];

    /// <summary>The systems to choose among; those that cannot be used are diagnostics.</summary>
    public static IReadOnlyList<SystemChoice> Resolve(
        Scenario scenario,
        Knowledge knowledge,
        DefaultsLog log,
        ICollection<Diagnostic> diagnostics
    )
    {
        var names = scenario.Choices("system.id");
        if (names.Count == 0)
        {
            log.Take("system.id", Usual, Usual, "a common system of its time with many published runs");
            return [.. Named(Usual, knowledge, diagnostics)];
        }

        if (names is [{ Text: "auto" }])
        {
            log.Take("system.id", "auto", string.Join(", ", Offers), "a current system of each maker");
            return [.. Offers.SelectMany(id => Named(id, knowledge, diagnostics))];
        }

        return
        [
            .. names
                .Select(name => Catalogued.Find(knowledge.Library, EntryKind.Systems, name, diagnostics))
                .OfType<Entry>()
                .SelectMany(entry => Made(entry, knowledge, diagnostics)),
        ];
    }

    /// <summary>Every system of the catalog that can be used.</summary>
    public static IEnumerable<SystemChoice> All(Knowledge knowledge, ICollection<Diagnostic> diagnostics) =>
        knowledge.Library.All(EntryKind.Systems, diagnostics).SelectMany(entry => Made(entry, knowledge, diagnostics));

    private static IEnumerable<SystemChoice> Named(string id, Knowledge knowledge, ICollection<Diagnostic> diagnostics) =>
        knowledge.Library.Find(EntryKind.Systems, id, diagnostics) is { } entry ? Made(entry, knowledge, diagnostics) : [];

    private static IEnumerable<SystemChoice> Made(Entry entry, Knowledge knowledge, ICollection<Diagnostic> diagnostics)
    {
        if (
            knowledge.Hardware.System(entry, diagnostics) is { } spec
            && knowledge.Library.Find(EntryKind.Accelerators, spec.Accelerator.Id, diagnostics) is { } accelerator
        )
        {
            yield return new SystemChoice(spec, entry, accelerator);
        }
    }
}
