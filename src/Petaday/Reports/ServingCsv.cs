using Petaday.Scenarios;
using Petaday.Scenarios.ServingCases;

namespace Petaday.Reports;

/// <summary>Answers about serving for a spreadsheet: a row an answer, in the units of the JSON result.</summary>
public static class ServingCsv
{
    private static readonly string[] Columns =
    [
        "scenario",
        "model",
        "system",
        "site",
        "basis",
        "weights",
        "feasible",
        "requestsPerSecond",
        "replicas",
        "devices",
        "servers",
        "load",
        "tokensPerSecondPerUser",
        "firstTokenSeconds",
        "capital",
        "rentalMonth",
        "amortisedMonth",
        "acquisitionMonth",
        "perMillionInputTokens",
        "perMillionOutputTokens",
        "perRequest",
        "averageMegawatts",
        "megawattHoursPerMonth",
        "carbonKilogramsPerRequest",
        "waterCubicMetresPerMonth",
    ];

    /// <summary>The table with a heading row.</summary>
    public static string Of(IEnumerable<ServingAnswer> answers) => CsvReport.Of(Columns, answers.Select(Cells));

    private static IEnumerable<string> Cells(ServingAnswer answer)
    {
        var estimate = answer.Estimate;
        var (fleet, footprint, cost) = (estimate?.Fleet, estimate?.Footprint, estimate?.Cost);
        return
        [
            answer.Case.Name,
            answer.Case.Model.Id,
            answer.Case.System.Spec.Id,
            answer.Case.Question.Site.Id,
            Words.Of(answer.Case.Question.Basis),
            ServingWords.Of(answer.Case.Question.Format.Weights),
            estimate is null ? "false" : "true",
            .. new double?[]
            {
                answer.Case.Question.Demand.Requests.Value,
                fleet?.Replicas.Value,
                fleet?.Devices.Value,
                fleet?.Servers.Value,
                fleet?.Load.Value,
                1 / estimate?.Point?.TokenSeconds,
                estimate?.Point?.FirstTokenSeconds,
                cost?.Capital.Value,
                cost?.Rental.Month.Value,
                cost?.Amortised.Month.Value,
                cost?.Acquisition.Month.Value,
                cost?.Chosen.PerInputToken.Value * 1e6,
                cost?.Chosen.PerOutputToken.Value * 1e6,
                cost?.Chosen.PerRequest.Value,
                footprint?.AverageWatts.Value / 1e6,
                footprint?.Energy.Facility.Value / 3.6e9,
                footprint?.CarbonPerRequest.Value,
                footprint?.Water.Value,
            }.Select(CsvReport.Number),
        ];
    }
}
