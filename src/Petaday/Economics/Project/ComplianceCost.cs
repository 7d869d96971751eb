using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>Privacy, ethics and law: personal data removed, private training, audits, red-teaming.</summary>
internal static class ComplianceCost
{
    /// <summary>The cause.</summary>
    public static CostCause Cause { get; } = new("compliance", "Privacy, ethics and law", Lines);

    private static IEnumerable<Line> Lines(ProjectWork work) =>
        [
            PersonalData(work),
            Private(work),
            work.Priced("audits", "Audits", "compliance.audits", "compliance.auditPrice"),
            work.Priced("redTeam", "Red-teaming", "compliance.redTeam", "compliance.redTeamTime", "people.monthlyCost"),
            work.Priced("legal", "Legal advice and filings", "compliance.legal"),
        ];

    private static Line PersonalData(ProjectWork work) =>
        work.Figures.Find("compliance.personalDataCores") is { } cores
            ? Line.Product(
                "personalData",
                "Removal of personal data",
                DataCost.Clean(work.Inputs),
                cores,
                work.Figures.Of("data.corePrice", Dimension.MoneyPerSecond)
            )
            : NotCounted.Line("personalData", "Removal of personal data", "compliance.personalDataCores");

    /// <summary>What clipping every example's gradient and adding noise (DP-SGD, Abadi et al. 2016) takes beyond plain training.</summary>
    private static Line Private(ProjectWork work)
    {
        const string Key = "privateTraining";
        const string Name = "Overhead of private training (DP-SGD)";
        if (work.Figures.Word("compliance.privateTraining") != "true")
        {
            return NotCounted.Line(Key, Name, "compliance.privateTraining");
        }

        return work.Devices(
            Key,
            Name,
            Line.Computed(
                "deviceSeconds",
                "Device time beyond plain training",
                Dimension.Seconds,
                "device time of the run × (slow-down − 1)",
                static parts => parts[0] * (parts[1] - 1),
                Runs.Reference.To(work.Inputs.Compute.DeviceSeconds, "run.deviceSeconds"),
                work.Figures.Of("compliance.privacySlowdown", Dimension.None)
            )
        );
    }
}
