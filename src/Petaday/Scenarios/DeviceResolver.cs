using System.Globalization;
using Petaday.Catalog;
using Petaday.Hardware;
using Petaday.Quantities;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>How many devices: those asked for, or those that the run needs.</summary>
internal static class DeviceResolver
{
    private const double UsualDays = 90;
    private const double UsualUtilisation = 0.4;
    private const double UsualMemoryShare = 0.7;
    private const int MostDevices = 131_072;
    private const int PlanSizes = 7;

    /// <summary>The numbers to choose among, smallest first.</summary>
    public static IReadOnlyList<int> Resolve(
        Scenario scenario,
        ScenarioWish wish,
        ModelChoice model,
        SystemChoice system,
        Recipe recipe,
        DefaultsLog log,
        ICollection<Diagnostic> diagnostics
    )
    {
        var asked = scenario.Choices("system.devices");
        if (asked.Count > 0 && asked is not [{ Text: "auto" }])
        {
            return [.. asked.Select(node => Checked(node, system.Spec, diagnostics)).Where(count => count > 0).Distinct().Order()];
        }

        int least = Fitting(model, system.Spec, recipe);
        if (wish == ScenarioWish.Estimate)
        {
            int devices = Math.Max(least, Timely(model, system.Spec, recipe));
            return
            [
                log.Take(
                    "system.devices",
                    devices,
                    Number(devices),
                    "fewest whole nodes, by doubling, that hold the weights and finish in about 90 days at 40 % of peak"
                ),
            ];
        }

        // From the fewest that hold the model up to a finish in a few days: the goal chooses.
        int start = Math.Max(least, Timely(model, system.Spec, recipe) / 16);
        var sizes = Enumerable.Range(0, PlanSizes).Select(power => Limited((long)start << power, system.Spec)).Distinct().ToList();
        log.Take("system.devices", 0, $"{Number(sizes[0])} to {Number(sizes[^1])}", "by doubling; the goal chooses among them");
        return sizes;
    }

    /// <summary>A number that is asked for; 0, with a diagnostic added, where the system has no so many.</summary>
    internal static int Checked(Node node, SystemSpec spec, ICollection<Diagnostic> diagnostics)
    {
        int count = node.TryNumber(out double value) ? (int)value : 0;
        if (spec.Fabric is null && count > spec.ScaleUp.Domain)
        {
            diagnostics.Add(
                node.Problem(
                    DiagnosticCodes.OutOfRange,
                    $"{count} devices are more than a {spec.Id} has, and it has no network to others",
                    $"at most {spec.ScaleUp.Domain}"
                )
            );
            return 0;
        }

        return count;
    }

    /// <summary>Fewest devices, by doubling from one node (one device for adapters), whose memory holds weights, gradients and states.</summary>
    private static int Fitting(ModelChoice model, SystemSpec spec, Recipe recipe)
    {
        double bytes = recipe.Task switch
        {
            TrainingTask.Lora => 2.2,
            TrainingTask.Qlora => 0.7,
            _ => 18,
        };
        double needed = model.Parameters.Total * bytes / (UsualMemoryShare * spec.Accelerator.MemoryBytes);
        return Doubled(recipe.Task is TrainingTask.Lora or TrainingTask.Qlora ? 1 : spec.DevicesPerNode, needed, spec);
    }

    private static int Timely(ModelChoice model, SystemSpec spec, Recipe recipe)
    {
        double flops = 6.0 * model.Parameters.Active * (recipe.Tokens ?? 0);
        double perDevice = UsualUtilisation * spec.Accelerator.Peak(recipe.Precision) * UsualDays * Units.SecondsPerDay;
        return Doubled(1, flops / perDevice, spec);
    }

    private static int Doubled(int start, double needed, SystemSpec spec)
    {
        long devices = start;
        while (devices < needed && devices < MostDevices)
        {
            devices *= 2;
        }

        return Limited(devices > 1 ? Math.Max(devices, Math.Min(spec.DevicesPerNode, devices)) : devices, spec);
    }

    private static int Limited(long devices, SystemSpec spec) =>
        (int)Math.Min(devices, spec.Fabric is null ? spec.ScaleUp.Domain : MostDevices);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
