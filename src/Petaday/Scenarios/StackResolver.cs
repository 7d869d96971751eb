using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Scenarios;

/// <summary>Finds the training software, or takes what suits the device and the task.</summary>
internal static class StackResolver
{
    // Who makes the device, and the stack that its best published runs use.
    private static readonly ImmutableArray<(string Vendor, string Stack)> Usual =
    [
        ("nvidia", "megatron-core"),
        ("amd", "amd-mlperf"),
        ("google", "maxtext"),
        ("aws", "neuronx"),
        ("intel", "intel-gaudi"),
        ("huawei", "mindspeed"),
    ];

    /// <summary>Whether a vendor of software makes accelerators too.</summary>
    internal static bool MakesDevices(string vendor) => Usual.Any(usual => usual.Vendor == vendor);

    /// <summary>The stack; null, with diagnostics added, where there is none that can be used on the device.</summary>
    public static StackChoice? Resolve(
        Scenario scenario,
        SystemChoice system,
        Knowledge knowledge,
        DefaultsLog log,
        ICollection<Diagnostic> diagnostics
    )
    {
        var device = system.Spec.Accelerator;
        if (scenario.At("stack") is { } node)
        {
            return Catalogued.Find(knowledge.Library, EntryKind.Stacks, node, diagnostics) is { } named
                ? Suitable(named, device, node, knowledge, diagnostics)
                : null;
        }

        var task = scenario.Text("recipe.task");
        bool adapters = task is "lora" or "qlora" && string.Equals(device.Kind, "gpu", StringComparison.Ordinal);
        string id = adapters
            ? "torchtune"
            : Usual.FirstOrDefault(usual => usual.Vendor == device.Vendor, (Vendor: "", Stack: "fsdp2")).Stack;
        if (knowledge.Library.Find(EntryKind.Stacks, id, diagnostics) is not { } entry)
        {
            return null;
        }

        log.Take(
            "stack",
            id,
            id,
            adapters ? "made for adapters on few devices" : $"what the best published runs on {device.Vendor} devices use"
        );
        return new StackChoice(knowledge.Stacks.Stack(entry), entry);
    }

    private static StackChoice? Suitable(
        Entry entry,
        Hardware.Accelerator device,
        Node node,
        Knowledge knowledge,
        ICollection<Diagnostic> diagnostics
    )
    {
        var kinds = entry.Words("devices");
        if (kinds.Count == 0 || kinds.Contains(device.Kind))
        {
            return new StackChoice(knowledge.Stacks.Stack(entry), entry);
        }

        var others = knowledge
            .Library.All(EntryKind.Stacks)
            .Where(other => other.Words("devices").Contains(device.Kind))
            .Select(other => other.Id);
        diagnostics.Add(
            node.Problem(DiagnosticCodes.NotAllowed, $"{entry.Id} does not run on {device.Id}", "one of " + string.Join(", ", others))
        );
        return null;
    }
}
